import type { FaceSheet } from "../player/faces";
import type { Box, Labels, Track } from "../player/labels";
import { cropOf, type Rect } from "./crop";

/** A face on one frame of the video that can become a picture of a gallery. */
export interface Spot {
  readonly track: number;
  readonly frame: number;
  /** Pixels of the face's height. */
  readonly height: number;
  /** What to cut out of the frame. */
  readonly crop: Rect;
  /** Whether it is worth adding without a second thought: surely whose it is said to be, and not small. */
  readonly good: boolean;
}

/** Which faces are offered, in the order of the video, and of how many tracks none is, by why. */
export interface Choice {
  readonly spots: readonly Spot[];
  readonly tooSmall: number;
  /** Too near to another face, at the picture's edge, or seen for a moment only. */
  readonly unusable: number;
}

/** As many as can be looked through at a glance. */
export const MOST_SPOTS = 8;

/** What the gallery's check takes is 32 pixels high (FaceChoice in functions/core), as it finds the face anew: a little more is sure. */
export const LEAST_HEIGHT = 36;

/** Below, a face says less about its owner (docs/galleries.md). */
const GOOD_HEIGHT = 64;

/** Higher ones say no more. */
const ENOUGH_HEIGHT = 160;

/** Of tracks with this confidence nine in ten have the right name. */
const SURE = 0.9;

/** From each second of a track one face is looked at: those of one second are all alike. */
const APART = 1;

/** Beside a cut, two shots may be seen in one picture: this many seconds on, none is any more. */
const FADED = 0.3;

interface Candidate {
  readonly spot: Spot;
  readonly shot: number;
  readonly seconds: number;
  readonly worth: number;
}

/**
 * Chooses faces of some tracks for a gallery: large ones, that stand still, are far from cuts and alone in what is cut out;
 * spread over shots and times, since a gallery learns nothing from the same look twice.
 *
 * @param trusted tracks whose name somebody looked at
 */
export function chooseFaces(
  sheet: FaceSheet,
  tracks: readonly number[],
  trusted: ReadonlySet<number> = new Set(),
): Choice {
  const wanted = new Set(tracks);
  const candidates: Candidate[] = [];
  let tooSmall = 0;
  let unusable = 0;
  for (const track of sheet.labels.tracks) {
    if (!wanted.has(track.id)) continue;
    const sure = trusted.has(track.id) || !track.known || track.confidence >= SURE;
    const found = candidatesOf(sheet, track, sure);
    candidates.push(...found);
    if (found.length > 0) continue;
    if (track.boxes.every(([, , , , h]) => h < LEAST_HEIGHT)) tooSmall++;
    else unusable++;
  }
  return { spots: spread(candidates), tooSmall, unusable };
}

/** The best of each second. */
function candidatesOf(sheet: FaceSheet, track: Track, sure: boolean): Candidate[] {
  const best = new Map<number, Candidate>();
  const shot = shotOf(sheet.labels, track);
  for (let i = 0; i < track.boxes.length; i++) {
    const box = track.boxes[i]!;
    const worth = worthOf(sheet, track, i, shot);
    const second = Math.floor((sheet.times.time(box[0]) - track.start) / APART);
    if (worth <= (best.get(second)?.worth ?? 0)) continue;
    const [frame, x, y, w, h] = box;
    const others = sheet.facesOn(frame).filter((face) => face.track !== track);
    const crop = cropOf({ x, y, w, h }, others, sheet.labels.video);
    if (crop === undefined) continue;
    const good = sure && Math.min(w, h) >= GOOD_HEIGHT;
    const spot = { track: track.id, frame, height: Math.round(h), crop, good };
    best.set(second, { spot, shot: shot[0], seconds: sheet.times.time(frame), worth });
  }
  return [...best.values()];
}

/** 0 for what cannot be used, else up to 1. */
function worthOf(
  { labels, times }: FaceSheet,
  { boxes }: Track,
  at: number,
  [first, last]: readonly [number, number],
): number {
  const box = boxes[at]!;
  const [frame, , , w, h] = box;
  if (h < LEAST_HEIGHT || isCut(box, labels.video)) return 0;
  const toCut = Math.min(
    first === 0 ? Infinity : times.time(frame) - times.time(first),
    last === times.count - 1 ? Infinity : times.time(last) - times.time(frame),
  );
  if (toCut <= 0) return 0;
  return (
    (Math.min(1, Math.min(w, h) / ENOUGH_HEIGHT) * Math.min(1, toCut / FADED)) / (1 + 16 * speed(boxes, at))
  );
}

/** How far a face moves from one frame to the next, in parts of its longer side: what moves is blurred. */
function speed(boxes: readonly Box[], at: number): number {
  const [before, after] = [Math.max(0, at - 1), Math.min(boxes.length - 1, at + 1)];
  if (before === after) return 0;
  const [, ax, ay, aw, ah] = boxes[before]!;
  const [, bx, by, bw, bh] = boxes[after]!;
  const moved = Math.hypot(bx + bw / 2 - ax - aw / 2, by + bh / 2 - ay - ah / 2);
  return moved / (after - before) / Math.max(aw, ah);
}

/** Whether the picture's edge cuts through the face; boxes reach a little over it. */
function isCut([, x, y, w, h]: Box, { width, height }: Labels["video"]): boolean {
  const slack = 0.04;
  return x < -slack * w || y < -slack * h || x + w > width + slack * w || y + h > height + slack * h;
}

/** A track's shot; where the labels tell of none, the track ends where its shot does. */
function shotOf({ shots }: Labels, { firstFrame, lastFrame }: Track): readonly [number, number] {
  return shots?.find(([first, last]) => first <= firstFrame && lastFrame <= last) ?? [firstFrame, lastFrame];
}

/** One after the other those that add most to what is chosen already. */
function spread(candidates: readonly Candidate[]): Spot[] {
  const chosen: Candidate[] = [];
  let left = candidates;
  while (chosen.length < MOST_SPOTS && left.length > 0) {
    const added = left.map((each) => each.worth * news(each, chosen));
    const most = added.indexOf(Math.max(...added));
    chosen.push(left[most]!);
    left = left.filter((each, i) => i !== most && !isAlike(each, chosen.at(-1)!));
  }
  return chosen.map(({ spot }) => spot).sort((a, b) => a.frame - b.frame || a.track - b.track);
}

/** How much a look differs from those before, by where it is: 1 for the first, less in the same shot or soon after. */
function news(each: Candidate, chosen: readonly Candidate[]): number {
  return chosen.reduce((left, other) => {
    const gap = Math.abs(each.seconds - other.seconds);
    return left * (gap / (gap + 1)) * (each.shot === other.shot ? 0.5 : 1);
  }, 1);
}

function isAlike(a: Candidate, b: Candidate): boolean {
  return a.spot.track === b.spot.track && Math.abs(a.seconds - b.seconds) < APART;
}
