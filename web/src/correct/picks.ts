import type { Lane } from "../lanes/build";
import type { Labels, Track } from "../player/labels";
import { nameOf } from "../player/named";

/** Faces of which something is to be said. */
export interface Pick {
  /** What they are called now. */
  readonly called: string;
  /** Their name in the labels; `unknown` for a stranger. */
  readonly name: string;
  readonly known: boolean;
  readonly tracks: readonly number[];
  /** How many tracks there are in all of the one whom this is one of. */
  readonly ofAll: number;
}

/** Everybody's tracks, by who they are taken to be. */
function fellows(labels: Labels, like: Someone): readonly Track[] {
  return labels.tracks.filter((track) =>
    like.known
      ? track.known && track.name === like.name
      : !track.known && like.stranger !== undefined && track.stranger === like.stranger,
  );
}

type Someone = { readonly name: string; readonly known: boolean; readonly stranger?: number };

/** One appearance of somebody: a track. */
export function pickTrack(labels: Labels, track: Track): Pick {
  const all = fellows(labels, track);
  return {
    called: nameOf(track),
    name: track.name,
    known: track.known,
    tracks: [track.id],
    ofAll: Math.max(1, all.length),
  };
}

/** All appearances of whoever a track or a lane shows; nothing for a lane of several strangers. */
export function pickAll(labels: Labels, like: Someone | Lane): Pick | undefined {
  const all = fellows(labels, like);
  if (all.length === 0) return undefined;
  return {
    called: nameOf(like),
    name: like.name,
    known: like.known,
    tracks: all.map(({ id }) => id),
    ofAll: all.length,
  };
}

/** A name that some tracks had, what they have now, and how many they are. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly tracks: number;
}

/**
 * What a correction changed, the most first. Strangers count as one: their numbers move up when one gets a name, which
 * is no change to a fan.
 */
export function changesBetween(before: Labels, after: Labels): readonly Change[] {
  const names = new Map(before.tracks.map((track) => [track.id, track]));
  const changes = new Map<string, Change>();
  for (const track of after.tracks) {
    const was = names.get(track.id);
    if (was === undefined || (was.known ? was.name : "") === (track.known ? track.name : "")) continue;
    // Of two names only one can be a stranger's, so that its number is worth telling where it was one.
    const [from, to] = [nameOf(was), track.known ? track.name : nameOf({ name: track.name, known: false })];
    const key = JSON.stringify([from, to]);
    changes.set(key, { from, to, tracks: (changes.get(key)?.tracks ?? 0) + 1 });
  }
  return [...changes.values()].sort((a, b) => b.tracks - a.tracks);
}
