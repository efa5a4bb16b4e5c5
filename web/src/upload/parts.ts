/** A run of a file's bytes, from `start` up to but without `end`. Numbers count from 1. */
export interface Part {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts a file of `size` bytes into parts of `partSize`, the last one as short as it must be. */
export function planParts(size: number, partSize: number): readonly Part[] {
  if (size < 1 || partSize < 1) throw new RangeError(`no parts of ${partSize} in ${size} bytes`);
  const parts: Part[] = [];
  for (let start = 0; start < size; start += partSize) {
    parts.push({ number: parts.length + 1, start, end: Math.min(start + partSize, size) });
  }
  return parts;
}
