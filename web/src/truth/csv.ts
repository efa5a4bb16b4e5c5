import { quoted, recordsOf } from "../ui/csv";
import { strings } from "../ui/strings";
import { STRANGER, type Truth, isAbout, tenth, whoAt } from "./model";

/** A face on a frame: a row of truth.csv or labels.csv. */
export interface Row {
  readonly frame: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly name: string;
}

/** What a file was refused for, in one sentence. */
export class Refusal extends Error {}

const COLUMNS = ["frame", "x", "y", "w", "h", "name"] as const;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const words = strings.truth.refused;

/** Rows by their frames, those of a frame in the order in which they come. */
export function byFrame(rows: readonly Row[]): ReadonlyMap<number, Row[]> {
  const frames = new Map<number, Row[]>();
  for (const row of rows) {
    const known = frames.get(row.frame);
    if (known === undefined) frames.set(row.frame, [row]);
    else known.push(row);
  }
  return frames;
}

/** The rows of a truth, by frame and then from left to right. */
export function rowsOf(truth: Truth): readonly Row[] {
  const rows: (Row & { id: number })[] = [];
  for (const face of truth.faces) {
    for (const [frame, x, y, w, h] of face.boxes) {
      const name = isAbout(truth, frame) ? whoAt(face, frame) : null;
      if (name !== null) rows.push({ frame, x, y, w, h, name, id: face.id });
    }
  }
  return rows.sort((a, b) => a.frame - b.frame || a.x - b.x || a.y - b.y || a.id - b.id);
}

/** truth.csv: docs/labels.md. */
export function csvOf(rows: readonly Row[]): string {
  const lines = rows.map(({ frame, x, y, w, h, name }) =>
    [frame, ...[x, y, w, h].map((pixels) => tenth(pixels).toFixed(1)), quoted(name)].join(","),
  );
  return [COLUMNS.join(","), ...lines, ""].join("\n");
}

/**
 * Reads a truth file as `./idols evaluate` does: the columns in any order and among others, no name for a stranger.
 * @throws Refusal with a sentence for whoever chose the file
 */
export function rowsFrom(
  text: string,
  video: { readonly width: number; readonly height: number; readonly frames: number },
): readonly Row[] {
  const [header, ...records] = recordsOf(text);
  if (header === undefined) throw new Refusal(words.empty);
  const names = header.fields.map(stripped);
  const places = COLUMNS.map((column) => {
    const place = names.lastIndexOf(column);
    if (place < 0) throw new Refusal(words.noColumn(column));
    return place;
  });
  if (records.length === 0) throw new Refusal(words.noRows);
  return records.map(({ fields, line }) => {
    const cells = places.map((place, i) => {
      if (place >= fields.length) throw new Refusal(words.noCell(line, COLUMNS[i]!));
      return stripped(fields[place]!);
    });
    const [x, y, w, h] = [1, 2, 3, 4].map((i) => {
      const value = NUMBER.test(cells[i]!) ? Number(cells[i]) : Number.NaN;
      if (!Number.isFinite(value)) throw new Refusal(words.noNumber(line, COLUMNS[i]!, cells[i]!));
      return tenth(value);
    }) as [number, number, number, number];
    const frame = /^\+?\d+$/.test(cells[0]!) ? Number(cells[0]) : Number.NaN;
    if (Number.isNaN(frame)) throw new Refusal(words.noFrame(line, cells[0]!));
    if (frame >= video.frames) throw new Refusal(words.pastEnd(line, frame, video.frames));
    if (w <= 0 || h <= 0) throw new Refusal(words.noSize(line));
    if (x >= video.width || y >= video.height || x + w <= 0 || y + h <= 0) {
      throw new Refusal(words.outside(line, video.width, video.height));
    }
    return { frame, x, y, w, h, name: cells[5] || STRANGER };
  });
}

/** Without the white space around it; the reader in Java takes the same away. */
function stripped(text: string): string {
  return text.replace(/^[\s\u0085\u001c-\u001f]+|[\s\u0085\u001c-\u001f]+$/g, "");
}
