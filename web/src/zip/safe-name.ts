/** What some system does not allow in a file's name: Windows most of these, macOS and Linux some. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|__macosx|thumbs\.db|desktop\.ini)($|\.)/i;
/** UTF-8 bytes; systems allow 255, and a number may be put to it. */
const LONGEST = 200;

/** A name that each system can give a file or folder, and that no reader of galleries passes over as hidden. */
export function safeName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(FORBIDDEN, "_")
    .replace(/[. ]+$/, "")
    .trim();
  const shown = clean === "" || clean.startsWith(".") || RESERVED.test(clean) ? `_${clean}` : clean;
  return shortened(shown);
}

/** Gives each name once: those that came before, in whatever case, are numbered (`01 (2).jpg`). */
export class OneOfEach {
  private readonly given = new Set<string>();

  take(name: string): string {
    const [stem, ending] = split(name);
    let once = name;
    for (let n = 2; this.given.has(once.toLowerCase()); n++) once = `${stem} (${n})${ending}`;
    this.given.add(once.toLowerCase());
    return once;
  }
}

function split(name: string): [string, string] {
  const dot = /\.[A-Za-z]{3,4}$/.exec(name)?.index ?? name.length;
  return [name.slice(0, dot), name.slice(dot)];
}

function shortened(name: string): string {
  const [stem, ending] = split(name);
  const letters = [...stem];
  const length = () => new TextEncoder().encode(letters.join("") + ending).length;
  while (length() > LONGEST) letters.pop();
  return letters.join("") + ending;
}
