import type { Finding } from "../api/types";
import type { HealthWords } from "./health-strings";

type Kind = Finding["kind"];

/** The API's sentences are English: here they are told by their kind, without files and numbers. */
const ADVICE: Readonly<Record<Kind, string>> = {
  same_picture_of_two: "같은 사진이 두 사람에게 들어 있습니다. 다른 사람이 나온 쪽을 지우세요.",
  looks_like_other: "다른 사람처럼 보이는 사진이 있습니다. 누구인지 확인하세요.",
  looks_like_nobody: "나머지와 닮지 않은 사진이 있습니다. 누구인지 확인하세요.",
  too_few: "사진이 부족합니다. 얼굴이 하나만 또렷하게 나온 사진 10~15장이 가장 좋습니다.",
  all_alike: "다른 날의 사진을 더하세요. 모두 비슷해서 머리, 화장, 조명이 바뀌면 알아보지 못할 수 있습니다.",
  confusable: "이 사진들로는 서로 헷갈리기 쉽습니다. 두 사람 모두 크고 선명한 사진을 더하세요.",
  no_side_view: "옆모습 사진을 더하세요. 얼굴을 돌린 사진이 없는 쪽이 있습니다.",
  nearly_same: "거의 같은 사진이 있습니다. 가장 좋은 것만 남기세요.",
  blurred: "흐린 사진이 있습니다. 더 선명한 사진이 도움이 됩니다.",
  small_face: "얼굴이 작은 사진이 있습니다. 얼굴이 더 큰 사진이 도움이 됩니다.",
};

const NOTES: Partial<Readonly<Record<Kind, string>>> = {
  same_picture_of_two: "다른 사람에게도 있는 사진입니다. 누구인가요?",
  looks_like_other: "다른 사람처럼 보입니다. 누구인지 확인하세요.",
  looks_like_nobody: "다른 사진과 닮지 않았습니다. 누구인지 확인하세요.",
  nearly_same: "다른 사진과 거의 같습니다.",
  blurred: "흐립니다. 더 선명한 사진이 좋습니다.",
  small_face: "얼굴이 작습니다. 더 큰 사진이 좋습니다.",
};

/** The API's reasons have no kinds: they are known by their sentences. One that is not known stays as it is. */
const REFUSALS: readonly (readonly [said: RegExp, korean: string])[] = [
  [
    /^(\d+) faces of a similar size, crop it to one$/,
    "비슷한 크기의 얼굴이 $1개입니다. 한 명만 나오게 자르세요.",
  ],
  [
    /^a large face at the side and another in the middle, crop it to one$/,
    "옆에 큰 얼굴이, 가운데에 다른 얼굴이 있습니다. 한 명만 나오게 자르세요.",
  ],
  [/^no face found$/, "얼굴을 찾지 못했습니다."],
  [
    /^the face is too small, (\d+) pixels high, at least (\d+) are needed$/,
    "얼굴이 너무 작습니다. 높이가 $1픽셀인데 $2픽셀은 되어야 합니다.",
  ],
  [/^could not be read, save it as JPEG$/, "읽을 수 없습니다. JPEG로 저장하세요."],
  [/^could not be looked at, add it again$/, "살펴보지 못했습니다. 다시 추가하세요."],
  [
    /^is empty \(0 bytes\)\. Download or export it again\.$/,
    "빈 파일(0바이트)입니다. 다시 내려받거나 내보내세요.",
  ],
  [/^is larger than (\d+) MB\. Save it smaller\.$/, "$1 MB보다 큽니다. 더 작게 저장하세요."],
  [
    /^has more than (\d+) million pixels\. Save it smaller\.$/,
    "픽셀이 너무 많습니다(최대 $1백만). 더 작게 저장하세요.",
  ],
  [/^has only (\d+) x (\d+) pixels\. Use a larger picture\.$/, "$1 x $2픽셀뿐입니다. 더 큰 사진을 쓰세요."],
  [/^is not a JPEG, PNG or WebP picture\.$/, "JPEG, PNG, WebP 사진이 아닙니다."],
  [
    /^is cut off or damaged\. Download or export it again\.$/,
    "잘렸거나 손상되었습니다. 다시 내려받거나 내보내세요.",
  ],
  [/^is an animation\. Use a still picture\.$/, "움직이는 그림입니다. 정지된 사진을 쓰세요."],
];

/** What would make a gallery better, in Korean. */
export const health: HealthWords = {
  advice: (kind, who) => `${who.join(", ")}: ${ADVICE[kind]}`,
  note: (kind, said) => NOTES[kind] ?? said,
  refusal: (said) => {
    const known = REFUSALS.find(([each]) => each.test(said));
    return known === undefined ? said : said.replace(known[0], known[1]);
  },
};
