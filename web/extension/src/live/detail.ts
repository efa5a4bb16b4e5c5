import { ALIGNED } from "./geometry";

/** How fine the finest is that a face shows; core's Detail has the reasons and where the levels were measured. */
export type Detail = "full" | "half" | "quarter";

// The middle of a face, as core's AlignedFace has it: no hair.
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 82, 35, 95];

const NOISE = 3;

export function detailOf(measure: number): Detail {
  return measure < 0.067 ? "quarter" : measure < 0.113 ? "half" : "full";
}

/** How much of the light and shade in the middle of an aligned face is lost when two pixels become one: core's `Detail.measure`. */
export function detailIn(rgb: Uint8Array): number {
  const soft = softened(rgb);
  let [lost, sum, squares] = [0, 0, 0];
  for (let y = TOP; y < BOTTOM; y++) {
    for (let x = LEFT; x < RIGHT; x++) {
      const at = luma(rgb, x, y);
      const difference = at - luma(soft, x, y);
      lost += difference * difference;
      sum += at;
      squares += at * at;
    }
  }
  const pixels = (RIGHT - LEFT) * (BOTTOM - TOP);
  const mean = sum / pixels;
  const variance = Math.max(0, squares / pixels - mean * mean);
  return Math.sqrt(lost / pixels) / (Math.sqrt(variance) + NOISE);
}

/** Squares of two pixels become one each, and the way between their middles is straight. */
function softened(rgb: Uint8Array): Uint8Array {
  const size = ALIGNED / 2;
  const small = new Float64Array(size * size * 3);
  for (let i = 0; i < rgb.length; i++) {
    const [x, y] = [Math.floor(i / 3) % ALIGNED, Math.floor(i / 3 / ALIGNED)];
    small[((y >> 1) * size + (x >> 1)) * 3 + (i % 3)]! += rgb[i]! / 4;
  }
  const out = new Uint8Array(rgb.length);
  const within = (at: number) => Math.max(0, Math.min(size - 1, (at + 0.5) / 2 - 0.5));
  for (let y = 0; y < ALIGNED; y++) {
    const v = within(y);
    const above = Math.floor(v);
    const below = Math.min(size - 1, above + 1);
    for (let x = 0; x < ALIGNED; x++) {
      const u = within(x);
      const left = Math.floor(u);
      const right = Math.min(size - 1, left + 1);
      for (let c = 0; c < 3; c++) {
        const at = (row: number, column: number) => small[(row * size + column) * 3 + c]!;
        const upper = at(above, left) * (1 - u + left) + at(above, right) * (u - left);
        const lower = at(below, left) * (1 - u + left) + at(below, right) * (u - left);
        out[(y * ALIGNED + x) * 3 + c] = Math.round(upper * (1 - v + above) + lower * (v - above));
      }
    }
  }
  return out;
}

function luma(rgb: Uint8Array, x: number, y: number): number {
  const i = (y * ALIGNED + x) * 3;
  return 0.299 * rgb[i]! + 0.587 * rgb[i + 1]! + 0.114 * rgb[i + 2]!;
}
