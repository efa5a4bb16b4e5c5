import type { Gallery } from "../api/types";
import { NAMES_FILE, namesCsv } from "../gallery/names-file";
import { OneOfEach, safeName } from "./safe-name";

/** What a gallery's zip will hold. */
export interface ZipPlan {
  /** The zip's own name. */
  readonly file: string;
  readonly pictures: readonly { readonly path: string; readonly url: string }[];
  /** Where the names' table goes, and what it says; none where the folders' names say it all. */
  readonly names: { readonly path: string; readonly text: string } | undefined;
  /** How many pictures have no address yet: nobody has looked at them. */
  readonly waiting: number;
}

/** A folder around all, in it one for each person, in that the pictures as the server has them. */
export function planZip(gallery: Gallery): ZipPlan {
  const group = safeName(gallery.name);
  const folders = new OneOfEach();
  folders.take(NAMES_FILE);
  const people = gallery.people.map(({ id: _, pictures, ...names }) => {
    const folder = folders.take(safeName(names.name));
    const files = new OneOfEach();
    return {
      folder,
      names,
      pictures: pictures
        .filter(({ url }) => url !== undefined)
        .map(({ file, url }) => ({
          path: `${group}/${folder}/${files.take(safeName(file))}`,
          url: url!,
        })),
    };
  });
  const table = namesCsv(group, gallery.name.normalize("NFC"), people);
  const all = gallery.people.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const pictures = people.flatMap((person) => person.pictures);
  return {
    file: `${group}.zip`,
    pictures,
    names: table === undefined ? undefined : { path: `${group}/${NAMES_FILE}`, text: table },
    waiting: all - pictures.length,
  };
}
