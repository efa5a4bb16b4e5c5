import type { beside as english } from "./beside-strings";
import type { InAnyLanguage } from "./texts";

/** The words of two recognisers side by side in Korean. */
export const beside: InAnyLanguage<typeof english> = {
  title: "두 가지 방법 나란히 비교",
  lead: "이 영상의 얼굴마다 두 가지 방법으로 이름을 붙였습니다. 하나는 표시되는 이름이고, 다른 하나는 비교용입니다. 서로 다른 곳은 한 번 더 살펴보세요.",
  open: "비교하기",
  whose: "플레이어에 보일 이름",
  used: (name) => `${name}, 현재 이름`,
  other: (name) => `${name}, 비교용`,
  showing: (name) => `플레이어에 보이는 이름: ${name}`,
  agree: (agree, tracks) =>
    agree === tracks
      ? `장면 ${tracks}개 모두에서 이름이 같습니다.`
      : `장면 ${tracks}개 중 ${agree}개에서 이름이 같습니다.`,
  share: (percent) => `모든 화면에 나온 얼굴의 ${percent} %`,
  none: "찾은 얼굴이 없어 비교할 것이 없습니다.",
  corrected: "직접 고친 이름은 두 방법에 똑같이 적용됩니다.",
  times: "나오는 시간",
  person: "사람",
  difference: "차이",
  seconds: (n) => `${n}초`,
  parts: "서로 다른 곳",
  jump: (at, one, other) => `${at}: ${one} 또는 ${other}?`,
  more: (n) => `${n}개 더 있습니다. 먼저 이 가운데 몇 개를 고쳐 보세요.`,
  loading: "다른 이름을 불러오는 중…",
  older:
    "이 영상은 비교할 두 번째 방법이 생기기 전에 처리되었습니다. 이름을 하나 고치거나 영상을 다시 올리면 비교할 수 있습니다.",
  failed: "다른 이름을 불러오지 못했습니다. 잠시 후 다시 해 보세요.",
  scores: "이 정답으로 본 두 방법",
  scoresHint:
    "아직 확인하지 않은 얼굴은 현재 이름에 유리하게 계산됩니다. 이 정답은 현재 이름의 복사본에서 시작했기 때문입니다.",
};
