import { strings } from "../ui/strings";

const VIDEO = /\.(mp4|mov|m4v|mkv|webm)$/i;
const LARGEST = 5 * 1024 ** 3;

/** What the file picker offers. */
export const VIDEO_ACCEPT = ".mp4,.mov,.m4v,.mkv,.webm,video/mp4,video/quicktime,video/webm,video/x-matroska";

/** Why this file cannot be a music video, told before a byte is sent; nothing where it may be one. */
export function videoRefusal(file: { readonly name: string; readonly size: number }): string | undefined {
  if (!VIDEO.test(file.name)) return strings.video.notAVideo(file.name);
  if (file.size === 0) return strings.video.empty(file.name);
  if (file.size > LARGEST) return strings.video.tooLarge;
  return undefined;
}
