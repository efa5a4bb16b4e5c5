/** What a file is, by its first bytes, whatever its name says. */
export type Kind = "video" | "otherVideo" | "picture" | "sound" | "other";

/** Bytes that are enough to tell. */
export const HEAD = 512;

const FIRST_BOXES = ["ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "sidx", "moof"];
/** Brands of ISO files that hold no video. */
const PICTURES = ["heic", "heix", "mif1", "msf1", "avif"];
const SOUNDS = ["M4A ", "M4B "];

/**
 * Looks at the first bytes as the gate does (`Container` in functions/vision), which refuses everything but `video`.
 * A few pictures and songs in a video's container are told apart here, too.
 */
export function kindOf(head: Uint8Array): Kind {
  const text = String.fromCharCode(...head.subarray(0, HEAD));
  const type = text.slice(8, 12);
  if (text.startsWith("\x1aE\xdf\xa3")) return "video";
  if (text.length >= 8 && FIRST_BOXES.includes(text.slice(4, 8))) {
    if (text.slice(4, 8) !== "ftyp") return "video";
    return PICTURES.includes(type) ? "picture" : SOUNDS.includes(type) ? "sound" : "video";
  }
  if (text.startsWith("RIFF")) return type === "WEBP" ? "picture" : type === "WAVE" ? "sound" : "otherVideo";
  if (/^(\xff\xd8\xff|\x89PNG|GIF8|BM)/.test(text)) return "picture";
  if (/^(ID3|fLaC|\xff[\xfb\xf3\xf2])/.test(text)) return "sound";
  if (/^(FLV|OggS|0&\xb2u|\x00\x00\x01[\xba\xb3])/.test(text)) return "otherVideo";
  if (text[0] === "G" && text[188] === "G") return "otherVideo";
  return "other";
}
