// How right the names are that were shown over a film whose truth is known.

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Faces by frame, with their names; boxes in pixels of the film. */
export type Truth = Map<number, (Box & { name: string })[]>;

export interface Sample {
  seconds: number;
  size: { width: number; height: number };
  faces: (Box & { track: { name: string; known: boolean } })[];
}

// Of the demo's film.
const [WIDTH, RATE] = [1280, 24];

/** Reads `frame,x,y,w,h,name`. */
export function readTruth(csv: string): Truth {
  const truth: Truth = new Map();
  for (const line of csv.trim().split("\n").slice(1)) {
    const [frame, x, y, w, h, name] = line.split(",") as [string, string, string, string, string, string];
    const faces = truth.get(Number(frame)) ?? [];
    faces.push({ x: Number(x), y: Number(y), w: Number(w), h: Number(h), name });
    truth.set(Number(frame), faces);
  }
  return truth;
}

/**
 * Counts faces of the gallery's people, how many of them had their name, how many names were shown, how many of these lay on nobody who is
 * called so, and how many on somebody else.
 */
export function score(truth: Truth, samples: readonly Sample[]) {
  const counts = { faces: 0, right: 0, named: 0, wrong: 0, somebodyElse: 0 };
  for (const { seconds, size, faces } of samples) {
    const there = truth.get(Math.floor(seconds * RATE + 0.01)) ?? [];
    const scale = WIDTH / size.width;
    const named = faces
      .filter(({ track }) => track.known)
      .map(({ track, x, y, w, h }) => ({
        name: track.name,
        x: x * scale,
        y: y * scale,
        w: w * scale,
        h: h * scale,
      }));
    const over = (a: Box, b: Box) => iou(a, b) > 0.3;
    const fits = (a: Box & { name: string }, b: Box & { name: string }) => a.name === b.name && over(a, b);
    for (const face of there) {
      if (face.name === "unknown") continue;
      counts.faces++;
      if (named.some((each) => fits(each, face))) counts.right++;
    }
    for (const each of named) {
      counts.named++;
      if (!there.some((face) => fits(face, each))) {
        counts.wrong++;
        if (there.some((face) => over(face, each))) counts.somebodyElse++;
      }
    }
  }
  return counts;
}

function iou(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  const shared = Math.max(0, w) * Math.max(0, h);
  return shared / (a.w * a.h + b.w * b.h - shared);
}
