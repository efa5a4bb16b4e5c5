import { union } from "../lanes/build";
import type { Labels, Track } from "../player/labels";

/** A face to which two recognisers give two names. */
export interface Difference {
  readonly track: number;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly one: Track;
  readonly other: Track;
}

/** How long somebody is on screen by each recogniser, in seconds. */
export interface Times {
  readonly name: string;
  readonly one: number;
  readonly other: number;
}

/** Two recognisers' names on the same faces. */
export interface Comparison {
  readonly tracks: number;
  readonly agree: number;
  /** Of the faces on all frames, those with the same name by both; 0 to 1, and 1 of none. */
  readonly share: number;
  /** In the order of the video. */
  readonly differences: readonly Difference[];
  /** People of either, the longest on screen by the first one first; without those whom neither sees. */
  readonly times: readonly Times[];
}

/**
 * Holds the labels of two recognisers against each other. Both name the tracks of one run, so that a track is known by its
 * id. Which of the unknown people somebody is does not count: their numbers are each recogniser's own.
 *
 * @throws Error when they are not of the same tracks
 */
export function compare(one: Labels, other: Labels): Comparison {
  const others = new Map(other.tracks.map((track) => [track.id, track]));
  const pairs = one.tracks.map((track) => {
    const twin = others.get(track.id);
    if (twin === undefined || others.size !== one.tracks.length) throw new Error("other tracks");
    return { track: track.id, start: track.start, end: track.end, one: track, other: twin };
  });
  const differences = pairs.filter((pair) => nameIn(pair.one) !== nameIn(pair.other));
  const faces = (some: readonly Difference[]) => some.reduce((sum, each) => sum + each.one.boxes.length, 0);
  const all = faces(pairs);
  return {
    tracks: pairs.length,
    agree: pairs.length - differences.length,
    share: all === 0 ? 1 : 1 - faces(differences) / all,
    differences: [...differences].sort((a, b) => a.start - b.start || a.track - b.track),
    times: timesOf(one, other),
  };
}

function timesOf(one: Labels, other: Labels): readonly Times[] {
  const names = [...new Set([...one.people, ...other.people])];
  return names
    .map((name) => ({ name, one: secondsOf(one, name), other: secondsOf(other, name) }))
    .filter((each) => each.one + each.other > 0)
    .sort((a, b) => b.one - a.one || b.other - a.other);
}

function secondsOf({ tracks }: Labels, name: string): number {
  const spans = tracks.filter((track) => track.known && track.name === name);
  return union(spans, 0).reduce((sum, { start, end }) => sum + end - start, 0);
}

function nameIn({ known, name }: Track): string {
  return known ? name : "";
}
