import type { Box } from "../player/labels";

/** The name of a face that is nobody of the gallery, as in labels.csv. */
export const STRANGER = "unknown";

/** Who a face is: a person, {@link STRANGER}, or `null` for what is no face at all. */
export type Who = string | null;

/** Frames from one to another, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Run extends Span {
  readonly who: Who;
}

/** What a hand drew: boxes on some frames, and for which frames the face is there. */
export interface Drawing extends Span {
  /** By frame; between two of them boxes are interpolated, outside of them the nearest one stays. */
  readonly keys: readonly Box[];
}

/** One face followed through frames. */
export interface Face {
  /** Counts from 0 over the automatic or opened faces; drawn faces go on from there. */
  readonly id: number;
  /** By frame, at least one; a truth file of every twelfth frame leaves gaps. */
  readonly boxes: readonly Box[];
  /** From the first box's frame to the last one's, without a gap. */
  readonly runs: readonly Run[];
  /** Whether somebody has looked at it. */
  readonly looked: boolean;
  readonly drawing?: Drawing;
  /** Which stranger the automatic labels took it for, from 1. */
  readonly stranger?: number;
}

/** All that is known about a video by hand. Never changed: every edit makes another one. */
export interface Truth {
  /** Where the faces came from: `labels`, or an opened file. */
  readonly base: string;
  readonly faces: readonly Face[];
  /** Names that the gallery does not have. */
  readonly newcomers: readonly string[];
  /** The frames that the truth is about; all of them without. */
  readonly range?: Span;
  /** Only frames divisible by it are in an opened file of every n-th frame. */
  readonly every?: number;
}

/** Whether the truth says anything about a frame. */
export function isAbout({ range, every = 1 }: Truth, frame: number): boolean {
  return frame % every === 0 && (range === undefined || (range.from <= frame && frame <= range.to));
}

/** A face on one frame. */
export interface Spot {
  readonly face: Face;
  readonly box: Box;
  readonly who: Who;
}

export function spanOf({ boxes }: Face): Span {
  return { from: boxes[0]![0], to: boxes.at(-1)![0] };
}

export function whoAt({ runs }: Face, frame: number): Who {
  return runs.find(({ from, to }) => from <= frame && frame <= to)?.who ?? null;
}

export function boxAt({ boxes }: Face, frame: number): Box | undefined {
  let low = 0;
  let high = boxes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (boxes[middle]![0] <= frame) low = middle;
    else high = middle - 1;
  }
  return boxes[low]![0] === frame ? boxes[low] : undefined;
}

/** The faces of a frame from left to right, removed ones too. */
export function spotsOn(truth: Truth, frame: number): readonly Spot[] {
  const spots = truth.faces.flatMap((face): Spot[] => {
    const { from, to } = spanOf(face);
    const box = from <= frame && frame <= to ? boxAt(face, frame) : undefined;
    return box === undefined ? [] : [{ face, box, who: whoAt(face, frame) }];
  });
  return spots.sort((a, b) => a.box[1] - b.box[1] || a.box[2] - b.box[2] || a.face.id - b.face.id);
}

export function faceOf(truth: Truth, id: number | undefined): Face | undefined {
  return truth.faces.find((face) => face.id === id);
}

/** Says who a face is on some frames. Whoever says so has looked at it. */
export function nameFace(truth: Truth, id: number, { from, to }: Span, who: Who): Truth {
  return change(truth, id, (face) => ({ ...face, runs: renamed(face.runs, from, to, who), looked: true }));
}

/**
 * Says who a stranger is on all tracks that the automatic labels took for the same one, as far as they still have the
 * name that the given one has. Only the given one has been looked at.
 */
export function nameStranger(truth: Truth, id: number, was: Who, who: Who): Truth {
  const fellows = new Set(fellowsOf(truth, id, was).map((face) => face.id));
  const faces = truth.faces.map((face) =>
    fellows.has(face.id)
      ? { ...face, runs: renamed(face.runs, spanOf(face).from, spanOf(face).to, who) }
      : face,
  );
  return lookAt({ ...truth, faces }, id, true);
}

/** The faces that {@link nameStranger} names, the given one among them; none where it is nobody's of the strangers. */
export function fellowsOf(truth: Truth, id: number, was: Who): readonly Face[] {
  const stranger = faceOf(truth, id)?.stranger;
  if (stranger === undefined) return [];
  return truth.faces.filter(
    (face) => face.id === id || (face.stranger === stranger && face.runs.every(({ who }) => who === was)),
  );
}

export function lookAt(truth: Truth, id: number, looked: boolean): Truth {
  return change(truth, id, (face) => (face.looked === looked ? face : { ...face, looked }));
}

