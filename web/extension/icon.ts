// The page's icon (web/public/icon.svg) as PNG, which Chrome wants; drawn here, so that no binary lies in git.
import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [number, number, number];

const DARK: Colour = [0x17, 0x14, 0x1d];
const FOIL: readonly (readonly [number, Colour])[] = [
  [0, [0x8f, 0xe3, 0xd0]],
  [0.35, [0xa9, 0xc1, 0xff]],
  [0.7, [0xe6, 0xb3, 0xf5]],
  [1, [0xff, 0xc9, 0xb0]],
];
/** Samples a pixel's side. */
const FINE = 4;

/** PNG of a square of this many pixels, 8-bit RGBA. */
export function icon(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [red, green, blue, inside] = [0, 0, 0, 0];
      for (let i = 0; i < FINE * FINE; i++) {
        const colour = at(
          ((x + ((i % FINE) + 0.5) / FINE) * 32) / size,
          ((y + (Math.floor(i / FINE) + 0.5) / FINE) * 32) / size,
        );
        if (colour === undefined) continue;
        [red, green, blue, inside] = [red + colour[0], green + colour[1], blue + colour[2], inside + 1];
      }
      const share = Math.max(1, inside);
      const alpha = (255 * inside) / (FINE * FINE);
      rows.set(
        [red / share, green / share, blue / share, alpha].map(Math.round),
        y * (size * 4 + 1) + 1 + x * 4,
      );
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The picture's colour at a place, in the 32 units of the SVG; nothing outside of it. */
function at(x: number, y: number): Colour | undefined {
  if (Math.hypot(Math.max(0, Math.abs(x - 16) - 8), Math.max(0, Math.abs(y - 16) - 8)) > 8) return undefined;
  return Math.hypot(x - 16, y - 16) <= 4.2 || corner(Math.abs(x - 16), Math.abs(y - 16)) ? foil(x, y) : DARK;
}

/** The lines of a corner, 2.4 wide with round ends, from the middle of the square: 9 out, rounded by 2, 4 to 9 long. */
function corner(x: number, y: number): boolean {
  const line =
    x > 7 && y > 7
      ? Math.abs(Math.hypot(x - 7, y - 7) - 2)
      : Math.min(Math.hypot(x - 9, Math.max(0, 4 - y, y - 7)), Math.hypot(y - 9, Math.max(0, 4 - x, x - 7)));
  return line <= 1.2;
}

function foil(x: number, y: number): Colour {
  const along = (x + y) / 64;
  const next = FOIL.findIndex(([stop]) => stop >= along);
  const [from, a] = FOIL[Math.max(0, next - 1)]!;
  const [to, b] = FOIL[next]!;
  const share = to === from ? 0 : (along - from) / (to - from);
  const mix = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return [mix(0), mix(1), mix(2)];
}
