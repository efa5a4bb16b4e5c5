import type { embed as english } from "./embed-strings";
import type { InAnyLanguage } from "./texts";

/** The words of videos on other sites in Korean. */
export const embed: InAnyLanguage<typeof english> = {
  open: "퍼가기",
  lead: "이 한 줄을 넣으면 다른 사이트에서도 이름이 붙은 영상을 볼 수 있습니다. 그 사이트를 보는 사람은 누구나 이 영상을 볼 수 있습니다.",
  line: "다른 사이트에 넣을 코드",
  copy: "코드 복사",
  copied: "코드를 복사했습니다",
  copyFailed: "선택된 코드를 직접 복사하세요.",
  frame: (title) => `${title}, 모든 얼굴에 이름이 있는 영상`,
  whole: "전체 페이지에서 열기",
  working: "아직 이름을 찾고 있습니다. 찾는 대로 나타납니다.",
  nothing: "여기에는 영상이 없습니다. 삭제되었을 수 있습니다.",
};
