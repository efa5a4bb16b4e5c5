import type { scripts as english } from "./scripts-strings";
import type { InAnyLanguage } from "./texts";

/** The words of the choice of letters for names in Korean. */
export const scripts: InAnyLanguage<typeof english> = {
  title: "이름 표기",
  name: "라벨 그대로",
  korean: "한국어",
  romanised: "로마자",
  english: "영어",
};
