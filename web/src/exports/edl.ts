import { FrameTimes } from "../player/frames";
import type { Labels, Track } from "../player/labels";

/** Frames between two appearances that are one scene to an editor: a quarter of a second at 24 frames a second. */
const SMALLEST_GAP = 6;

interface Scene {
  readonly first: number;
  readonly last: number;
}

/**
 * All scenes of one person, one after another, as an edit decision list (CMX 3600) for Premiere, Resolve and the like: the
 * video is the one reel, its first frame 00:00:00:00. Non-drop timecode counts frames by the rounded frame rate, also
 * where that is 23.976 or 29.97; of a video with a variable rate, times are rounded to it.
 */
export function edlOf(labels: Labels, name: string, clip: string): string {
  const rate = Math.max(1, Math.round(labels.video.frameRate[0] / labels.video.frameRate[1]));
  const place = placing(labels, rate);
  const lines = [`TITLE: ${line(`${clip} - ${name}`)}`, "FCM: NON-DROP FRAME", ""];
  let record = 0;
  scenesOf(labels.tracks.filter((track) => track.known && track.name === name)).forEach(
    ({ first, last }, i) => {
      const [from, to] = [place(first), Math.max(place(first) + 1, place(last + 1))];
      const event = String(i + 1).padStart(3, "0");
      const times = [from, to, record, record + to - from].map((frame) => timecode(frame, rate)).join(" ");
      lines.push(`${event}  AX       V     C        ${times}`, `* FROM CLIP NAME: ${line(clip)}`);
      record += to - from;
    },
  );
  return `${lines.join("\r\n")}\r\n`;
}

/** From a frame's number to its place in timecode: the same where the frame rate is constant. */
function placing({ frameTimes, video }: Labels, rate: number): (frame: number) => number {
  if (frameTimes.steps.length <= 1) return (frame) => frame;
  const times = new FrameTimes(frameTimes, video.timeBase);
  const end = times.count > 1 ? 2 * times.time(times.count - 1) - times.time(times.count - 2) : 1 / rate;
  return (frame) => Math.round(((frame < times.count ? times.time(frame) : end) - times.time(0)) * rate);
}

function scenesOf(tracks: readonly Track[]): readonly Scene[] {
  const scenes: { first: number; last: number }[] = [];
  for (const { firstFrame: first, lastFrame: last } of [...tracks].sort(
    (a, b) => a.firstFrame - b.firstFrame,
  )) {
    const open = scenes.at(-1);
    if (open !== undefined && first <= open.last + SMALLEST_GAP) open.last = Math.max(open.last, last);
    else scenes.push({ first, last });
  }
  return scenes;
}

function timecode(frame: number, rate: number): string {
  const seconds = Math.floor(frame / rate);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % rate]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** A name that ends no line. */
function line(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}
