import type { Alignment } from "./geometry";

/** A picture as a canvas gives it: four bytes a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** More samples in each direction change nothing that a network sees. */
const MOST_SAMPLES = 4;

/**
 * Cuts a square out of a picture, turned and scaled, as vision's YuvSampler does: the mean of several samples where it gets smaller, and the
 * picture's edge repeated outside of it.
 *
 * @param size pixels on each side of the result
 * @returns red, green and blue of each pixel, row by row
 */
export function cut(picture: Picture, { a, b, tx, ty }: Alignment, size: number): Uint8Array {
  const k = Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(Math.hypot(a, b) / 1.5)));
  const out = new Uint8Array(size * size * 3);
  const pixel = [0, 0, 0];
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      pixel.fill(0);
      for (let sj = 0; sj < k; sj++) {
        const q = j + (sj + 0.5) / k;
        for (let si = 0; si < k; si++) {
          const p = i + (si + 0.5) / k;
          add(picture, a * p - b * q + tx - 0.5, b * p + a * q + ty - 0.5, pixel);
        }
      }
      const to = (j * size + i) * 3;
      for (let c = 0; c < 3; c++) out[to + c] = pixel[c]! / (k * k) + 0.5;
    }
  }
  return out;
}

/** Adds what lies between four neighbours. */
function add({ width, height, data }: Picture, x: number, y: number, pixel: number[]): void {
  const cx = Math.max(0, Math.min(width - 1, x));
  const cy = Math.max(0, Math.min(height - 1, y));
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const right = x0 < width - 1 ? 4 : 0;
  const below = y0 < height - 1 ? width * 4 : 0;
  const [fx, fy] = [cx - x0, cy - y0];
  const at = (y0 * width + x0) * 4;
  for (let c = 0; c < 3; c++) {
    const upper = data[at + c]! * (1 - fx) + data[at + right + c]! * fx;
    const lower = data[at + below + c]! * (1 - fx) + data[at + below + right + c]! * fx;
    pixel[c]! += upper * (1 - fy) + lower * fy;
  }
}
