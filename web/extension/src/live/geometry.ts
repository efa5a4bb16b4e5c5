/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Left eye, right eye, nose, left and right corner of the mouth; left and right as they lie in the picture. */
export type Landmarks = readonly [Point, Point, Point, Point, Point];

/** Takes pixel (u, v) of a cut-out to (a u - b v + tx, b u + a v + ty) of the picture. */
export interface Alignment {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** Width and height of an aligned face, in pixels. */
export const ALIGNED = 112;

/** As core's Alignment has it, and its reasons (Deng et al., "ArcFace", 2019). */
const ARCFACE: readonly Point[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

const EYES_TO_MOUTH = 40.687;

/**
 * The similarity that takes ArcFace's template closest to a face (Umeyama, 1991), at least as large as the way from its eyes to its mouth
 * says: core's `Alignment.toArcFace`.
 */
export function toArcFace(face: Landmarks): Alignment {
  const from = middle(ARCFACE);
  const to = middle(face);
  let [dot, cross, spread] = [0, 0, 0];
  for (const [i, template] of ARCFACE.entries()) {
    const [fx, fy] = [template.x - from.x, template.y - from.y];
    const [gx, gy] = [face[i]!.x - to.x, face[i]!.y - to.y];
    dot += fx * gx + fy * gy;
    cross += fx * gy - fy * gx;
    spread += fx * fx + fy * fy;
  }
  const grown = foreshortened(face, Math.hypot(dot, cross) / spread);
  const a = (dot / spread) * grown;
  const b = (cross / spread) * grown;
  return { a, b, tx: to.x - a * from.x + b * from.y, ty: to.y - b * from.x - a * from.y };
}

function foreshortened([leftEye, rightEye, , leftMouth, rightMouth]: Landmarks, scale: number): number {
  const x = leftMouth.x + rightMouth.x - leftEye.x - rightEye.x;
  const y = leftMouth.y + rightMouth.y - leftEye.y - rightEye.y;
  return Math.max(1, Math.hypot(x, y) / 2 / (EYES_TO_MOUTH * scale));
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Intersection over union: 0 for boxes apart to 1 for equal ones. */
export function iou(a: Box, b: Box): number {
  const shared = intersection(a, b);
  return shared / Math.max(1e-9, a.w * a.h + b.w * b.h - shared);
}

/** Intersection over the smaller area: tells a box inside of a larger one, too. */
export function overSmaller(a: Box, b: Box): number {
  return intersection(a, b) / Math.max(1e-9, Math.min(a.w * a.h, b.w * b.h));
}

function intersection(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** The square with a box's centre and its longer side, which may be made longer. */
export function square({ x, y, w, h }: Box, margin = 1): Box {
  const side = Math.max(w, h) * margin;
  return { x: x + (w - side) / 2, y: y + (h - side) / 2, w: side, h: side };
}
