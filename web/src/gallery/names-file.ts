import type { PersonNames } from "../api/types";
import { quoted, recordsOf } from "../ui/csv";
import type { FolderNames, FoundFile } from "./folders";

/** A table beside the people's folders, for what a folder's name cannot say. */
export const NAMES_FILE = "names.csv";
const COLUMNS = ["folder", "name", "korean", "romanised", "english"] as const;
const MORE = ["korean", "romanised", "english"] as const;
/** The row of the group. */
const GROUP = ".";
/** Far more than a gallery's names come to. */
const LARGEST = 1e6;

export interface NamedFolder {
  readonly folder: string;
  readonly names: PersonNames;
}

export function isNamesFile(path: string): boolean {
  return /(^|\/)names\.csv$/i.test(path);
}

/** names.csv; nothing where the folders' names say it all. Begins with a byte order mark, by which spreadsheets know Hangul. */
export function namesCsv(
  group: NamedFolder["folder"],
  groupName: string,
  people: readonly NamedFolder[],
): string | undefined {
  const rows = people.map(({ folder, names }) =>
    COLUMNS.map((c) => (c === "folder" ? folder : (names[c] ?? ""))),
  );
  const isPlain = ([folder, name, ...more]: string[]) => folder === name && more.every((each) => each === "");
  if (group === groupName && rows.every(isPlain)) return undefined;
  const all = [[...COLUMNS], ...(group === groupName ? [] : [[GROUP, groupName, "", "", ""]]), ...rows];
  return `\uFEFF${all.map((row) => `${row.map(quoted).join(",")}\n`).join("")}`;
}

/** What the first names.csv among the files says; a table with other columns says nothing. */
export async function readNames(found: readonly FoundFile[]): Promise<FolderNames> {
  const file = found.find(({ path }) => isNamesFile(path))?.file;
  return file === undefined || file.size > LARGEST ? { people: new Map() } : namesFrom(await file.text());
}

export function namesFrom(text: string): FolderNames {
  const [header, ...records] = recordsOf(text);
  const places = new Map(header?.fields.map((field, i) => [field.trim().toLowerCase(), i]));
  const people = new Map<string, PersonNames>();
  let group: string | undefined;
  if (!places.has("folder") || !places.has("name")) return { people };
  for (const { fields } of records) {
    const cell = (column: string) => fields[places.get(column) ?? -1]?.normalize("NFC").trim() ?? "";
    const [folder, name] = [cell("folder"), cell("name")];
    if (folder === GROUP && name !== "") group = name;
    else if (folder !== "") {
      const more = MORE.map((kind) => [kind, cell(kind)] as const).filter(([, value]) => value !== "");
      people.set(folder, { name: name || folder, ...Object.fromEntries(more) });
    }
  }
  return { group, people };
}
