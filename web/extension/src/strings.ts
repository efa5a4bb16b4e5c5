import { type Language, language } from "../../src/ui/language";
import type { InAnyLanguage } from "../../src/ui/texts";

const english = {
  title: "Who is on screen",
  link: "Share link of the labelled video",
  linkHint: "https://…/v/…",
  show: "Show names",
  again: "Show names of this link",
  visible: "Boxes and names",
  offset: "This video starts later by (seconds)",
  offsetHint: "Less than 0 when it starts earlier. Names too early: raise it. Too late: lower it.",
  forget: "Forget this page",
  options: "Options",
  loading: "Fetching the names…",
  shown: (people: number) =>
    people === 1
      ? "1 person of the gallery is looked for in this video."
      : `${people} people of the gallery are looked for in this video.`,
  noPage: "Chrome lets no extension look into this page. Open a page with a video and try again.",
  noVideo:
    "There is no video on this page. If it plays inside a frame of another site, open that site itself.",
  noLink:
    "This is no share link. Copy the address of the labelled video's page: it ends with /v/ and 22 letters.",
  unknown: "Nobody knows this link. It was cut off, or has expired, or its video was deleted.",
  working: "This video is not labelled yet. Try again when its page shows the names.",
  failed: "This video could not be labelled. Its page says why.",
  unreachable: (host: string) =>
    `${host} does not answer. If it is your own machine, start it: ./idols serve.`,
  denied: (host: string) =>
    `Without the permission to read ${host} there are no names to show. Press the button again to allow it.`,
  elsewhere: (host: string) =>
    `The names lie at ${host}. Press the button once more to allow reading them there.`,
  another: (page: string, labelled: string) =>
    `This video is ${page} long, the labelled one ${labelled}: it may be another one, or another cut. Names will be wrong where they differ.`,
  live: "a live one, without an end",
  trouble: "Something went wrong. Reload the page and try again.",

  optionsTitle: "Options of idols",
  language: "Language",
  look: "Names in the video",
  draw: "What is drawn",
  both: "Boxes and names",
  namesOnly: "Names only",
  text: "Size of the names",
  usual: "As usual",
  large: "Large",
  letters: "Letters of the names",
  label: "As on the label",
  latin: "Latin, where the label has both",
  korean: "Korean, where the label has both",
  strangers: "Show people whom nobody named, too",
  kept: "Kept. It holds from the next time that you press “Show names”.",
} as const;

export type Strings = InAnyLanguage<typeof english>;

const korean: Strings = {
  title: "지금 화면의 얼굴",
  link: "이름을 붙인 영상의 공유 링크",
  linkHint: "https://…/v/…",
  show: "이름 보기",
  again: "이 링크의 이름 보기",
  visible: "상자와 이름",
  offset: "이 영상이 더 늦게 시작하는 시간(초)",
  offsetHint: "더 일찍 시작하면 0보다 작게 하세요. 이름이 빠르면 늘리고, 늦으면 줄이세요.",
  forget: "이 페이지 잊기",
  options: "설정",
  loading: "이름을 가져오는 중…",
  shown: (people) => `갤러리의 ${people}명을 이 영상에서 찾습니다.`,
  noPage:
    "Chrome이 이 페이지에는 확장 프로그램을 허용하지 않습니다. 영상이 있는 페이지를 열고 다시 시도하세요.",
  noVideo: "이 페이지에는 영상이 없습니다. 다른 사이트의 프레임 안에서 재생된다면 그 사이트를 직접 여세요.",
  noLink:
    "공유 링크가 아닙니다. 이름을 붙인 영상 페이지의 주소를 복사하세요. 주소는 /v/와 22글자로 끝납니다.",
  unknown: "아무도 모르는 링크입니다. 링크가 잘렸거나 만료되었거나, 영상이 삭제되었습니다.",
  working: "아직 이름이 붙지 않은 영상입니다. 영상 페이지에 이름이 보이면 다시 시도하세요.",
  failed: "이 영상에는 이름을 붙이지 못했습니다. 이유는 영상 페이지에 있습니다.",
  unreachable: (host) => `${host}에서 응답이 없습니다. 내 컴퓨터라면 ./idols serve로 시작하세요.`,
  denied: (host) =>
    `${host}을(를) 읽을 권한이 없으면 이름을 보여 줄 수 없습니다. 버튼을 다시 눌러 허용하세요.`,
  elsewhere: (host) => `이름은 ${host}에 있습니다. 버튼을 한 번 더 눌러 읽기를 허용하세요.`,
  another: (page, labelled) =>
    `이 영상의 길이는 ${page}, 이름을 붙인 영상의 길이는 ${labelled}입니다. 다른 영상이거나 편집이 다를 수 있으며, 다른 부분에서는 이름이 맞지 않습니다.`,
  live: "끝이 없는 실시간 방송",
  trouble: "문제가 생겼습니다. 페이지를 새로 고치고 다시 시도하세요.",

  optionsTitle: "idols 설정",
  language: "언어",
  look: "영상 속 이름",
  draw: "그릴 것",
  both: "상자와 이름",
  namesOnly: "이름만",
  text: "이름 크기",
  usual: "보통",
  large: "크게",
  letters: "이름의 글자",
  label: "라벨 그대로",
  latin: "둘 다 있으면 로마자",
  korean: "둘 다 있으면 한글",
  strangers: "이름이 없는 사람도 표시",
  kept: "저장했습니다. 다음에 “이름 보기”를 누를 때부터 적용됩니다.",
};

const tables: Readonly<Record<Language, Strings>> = { en: english, ko: korean };

/** Every word of the extension's own pages, in their language. */
export const strings: Strings = tables[language];
