import type { extension as english } from "./extension-strings";
import type { InAnyLanguage } from "./texts";

/** The words of the browser extension's gallery in Korean. */
export const extension: InAnyLanguage<typeof english> = {
  copy: "확장 프로그램용 코드 복사",
  copied: "코드를 복사했습니다",
  hint: "이 코드가 있으면 누구나 이 갤러리의 얼굴 정보를 읽고, 갤러리를 바꾸거나 삭제할 수 있습니다. 내 브라우저의 확장 프로그램에만 붙여 넣으세요.",
  line: "확장 프로그램용 코드",
  copyFailed: "선택된 코드를 직접 복사하세요.",
};
