/**
 * labels.vtt with other names: each cue lists people by commas, which names may have, too.
 * @param names what is to be written, by the name on labels
 */
export function vttWith(vtt: string, names: ReadonlyMap<string, string>): string {
  if ([...names].every(([name, shown]) => name === shown)) return vtt;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  let inCue = false;
  return vtt
    .split("\n")
    .map((line) => {
      const isText = inCue && line !== "";
      inCue = line.includes(" --> ") || (inCue && line !== "");
      if (!isText) return line;
      const listed = namesOf(plain(line), longestFirst);
      return listed === undefined ? line : escaped(listed.map((name) => names.get(name)!).join(", "));
    })
    .join("\n");
}

/** The names that a line lists; nothing where it lists others. */
function namesOf(line: string, names: readonly string[]): readonly string[] | undefined {
  for (const name of names) {
    // Line ends are spaces in cues.
    const written = name.replace(/[\r\n]+/g, " ");
    if (line === written) return [name];
    if (!line.startsWith(`${written}, `)) continue;
    const rest = namesOf(line.slice(written.length + 2), names);
    if (rest !== undefined) return [name, ...rest];
  }
  return undefined;
}

/** A cue's text without WebVTT's entities. */
export function plain(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
