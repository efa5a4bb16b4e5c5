import type { OtherNames } from "../../src/player/labels";

/** In which letters names are written: as the label has them, or the part of it that is Latin or Korean. */
export type Letters = "label" | "latin" | "korean";

const HANGUL = /\p{Script=Hangul}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * A name in these letters. What the gallery says of it goes before (`names` of the labels); else it is the part of a label
 * that is written in both, `Lisa (리사)`, `리사 / Lisa`, `Lisa 리사`; else the label. Nothing is transcribed: how an idol spells
 * her name no rule tells.
 */
export function nameIn(letters: Letters, label: string, others: readonly OtherNames[] = []): string {
  const known = others.find(({ name }) => name === label);
  const said = letters === "korean" ? known?.korean : (known?.romanised ?? known?.english);
  if (letters !== "label" && said !== undefined && !(letters === "latin" && isLatin(label))) return said;
  if (letters === "label" || !HANGUL.test(label) || !LATIN.test(label)) return label;
  const [wanted, other] = letters === "korean" ? [HANGUL, LATIN] : [LATIN, HANGUL];
  const parts = label.split(/[\s()[\]/|·,]+/u).filter((part) => wanted.test(part) && !other.test(part));
  return parts.length === 0 ? label : parts.join(" ");
}

function isLatin(text: string): boolean {
  return LATIN.test(text) && !HANGUL.test(text);
}
