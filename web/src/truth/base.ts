import type { Box, Labels } from "../player/labels";
import { type Row, byFrame } from "./csv";
import { type Face, type Run, STRANGER, type Span, joined } from "./model";

/** Boxes of neighbouring frames that overlap less than this are two faces. */
const SAME_FACE = 0.3;

/** The automatic labels as a first guess at the truth. */
export function facesFromLabels({ tracks }: Labels): readonly Face[] {
  return tracks
    .filter(({ boxes }) => boxes.length > 0)
    .map(({ id, name, known, stranger, boxes }) => {
      const runs = [{ from: boxes[0]![0], to: boxes.at(-1)![0], who: known ? name : STRANGER }];
      return { id, boxes, runs, looked: false, ...(stranger === undefined ? {} : { stranger }) };
    });
}

/**
 * Follows the faces of an opened file from frame to frame, by overlap and never over a cut. Names do not matter: a face
 * whose name changes stays one. A file of every n-th frame is followed in its own steps.
 */
export function facesFromRows(rows: readonly Row[], shots: readonly Span[]): readonly Face[] {
  const frames = byFrame(rows);
  const order = [...frames.keys()].sort((a, b) => a - b);
  const step = smallestStep(order);
  const all: Row[][] = [];
  let open: Row[][] = [];
  for (const frame of order) {
    const here = frames.get(frame)!.sort((a, b) => a.x - b.x || a.y - b.y);
    open = open.filter(
      (face) => frame - face.at(-1)!.frame <= step && sameShot(face.at(-1)!.frame, frame, shots),
    );
    const pairs = open.flatMap((face) =>
      here.map((row) => ({ face, row, overlap: overlap(face.at(-1)!, row) })),
    );
    pairs.sort((a, b) => b.overlap - a.overlap);
    const taken = new Set<Row>();
    const grown = new Set<Row[]>();
    for (const { face, row, overlap } of pairs) {
      if (overlap < SAME_FACE || taken.has(row) || grown.has(face)) continue;
      taken.add(row);
      grown.add(face);
      face.push(row);
    }
    for (const row of here) {
      if (taken.has(row)) continue;
      const face = [row];
      all.push(face);
      open.push(face);
    }
  }
  return all.map((face, id) => ({
    id,
    boxes: face.map(({ frame, x, y, w, h }): Box => [frame, x, y, w, h]),
    runs: runsOf(face),
    looked: false,
  }));
}

/** Of a file of every n-th frame n, else 1. */
export function everyOf(rows: readonly Row[]): number {
  const frames = [...new Set(rows.map(({ frame }) => frame))].sort((a, b) => a - b);
  const step = smallestStep(frames);
  return Number.isFinite(step) && frames.every((frame) => frame % step === 0) ? step : 1;
}

/** Tells whether labels are those that edits were made on: by where their tracks are, whatever their names. */
export function fingerprint({ video, tracks }: Labels): string {
  let hash = 0x811c9dc5;
  for (const { firstFrame, lastFrame, boxes } of tracks) {
    for (const c of `${firstFrame},${lastFrame},${boxes[0]?.join()};`) {
      hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193) >>> 0;
    }
  }
  return `${video.frames}-${tracks.length}-${hash.toString(16)}`;
}

function runsOf(face: readonly Row[]): readonly Run[] {
  // Frames between two rows belong to the earlier one.
  const runs = face.map(({ frame, name }, i) => ({
    from: frame,
    to: (face[i + 1]?.frame ?? frame + 1) - 1,
    who: name,
  }));
  return joined(runs);
}

function smallestStep(frames: readonly number[]): number {
  let step = Number.POSITIVE_INFINITY;
  for (let i = 1; i < frames.length; i++) step = Math.min(step, frames[i]! - frames[i - 1]!);
  return step;
}

function sameShot(a: number, b: number, shots: readonly Span[]): boolean {
  return !shots.some(({ from }) => a < from && from <= b);
}

/** Intersection over union. */
function overlap(a: Row, b: Row): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  const shared = w <= 0 || h <= 0 ? 0 : w * h;
  return shared / (a.w * a.h + b.w * b.h - shared);
}
