import type { Limits } from "../api/types";
import { language } from "../ui/language";
import { strings } from "../ui/strings";
import { HEAD, kindOf } from "./kind";

const words = strings.video;

/** What the file picker offers where files have endings that people know. Nothing that is not video, so that a phone shows its camera roll. */
export const VIDEO_ACCEPT = ".mp4,.mov,.m4v,.mkv,.webm,video/mp4,video/quicktime,video/webm,video/x-matroska";

/** What it offers on a phone: the camera roll, and a recording. No `capture`: that would leave only the camera. */
export const PHONE_ACCEPT = "video/*";

/** Why the gate will not take this file, told before a byte is sent; nothing where it may. Reads its first bytes alone. */
export async function fileRefusal(file: File, limits: Limits | undefined): Promise<string | undefined> {
  if (file.size === 0) return words.empty(file.name);
  let head: ArrayBuffer;
  try {
    head = await file.slice(0, HEAD).arrayBuffer();
  } catch {
    return words.unreadable(file.name);
  }
  const kind = kindOf(new Uint8Array(head));
  if (kind !== "video") return words.kinds[kind](file.name);
  if (limits !== undefined && file.size > limits.bytes) {
    return words.tooLarge(file.name, gigabytes(limits.bytes));
  }
  return undefined;
}

/** What a browser finds in a file; 0 pixels where it cannot decode the picture. */
export interface Facts {
  readonly duration: number;
  readonly width: number;
  readonly height: number;
}

/** The same for what the browser's own player tells of the file. */
export function factsRefusal(name: string, facts: Facts, limits: Limits | undefined): string | undefined {
  if (limits === undefined) return undefined;
  if (Number.isFinite(facts.duration) && facts.duration > limits.seconds) {
    return words.tooLong(name, words.length(limits.seconds));
  }
  const [longer, shorter] = [Math.max(facts.width, facts.height), Math.min(facts.width, facts.height)];
  if (longer === 0) return undefined;
  if (longer > limits.longerSide || longer * shorter > limits.pixels) {
    return words.tooManyPixels(name, facts.width, facts.height);
  }
  return shorter < limits.shorterSide ? words.tooFewPixels(name, facts.width, facts.height) : undefined;
}

/** What is taken, in one line. */
export function limitsText(limits: Limits): string {
  const kinds = new Intl.ListFormat(language, { type: "disjunction" }).format(limits.kinds);
  return words.limits(kinds, gigabytes(limits.bytes), words.length(limits.seconds));
}

function gigabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 3)} GB`;
}
