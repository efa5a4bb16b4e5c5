import type { FoundFile } from "./folders";

const ZIP = /\.zip$/i;
const TYPES = ["application/zip", "application/x-zip-compressed"];

/** A file that is to be opened before its pictures are there; one that lies in a folder is passed over like all that is no picture. */
export function isZip({ file, path }: FoundFile): boolean {
  return !path.includes("/") && (ZIP.test(file.name) || TYPES.includes(file.type));
}

/**
 * What was dropped or chosen, with the files of zips in place of the zips. The script for that comes when there is one.
 * @param opening hears which zip is being opened
 * @throws ZipRefusal with a sentence for whoever chose a zip that cannot be used
 */
export async function opened(
  found: readonly FoundFile[],
  opening: (file: string) => void,
): Promise<readonly FoundFile[]> {
  if (!found.some(isZip)) return found;
  const { unpack } = await import("../zip/unpack");
  const all: FoundFile[] = [];
  for (const each of found) {
    if (isZip(each)) {
      opening(each.file.name);
      all.push(...(await unpack(each.file)));
    } else all.push(each);
  }
  return all;
}
