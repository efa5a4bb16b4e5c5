import { type Span, union } from "../lanes/build";
import { startOf } from "../lanes/scenes";
import type { Labels } from "../player/labels";

/** How long a person of the gallery is on screen. */
export interface Time {
  readonly name: string;
  /** Seconds. */
  readonly seconds: number;
  /** Of the video, 0 to 1. */
  readonly share: number;
  /** Seconds of these that are expected to be somebody else: each appearance's, times how unsure its name is. */
  readonly unsure: number;
}

/** Two people who are seen at once. */
export interface Pair {
  readonly names: readonly [string, string];
  readonly seconds: number;
  /** Just inside the first scene that shows both, in seconds. */
  readonly first: number;
}

/** Everybody of the gallery who appears, the longest on screen first. */
export function timesOf({ people, tracks, video }: Labels): readonly Time[] {
  return people
    .map((name) => {
      const own = tracks.filter((track) => track.known && track.name === name);
      const seconds = lengthOf(union(own, 0));
      const unsure = own.reduce((sum, each) => sum + (1 - each.confidence) * (each.end - each.start), 0);
      const share = video.duration > 0 ? Math.min(1, seconds / video.duration) : 0;
      return { name, seconds, share, unsure: Math.min(unsure, seconds) };
    })
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
}

/** All pairs of people of the gallery who are on screen at once, the longest together first. */
export function pairsOf({ people, tracks }: Labels): readonly Pair[] {
  const seen = people.map((name) => ({
    name,
    spans: union(
      tracks.filter((track) => track.known && track.name === name),
      0,
    ),
  }));
  const pairs: Pair[] = [];
  seen.forEach((one, i) => {
    for (const other of seen.slice(i + 1)) {
      const both = shared(one.spans, other.spans);
      if (both[0] === undefined) continue;
      const names = [one.name, other.name] as const;
      pairs.push({ names, seconds: lengthOf(both), first: startOf(both[0]) });
    }
  });
  return pairs.sort((a, b) => b.seconds - a.seconds);
}

/** Where two lists of spans overlap; each in order, none touching the next. */
function shared(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const both: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(a[i]!.start, b[j]!.start);
    const end = Math.min(a[i]!.end, b[j]!.end);
    if (start < end) both.push({ start, end });
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return both;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
