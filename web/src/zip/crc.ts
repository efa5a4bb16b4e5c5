const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of a zip's entries (CRC-32 of ISO 3309); goes on from `before` where a file comes in pieces. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  // By index: several times as fast as an iterator, and this runs over each byte of a gallery.
  for (let i = 0; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
