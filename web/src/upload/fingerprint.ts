/** How a file is known again after the page was closed. */
export interface Fingerprint {
  readonly name: string;
  readonly size: number;
  /** Last change, in milliseconds since 1970. */
  readonly modified: number;
  /** SHA-256 of samples, in hexadecimal digits. */
  readonly hash: string;
}

const SAMPLES = 16;
const SAMPLE = 64 * 1024;

/** Reads sixteen samples from the start to the end, 1 MB at most, however large the file is. */
export async function fingerprintOf(file: File): Promise<Fingerprint> {
  const whole = file.size <= SAMPLES * SAMPLE;
  const starts = whole
    ? [0]
    : Array.from({ length: SAMPLES }, (_, i) => Math.floor(((file.size - SAMPLE) * i) / (SAMPLES - 1)));
  const samples = new Blob(starts.map((start) => file.slice(start, whole ? file.size : start + SAMPLE)));
  const hash = await crypto.subtle.digest("SHA-256", await samples.arrayBuffer());
  return {
    name: file.name.normalize("NFC"),
    size: file.size,
    modified: file.lastModified,
    hash: [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}

/**
 * Whether both are one file. Name or last change may be another, not both: people rename files, and phones hand out copies
 * with a new date.
 */
export function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a.size === b.size && a.hash === b.hash && (a.name === b.name || a.modified === b.modified);
}
