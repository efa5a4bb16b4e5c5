import { crc32 } from "./crc";

/** Code page 437 from 128 on: what DOS, and zips without a flag, mean by these bytes. */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const UNICODE_PATH = 0x7075;

/**
 * An entry's name. Without the flag for UTF-8 it may be anything: what is valid UTF-8 is taken for that (macOS forgets
 * the flag), else what is valid in Korean Windows' code page 949, else code page 437 as the format says.
 */
export function entryName(bytes: Uint8Array, isUtf8: boolean, extra: DataView): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  return (
    unicodePath(bytes, extra) ??
    strictly("utf-8", bytes) ??
    strictly("euc-kr", bytes) ??
    Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])).join("")
  );
}

/** Browsers' `euc-kr` is code page 949. Some decoders let bytes that mean nothing pass as control characters. */
function strictly(charset: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return /[\u0080-\u009f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Info-ZIP's second name: a version, the checksum of the first name, UTF-8. */
function unicodePath(bytes: Uint8Array, extra: DataView): string | undefined {
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const length = extra.getUint16(at + 2, true);
    const start = at + 4;
    if (start + length > extra.byteLength) return undefined;
    if (extra.getUint16(at, true) === UNICODE_PATH && length > 5 && extra.getUint8(start) === 1) {
      const isOfThis = extra.getUint32(start + 1, true) === crc32(bytes);
      const name = new Uint8Array(extra.buffer, extra.byteOffset + start + 5, length - 5);
      return isOfThis ? strictly("utf-8", name) : undefined;
    }
    at = start + length;
  }
  return undefined;
}