export function lookAtAll(truth: Truth): Truth {
  return { ...truth, faces: truth.faces.map((face) => (face.looked ? face : { ...face, looked: true })) };
}

export function limit(truth: Truth, range: Span | undefined): Truth {
  const { range: _, ...rest } = truth;
  return range === undefined ? rest : { ...rest, range };
}

export function welcome(truth: Truth, name: string): Truth {
  return truth.newcomers.includes(name) ? truth : { ...truth, newcomers: [...truth.newcomers, name] };
}

/** Adds a face that a hand drew on one frame. */
export function drawFace(truth: Truth, box: Box, who: Who): Truth {
  const id = truth.faces.reduce((most, face) => Math.max(most, face.id + 1), 0);
  const [frame] = box;
  const drawing = { keys: [box], from: frame, to: frame };
  const runs = [{ from: frame, to: frame, who }];
  return { ...truth, faces: [...truth.faces, { id, boxes: drawn(drawing), runs, looked: true, drawing }] };
}

/** Draws a drawn face on one more frame; it is then there up to that frame. */
export function drawAgain(truth: Truth, id: number, box: Box): Truth {
  return redraw(truth, id, ({ keys, from, to }) => ({
    keys: [...keys.filter(([frame]) => frame !== box[0]), box].sort(([a], [b]) => a - b),
    from: Math.min(from, box[0]),
    to: Math.max(to, box[0]),
  }));
}

/** Moves an end of a drawn face. An end that passes the other one takes it along. */
export function moveEnd(truth: Truth, id: number, end: "from" | "to", frame: number): Truth {
  return redraw(truth, id, ({ keys, from, to }) =>
    end === "from"
      ? { keys, from: frame, to: Math.max(to, frame) }
      : { keys, from: Math.min(from, frame), to: frame },
  );
}

/** A drawn face as it was kept: its boxes follow from the drawing. */
export function faceFromDrawing(id: number, drawing: Drawing, runs: readonly Run[], looked: boolean): Face {
  return { id, boxes: drawn(drawing), runs: fitted(runs, drawing), looked, drawing };
}

/** The boxes of all frames of a drawing. */
export function drawn({ keys, from, to }: Drawing): readonly Box[] {
  const boxes: Box[] = [];
  let next = 0;
  for (let frame = from; frame <= to; frame++) {
    while (next < keys.length && keys[next]![0] < frame) next++;
    const after = keys[next] ?? keys.at(-1)!;
    const before = keys[next]?.[0] === frame ? after : (keys[next - 1] ?? after);
    const share = after[0] === before[0] ? 0 : (frame - before[0]) / (after[0] - before[0]);
    const at = (i: 1 | 2 | 3 | 4) => tenth(before[i] + (after[i] - before[i]) * share);
    boxes.push([frame, at(1), at(2), at(3), at(4)]);
  }
  return boxes;
}

/** Runs with another name on some frames; neighbours of one name become one. */
export function renamed(runs: readonly Run[], from: number, to: number, who: Who): readonly Run[] {
  const pieces = runs.flatMap((run): Run[] => {
    if (run.to < from || run.from > to) return [run];
    return [
      ...(run.from < from ? [{ ...run, to: from - 1 }] : []),
      { from: Math.max(run.from, from), to: Math.min(run.to, to), who },
      ...(run.to > to ? [{ ...run, from: to + 1 }] : []),
    ];
  });
  return joined(pieces);
}

export function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && last.who === run.who) all[all.length - 1] = { ...last, to: run.to };
    else all.push(run);
  }
  return all;
}

/** To a tenth of a pixel, as the files have it. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function change(truth: Truth, id: number, edit: (face: Face) => Face): Truth {
  return { ...truth, faces: truth.faces.map((face) => (face.id === id ? edit(face) : face)) };
}

function redraw(truth: Truth, id: number, edit: (drawing: Drawing) => Drawing): Truth {
  return change(truth, id, (face) =>
    face.drawing === undefined ? face : faceFromDrawing(id, edit(face.drawing), face.runs, true),
  );
}

/** Cuts runs to a span, or lets the first and the last of them reach its ends. */
function fitted(runs: readonly Run[], { from, to }: Span): readonly Run[] {
  const inside = runs.filter((run) => run.to >= from && run.from <= to);
  if (inside.length === 0) {
    const nearest = runs[0]!.from > to ? runs[0]! : runs.at(-1)!;
    return [{ from, to, who: nearest.who }];
  }
  return inside.map((run, i) => ({
    from: i === 0 ? from : run.from,
    to: i === inside.length - 1 ? to : run.to,
    who: run.who,
  }));
}
