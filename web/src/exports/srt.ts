import { plain } from "./vtt";

/**
 * labels.vtt as SubRip: numbered, with a comma before the milliseconds. SubRip knows no entities, so that names are
 * written as they are.
 */
export function srtOf(vtt: string): string {
  const cues = vtt
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((block) => block.trim().split("\n"))
    .filter(([times]) => times?.includes(" --> "));
  return cues
    .map(([times, ...text], i) => `${i + 1}\n${times!.replaceAll(".", ",")}\n${plain(text.join("\n"))}\n`)
    .join("\n");
}
