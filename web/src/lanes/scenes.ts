import type { Lane, Span } from "./build";

/** A little into a span's first frame: a player that seeks to its very start may show the frame before. */
const INSIDE = 0.004;

/** By how much a scene must have begun to count as the one that is seen: going back from its start leads to the one before. */
const SEEN = 0.6;

/** The next scene that begins after a time, from the first again after the last; nothing for whoever has none. */
export function nextScene({ spans }: Pick<Lane, "spans">, seconds: number): Span | undefined {
  return spans.find(({ start }) => start + INSIDE > seconds + 2 * INSIDE) ?? spans[0];
}

/** The start of the scene that is seen, then the scene before, from the last again before the first. */
export function sceneBefore({ spans }: Pick<Lane, "spans">, seconds: number): Span | undefined {
  return spans.filter(({ start }) => start < seconds - SEEN).at(-1) ?? spans.at(-1);
}

/** Where to go for a scene. */
export function startOf({ start }: Span): number {
  return start + INSIDE;
}
