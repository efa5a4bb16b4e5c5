import type { PersonNames } from "../api/types";
import type { FileHandle } from "../upload/handles";

/** A file and where it lay in what was dropped or chosen: `BLACKPINK/Lisa/01.jpg`. */
export interface FoundFile<F = File> {
  readonly path: string;
  readonly file: F;
  /** By which the file can be read again later, where the browser has that. */
  readonly handle?: FileHandle | undefined;
}

export interface FolderPerson<F = File> extends PersonNames {
  readonly files: readonly F[];
}

/** What names.csv says: by the name of a folder, NFC. */
export interface FolderNames {
  /** Of the group, where its folder cannot be called so. */
  readonly group?: string | undefined;
  readonly people: ReadonlyMap<string, PersonNames>;
}

export interface FolderGallery<F = File> {
  /** The folder around the people's folders, where all have the same. */
  readonly group: string | undefined;
  /** By name; pictures by file name. */
  readonly people: readonly FolderPerson<F>[];
  /** Pictures in no person's folder. */
  readonly loose: readonly F[];
  /** How many files are no pictures that can be used. */
  readonly others: number;
}

const PICTURE = /\.(jpe?g|png|webp)$/i;
const NO_NAMES: FolderNames = { people: new Map() };
const HIDDEN = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

/** Whether a system made it, and shows it to nobody. */
export function isHidden(path: string): boolean {
  return HIDDEN.test(path);
}

/**
 * Reads folders of pictures as people: the folder that a picture lies in is its person, the one around that the group.
 * Names are put into the form that keyboards write (NFC): some systems store Hangul and accents taken apart.
 */
export function readFolders<F>(
  found: readonly FoundFile<F>[],
  names: FolderNames = NO_NAMES,
): FolderGallery<F> {
  const people = new Map<string, { path: string; file: F }[]>();
  const groups = new Set<string | undefined>();
  const loose: { path: string; file: F }[] = [];
  let others = 0;
  for (const { path: raw, file } of found) {
    const path = raw.normalize("NFC").replace(/^\/+/, "");
    if (isHidden(path)) continue;
    if (!PICTURE.test(path)) {
      others++;
      continue;
    }
    const folders = path.split("/").slice(0, -1);
    const person = folders.at(-1)?.trim();
    if (person === undefined || person === "") {
      loose.push({ path, file });
      continue;
    }
    groups.add(folders.at(-2)?.trim());
    const files = people.get(person);
    if (files === undefined) people.set(person, [{ path, file }]);
    else files.push({ path, file });
  }
  const [group] = groups;
  return {
    group: names.group ?? (groups.size === 1 && group !== "" ? group : undefined),
    people: [...people]
      .map(([folder, files]) => ({ ...(names.people.get(folder) ?? { name: folder }), files: sorted(files) }))
      .sort((a, b) => compare(a.name, b.name)),
    loose: sorted(loose),
    others,
  };
}

function sorted<F>(files: { path: string; file: F }[]): readonly F[] {
  return files.sort((a, b) => compare(a.path, b.path)).map(({ file }) => file);
}

/** By number where names hold some, so that 2.jpg comes before 10.jpg. */
const order = new Intl.Collator(undefined, { numeric: true });

function compare(a: string, b: string): number {
  return order.compare(a, b);
}
