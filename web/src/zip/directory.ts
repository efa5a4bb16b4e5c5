import { strings } from "../ui/strings";
import { entryName } from "./entry-name";
import { ZipRefusal } from "./refusal";

/** A file in a zip, as the zip's directory tells. */
export interface ZipEntry {
  /** With `/` between folders, and without steps out of them. */
  readonly path: string;
  /** How it is packed: 0 not at all, 8 by deflate, others not read here. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Bytes in the zip, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const words = strings.zip;
const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** The directory of that many files with long names; what is longer is not read at all. */
const BYTES_A_FILE = 1_024;

/**
 * Reads a zip's directory, which is at its end: sizes and flags are known before anything is unpacked.
 * @throws ZipRefusal where it is damaged, has more files than `most`, or is larger than a plain zip can be
 */
export async function readDirectory(zip: File, most: number): Promise<readonly ZipEntry[]> {
  const { count, start, length } = await readEnd(zip, most);
  const view = await viewOf(zip, start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > length || view.getUint32(at, true) !== ENTRY) throw damaged(zip);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((k) => view.getUint16(at + k, true));
    const name = at + 46;
    const next = name + nameLength! + extraLength! + commentLength!;
    if (next > length) throw damaged(zip);
    const flags = view.getUint16(at + 8, true);
    const bytes = new Uint8Array(view.buffer, name, nameLength);
    const extra = new DataView(view.buffer, name + nameLength!, extraLength);
    const path = entryName(bytes, (flags & 0x800) !== 0, extra).replaceAll("\\", "/");
    if (!path.endsWith("/")) {
      entries.push({
        path: path
          .split("/")
          .filter((step) => step !== "" && step !== "." && step !== "..")
          .join("/"),
        method: view.getUint16(at + 10, true),
        isEncrypted: (flags & 0x1) !== 0,
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
    }
    at = next;
  }
  return entries;
}

/** An entry's bytes as they lie in the zip. */
export async function packedBytes(zip: File, entry: ZipEntry): Promise<Blob> {
  const view = await viewOf(zip, entry.offset, LOCAL_LENGTH);
  if (view.getUint32(0, true) !== LOCAL) throw damaged(zip);
  const start = entry.offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packed > zip.size) throw damaged(zip);
  return zip.slice(start, start + entry.packed);
}

export function damaged(zip: File): ZipRefusal {
  return new ZipRefusal(words.damaged(zip.name));
}

/** The record at the very end; only a comment may follow it. */
async function readEnd(zip: File, most: number): Promise<{ count: number; start: number; length: number }> {
  const from = Math.max(0, zip.size - END_LENGTH - 0xffff);
  const view = await viewOf(zip, from, zip.size - from);
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const length = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    // Marks of Zip64, or of one volume of several.
    if (length === 0xffffffff || start === 0xffffffff || view.getUint16(at + 8, true) !== count) {
      throw new ZipRefusal(words.unusual(zip.name));
    }
    if (count > most || length > most * BYTES_A_FILE) {
      throw new ZipRefusal(words.tooMany(zip.name, most.toLocaleString("en")));
    }
    if (start + length > from + at) throw damaged(zip);
    return { count, start, length };
  }
  throw damaged(zip);
}

async function viewOf(zip: File, start: number, length: number): Promise<DataView> {
  if (start + length > zip.size) throw damaged(zip);
  return new DataView(await zip.slice(start, start + length).arrayBuffer());
}
