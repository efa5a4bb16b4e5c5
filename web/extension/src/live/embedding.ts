/** The vector of a face, of length 1. */
export type Embedding = Float32Array;

/** A raw vector scaled to length 1, as core's `Embedding.of`; nothing where it has no direction. */
export function unit(raw: ArrayLike<number>): Embedding | undefined {
  let square = 0;
  for (let i = 0; i < raw.length; i++) square += raw[i]! * raw[i]!;
  if (!(square > 0) || !Number.isFinite(square)) return undefined;
  return Float32Array.from(raw, (value) => value / Math.sqrt(square));
}

/** The direction of a weighted sum. */
export function weighted(
  parts: readonly { readonly embedding: Embedding; readonly weight: number }[],
): Embedding | undefined {
  const sum = new Float64Array(parts[0]?.embedding.length ?? 0);
  for (const { embedding, weight } of parts) {
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * embedding[i]!;
  }
  return unit(sum);
}

/** Cosine of the angle between two, -1 to 1. */
export function cosine(a: Embedding, b: Embedding): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += a[i]! * b[i]!;
  return dot;
}

/** Bytes as text, for messages that are written as JSON. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  // So many that the call's arguments fit.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** Floats of four bytes, little-endian: core's EmbeddingBytes. */
export function floats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getFloat32(i * 4, true));
}
