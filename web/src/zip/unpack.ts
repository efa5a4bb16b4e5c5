import { Inflate } from "fflate";
import type { FoundFile } from "../gallery/folders";
import { isHidden } from "../gallery/folders";
import { isNamesFile } from "../gallery/names-file";
import { pictureType } from "../gallery/pictures";
import { bytes as sizeText } from "../ui/format";
import { strings } from "../ui/strings";
import { crc32 } from "./crc";
import { type ZipEntry, damaged, packedBytes, readDirectory } from "./directory";
import { ZIP_LIMITS, type ZipLimits } from "./limits";
import { ZipRefusal } from "./refusal";

const words = strings.zip;
const STORED = 0;
const DEFLATED = 8;
/** 16 kB inflate to 16 MB at most (deflate packs 1,032 to one): more is never there without having been counted. */
const PIECE = 16 * 1024;
/** What is read of the zip at once. */
const BLOCK = 64 * PIECE;

/**
 * The pictures of a zip, as if its folders had been dropped; a names.csv among them. What is no picture is not
 * unpacked, and of a picture that is too large only as much as shows that.
 *
 * @throws ZipRefusal with a sentence for whoever chose the zip
 */
export async function unpack(zip: File, limits: ZipLimits = ZIP_LIMITS): Promise<readonly FoundFile[]> {
  const tooLarge = () => new ZipRefusal(words.tooLarge(zip.name, sizeText(limits.bytes)));
  if (zip.size > limits.bytes) throw tooLarge();
  const all = (await readDirectory(zip, limits.files)).filter(({ path }) => !isHidden(path));
  const pictures = all.filter(({ path }) => pictureType(path) !== undefined);
  if (pictures.length === 0) throw new ZipRefusal(words.empty(zip.name));
  const wanted = [...pictures, ...all.filter(({ path }) => isNamesFile(path))];
  if (wanted.some(({ isEncrypted }) => isEncrypted)) throw new ZipRefusal(words.encrypted(zip.name));
  if (wanted.some(({ method }) => method !== STORED && method !== DEFLATED)) {
    throw new ZipRefusal(words.unusual(zip.name));
  }
  if (wanted.reduce((sum, { size }) => sum + size, 0) > limits.bytes) throw tooLarge();
  const found: FoundFile[] = [];
  for (const entry of wanted) {
    const content = await contentOf(zip, entry, limits.picture);
    const file = new File([content], entry.path.split("/").at(-1)!, { type: pictureType(entry.path) ?? "" });
    found.push({ path: inGroup(entry.path, zip), file });
  }
  return found;
}

/** People at the top of a zip have no folder around them: the zip is called as their group is. */
function inGroup(path: string, zip: File): string {
  const group = zip.name.replace(/\.zip$/i, "").replace(/ \(\d+\)$/, "");
  return path.split("/").length === 2 ? `${group}/${path}` : path;
}

/** What a file is unpacked, checked against what the directory says of it. */
async function contentOf(zip: File, entry: ZipEntry, most: number): Promise<Blob> {
  const packed = await packedBytes(zip, entry);
  const made: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let crc = 0;
  const count = (piece: Uint8Array) => {
    size += piece.length;
    crc = crc32(piece, crc);
    if (size > entry.size) throw damaged(zip);
  };
  const isOver = () => size > most;
  if (entry.method === STORED) {
    for await (const block of blocksOf(packed)) {
      count(block);
      if (isOver()) break;
    }
  } else {
    const inflate = new Inflate((piece) => {
      count(piece);
      made.push(piece.slice());
    });
    let pushed = 0;
    for await (const block of blocksOf(packed)) {
      for (let at = 0; at < block.length && !isOver(); at += PIECE) {
        const piece = block.subarray(at, at + PIECE);
        pushed += piece.length;
        try {
          inflate.push(piece, pushed === packed.size);
        } catch {
          throw damaged(zip);
        }
      }
      if (isOver()) break;
    }
  }
  if (!isOver() && (size !== entry.size || crc !== entry.crc)) throw damaged(zip);
  // A stored file needs no second copy: it is a part of the zip.
  return entry.method === STORED ? packed : new Blob(made);
}

async function* blocksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += BLOCK) {
    yield new Uint8Array(await blob.slice(at, at + BLOCK).arrayBuffer());
  }
}
