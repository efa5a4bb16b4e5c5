import { type Drawing, type Face, type Run, type Span, type Truth, faceFromDrawing } from "./model";

/** What is kept of a truth: what hands did. The faces themselves come from the labels or the opened file again. */
interface Saved {
  readonly version: 1;
  /** Which labels it was made on. */
  readonly labels: string;
  readonly base: string;
  readonly faces: readonly { readonly id: number; readonly runs: readonly Run[]; readonly looked: boolean }[];
  readonly drawn: readonly {
    readonly id: number;
    readonly drawing: Drawing;
    readonly runs: readonly Run[];
    readonly looked: boolean;
  }[];
  readonly newcomers: readonly string[];
  readonly range?: Span;
  readonly every?: number;
}

/** The edits of a truth as text. Faces that somebody looked at are in it whole: new labels may name them otherwise. */
export function saved(truth: Truth, baseFaces: readonly Face[], labels: string): string {
  const first = new Map(baseFaces.map((face) => [face.id, face]));
  const content: Saved = {
    version: 1,
    labels,
    base: truth.base,
    faces: truth.faces
      .filter((face) => face.drawing === undefined && (face.looked || face.runs !== first.get(face.id)?.runs))
      .map(({ id, runs, looked }) => ({ id, runs, looked })),
    drawn: truth.faces.flatMap(({ id, drawing, runs, looked }) =>
      drawing === undefined ? [] : [{ id, drawing, runs, looked }],
    ),
    newcomers: truth.newcomers,
    ...(truth.range === undefined ? {} : { range: truth.range }),
    ...(truth.every === undefined ? {} : { every: truth.every }),
  };
  return JSON.stringify(content);
}

/** Edits that were kept; nothing when they cannot be read. */
export function parsed(text: string | null): Saved | undefined {
  try {
    const found = JSON.parse(text ?? "null") as Saved | null;
    const whole =
      found?.version === 1 &&
      [found.faces, found.drawn, found.newcomers].every((each) => Array.isArray(each));
    return whole ? found : undefined;
  } catch {
    return undefined;
  }
}

/** The truth that edits make of faces. */
export function restored(edits: Saved, baseFaces: readonly Face[]): Truth {
  const changed = new Map(edits.faces.map((each) => [each.id, each]));
  return {
    base: edits.base,
    faces: [
      ...baseFaces.map((face) => {
        const edit = changed.get(face.id);
        return edit === undefined ? face : { ...face, runs: edit.runs, looked: edit.looked };
      }),
      ...edits.drawn.map(({ id, drawing, runs, looked }) => faceFromDrawing(id, drawing, runs, looked)),
    ],
    newcomers: edits.newcomers,
    ...(edits.range === undefined ? {} : { range: edits.range }),
    ...(edits.every === undefined ? {} : { every: edits.every }),
  };
}
