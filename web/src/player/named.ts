import { strings } from "../ui/strings";
import type { Track } from "./labels";

const words = strings.player;

/** Who a face is, as far as labels say. */
export type Named = Pick<Track, "name" | "known" | "stranger">;

/** What a face is called: strangers by their numbers, where labels tell them apart. */
export function nameOf({ name, known, stranger }: Named): string {
  return known ? name : stranger === undefined ? words.unknown : words.stranger(stranger);
}

/** A name, or some unknown faces in one word. */
export interface Chip {
  readonly text: string;
  /** Whose colour it has; nothing for the unknown. */
  readonly person?: string;
}

/** More strangers than these are told by their number alone. */
const MOST_STRANGERS = 3;

/** Who is among faces in words: people in the gallery's order, then strangers by their numbers. */
export function chipsOf(faces: readonly { readonly track: Named }[], people: readonly string[]): Chip[] {
  const known = new Set<string>();
  const strangers = new Set<number>();
  let others = 0;
  for (const { track } of faces) {
    if (track.known) known.add(track.name);
    else if (track.stranger !== undefined) strangers.add(track.stranger);
    else others++;
  }
  const numbers = [...strangers].sort((a, b) => a - b);
  // One that is left out would take no less room than its name.
  const named = numbers.length <= MOST_STRANGERS + 1 ? numbers : numbers.slice(0, MOST_STRANGERS);
  const rest = numbers.length - named.length + others;
  return [
    ...people.filter((name) => known.has(name)).map((name) => ({ text: name, person: name })),
    ...named.map((number) => ({ text: words.stranger(number) })),
    ...(rest === 0 ? [] : [{ text: named.length > 0 ? words.moreUnknown(rest) : words.unknowns(rest) }]),
  ];
}
