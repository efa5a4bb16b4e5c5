/** In which letters names are written: as the label has them, or the part of it that is Latin or Korean. */
export type Letters = "label" | "latin" | "korean";

/** A person of a gallery, as its maker wrote their names. */
export interface PersonNames {
  readonly name: string;
  readonly korean?: string;
  readonly romanised?: string;
  readonly english?: string;
}

const HANGUL = /\p{Script=Hangul}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * The part of a label in these letters, where it is written in both: `Lisa (리사)`, `리사 / Lisa`, `Lisa 리사`. Else the label.
 * Nothing is transcribed: how an idol spells her name no rule tells.
 */
export function nameIn(letters: Letters, label: string): string {
  if (letters === "label" || !HANGUL.test(label) || !LATIN.test(label)) return label;
  const [wanted, other] = letters === "korean" ? [HANGUL, LATIN] : [LATIN, HANGUL];
  const parts = label.split(/[\s()[\]/|·,]+/u).filter((part) => wanted.test(part) && !other.test(part));
  return parts.length === 0 ? label : parts.join(" ");
}

/** What a person is called in these letters: by the name that the gallery has for them, else by the part of the label. */
export function calledIn(letters: Letters, { name, korean, romanised, english }: PersonNames): string {
  const own = letters === "korean" ? korean : letters === "latin" ? (english ?? romanised) : undefined;
  return own ?? nameIn(letters, name);
}
