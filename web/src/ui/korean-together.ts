import type { InAnyLanguage } from "./texts";
import type { together as english } from "./together-strings";

/** The words of screen time in Korean. */
export const together: InAnyLanguage<typeof english> = {
  title: "화면에 나온 시간",
  each: "사람별",
  person: "사람",
  onScreen: "나온 시간",
  share: "영상 중",
  unsure: "불확실",
  unsureHint:
    "불확실: 이름이 얼마나 확실한지로 보아 다른 사람일 수 있는 시간입니다. 모르는 사람으로 남은 장면의 시간은 들어 있지 않습니다.",
  together: "함께 나온 사람",
  nobody: "이 갤러리의 두 사람이 함께 나오는 장면이 없습니다.",
  pair: (one, other, time) => `${one}, ${other} 함께 ${time}: 첫 장면으로`,
};
