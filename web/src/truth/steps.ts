import { type Face, type Span, type Truth, isAbout, spanOf } from "./model";

/** How many of the faces somebody has looked at, and how many frames with faces have only such. */
export interface Progress {
  readonly looked: number;
  readonly all: number;
  readonly framesChecked: number;
  readonly framesWithFaces: number;
}

/** The faces that the truth is about, by their first frame. */
export function inPlay({ faces, range }: Truth): readonly Face[] {
  const inside = faces.filter((face) => {
    const { from, to } = spanOf(face);
    return range === undefined || (from <= range.to && to >= range.from);
  });
  return inside.sort((a, b) => spanOf(a).from - spanOf(b).from || a.id - b.id);
}

export function progressOf(truth: Truth): Progress {
  const faces = inPlay(truth);
  const frames = new Set<number>();
  const unchecked = new Set<number>();
  for (const { boxes, looked } of faces) {
    for (const [frame] of boxes) {
      if (!isAbout(truth, frame)) continue;
      frames.add(frame);
      if (!looked) unchecked.add(frame);
    }
  }
  return {
    looked: faces.filter(({ looked }) => looked).length,
    all: faces.length,
    framesChecked: frames.size - unchecked.size,
    framesWithFaces: frames.size,
  };
}

/** The next face that nobody has looked at, after a face or else a frame; from the start again after the last one. */
export function nextToLookAt(truth: Truth, frame: number, after: Face | undefined): Face | undefined {
  const faces = inPlay(truth);
  const here = faces.findIndex(({ id }) => id === after?.id);
  const start = here >= 0 ? here + 1 : faces.findIndex((face) => spanOf(face).to >= frame);
  const order = start < 0 ? faces : [...faces.slice(start), ...faces.slice(0, start)];
  return order.find(({ looked, id }) => !looked && id !== after?.id);
}

/** Where the next shot begins; where this one, or from its first frame the one before, begins. */
export function shotStart(shots: readonly Span[], frame: number, by: 1 | -1): number | undefined {
  const starts = shots.map(({ from }) => from);
  return by > 0 ? starts.find((from) => from > frame) : starts.filter((from) => from < frame).at(-1);
}

/** The frame on which a face is seen best: the middle one of those that it is on and that the truth is about. */
export function bestFrame(face: Face, range: Span | undefined): number {
  const inside = face.boxes.filter(
    ([frame]) => range === undefined || (frame >= range.from && frame <= range.to),
  );
  const boxes = inside.length > 0 ? inside : face.boxes;
  return boxes[boxes.length >> 1]![0];
}
