import { type Language, language } from "../../../src/ui/language";
import type { InAnyLanguage } from "../../../src/ui/texts";

const english = {
  title: "Name what plays",
  lead: "For a video that nobody has labelled: this browser looks at it as it plays, by a gallery of yours. Its pictures are sent nowhere.",
  code: "Code of your gallery",
  codeHint: "On your page, open the gallery and press “Copy code for the extension”.",
  use: "Use this gallery",
  gallery: (name: string, people: number) =>
    people === 1 ? `Gallery ${name}, 1 person` : `Gallery ${name}, ${people} people`,
  galleryAlone: (name: string) => `Gallery ${name}`,
  start: "Name what plays",
  stop: "Stop naming",
  forget: "Forget this gallery",
  noCode: "This is no code of a gallery. Copy it with the button in the gallery's editor on your page.",
  unknown:
    "Nobody knows this gallery any more, or its code was cut off. Copy the code once more from its page.",
  empty: "This gallery has no usable picture of anybody yet. Add some on its page.",
  otherModel:
    "This gallery's faces are of another network than the extension's. Use an extension and a stack that were built together.",
  denied: (host: string) =>
    `Without the permission to read ${host} nobody can be named. Press the button again to allow it.`,
  fetching: "Fetching the gallery…",
  starting: "Getting ready…",
  watching: (rate: number) =>
    `Names are shown as it plays; ${rate === 1 ? "1 look" : `${rate} looks`} a second.`,
  closed:
    "This site does not let the pictures of its video be read, so nobody can be named here. Label the video on your page, and use its share link above.",
  black:
    "The pictures of this video come out black: it is protected against copying, and nobody can be named in it.",
  lost: "The gallery's faces are not here any more. Press “Stop naming”, then start again.",
  networks: "The networks do not run here. Reload the page; if that does not help, reload the extension.",
} as const;

export type LiveStrings = InAnyLanguage<typeof english>;

const korean: LiveStrings = {
  title: "재생 중인 영상에 이름 붙이기",
  lead: "아직 이름을 붙이지 않은 영상도 볼 수 있습니다. 내 갤러리를 기준으로 이 브라우저가 재생 중인 화면을 직접 살펴보며, 화면은 어디에도 보내지 않습니다.",
  code: "갤러리 코드",
  codeHint: "내 페이지에서 갤러리를 열고 “확장 프로그램용 코드 복사”를 누르세요.",
  use: "이 갤러리 사용",
  gallery: (name, people) => `갤러리 ${name}, ${people}명`,
  galleryAlone: (name) => `갤러리 ${name}`,
  start: "재생 중인 영상에 이름 붙이기",
  stop: "그만 붙이기",
  forget: "이 갤러리 잊기",
  noCode: "갤러리 코드가 아닙니다. 내 페이지의 갤러리 편집 화면에 있는 버튼으로 복사하세요.",
  unknown: "더는 없는 갤러리이거나 코드가 잘렸습니다. 갤러리 화면에서 코드를 다시 복사하세요.",
  empty: "이 갤러리에는 아직 쓸 수 있는 사진이 없습니다. 갤러리 화면에서 사진을 추가하세요.",
  otherModel:
    "이 갤러리의 얼굴은 확장 프로그램과 다른 신경망으로 만들어졌습니다. 함께 빌드한 확장 프로그램과 서버를 쓰세요.",
  denied: (host) => `${host}을(를) 읽을 권한이 없으면 이름을 붙일 수 없습니다. 버튼을 다시 눌러 허용하세요.`,
  fetching: "갤러리를 가져오는 중…",
  starting: "준비하는 중…",
  watching: (rate) => `재생하는 동안 이름을 표시합니다. 1초에 ${rate}번 살펴봅니다.`,
  closed:
    "이 사이트는 영상의 화면을 읽지 못하게 하므로 여기서는 이름을 붙일 수 없습니다. 내 페이지에서 영상에 이름을 붙이고 위에 공유 링크를 넣으세요.",
  black: "이 영상은 복사 방지로 화면이 검게 나와 이름을 붙일 수 없습니다.",
  lost: "갤러리의 얼굴 정보가 남아 있지 않습니다. “그만 붙이기”를 누르고 다시 시작하세요.",
  networks:
    "여기서는 신경망이 실행되지 않습니다. 페이지를 새로 고치고, 그래도 안 되면 확장 프로그램을 다시 로드하세요.",
};

const tables: Readonly<Record<Language, LiveStrings>> = { en: english, ko: korean };

/** The words of naming what plays. */
export const strings: LiveStrings = tables[language];
