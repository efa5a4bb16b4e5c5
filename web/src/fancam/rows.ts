import type { Fancam } from "../api/types";
import type { Lane } from "../lanes/build";

/** One person, with the fancam of hers if there is one. */
export interface FancamRow {
  readonly person: string;
  readonly fancam?: Fancam;
}

/**
 * Whom the card lists: for whoever made the video everybody who appears, the longest first, and whoever has a fancam
 * by older names; for others those alone of whom there is one to see. Of two the one by the names of now.
 */
export function fancamRows(
  lanes: readonly Lane[],
  fancams: readonly Fancam[],
  isMaker: boolean,
): readonly FancamRow[] {
  const best = new Map<string, Fancam>();
  for (const each of fancams) {
    if (!best.has(each.person) || each.current) best.set(each.person, each);
  }
  const seen = lanes.filter(({ known, seconds }) => known && seconds > 0).map(({ name }) => name);
  const people = [...seen, ...[...best.keys()].filter((person) => !seen.includes(person))];
  return people
    .map((person) => {
      const fancam = best.get(person);
      return fancam === undefined ? { person } : { person, fancam };
    })
    .filter(({ fancam }) => isMaker || fancam?.state === "done");
}
