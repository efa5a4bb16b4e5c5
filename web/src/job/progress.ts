import type { Chunk, Video } from "../api/types";

/** Measured on 1080p: finding and naming faces takes about 12 ms a frame, drawing and encoding about 21. */
const RECOGNIZING_SHARE = 0.36;

export interface Progress {
  /** 0 to 1, by the time that each kind of work takes. */
  readonly fraction: number;
  /** Seconds of the video that are done in the present step, and in all. */
  readonly secondsDone: number;
  readonly secondsAll: number;
  readonly framesDone: number;
  readonly framesAll: number;
}

export function isWorking(video: Video): boolean {
  return video.state === "uploading" || video.state === "recognizing" || video.state === "rendering";
}

/** Whether the page can play with the final names. */
export function hasLabels(video: Video): boolean {
  return video.state === "rendering" || video.state === "done";
}

/** How far the work is; nothing before the video is planned. */
export function progressOf(video: Video): Progress | undefined {
  const { chunks, video: facts } = video;
  if (chunks === undefined || chunks.length === 0 || facts === undefined) return undefined;
  const length = (pick: (chunk: Chunk) => boolean) =>
    chunks.reduce((sum, chunk) => sum + (pick(chunk) ? chunk.end - chunk.start : 0), 0);
  const all = length(() => true);
  const recognized = video.state === "recognizing" ? length((chunk) => chunk.recognized) : all;
  const rendered = length((chunk) => chunk.rendered);
  const done = video.state === "done" ? all : video.state === "rendering" ? rendered : recognized;
  const fraction =
    video.state === "done"
      ? 1
      : (RECOGNIZING_SHARE * recognized + (1 - RECOGNIZING_SHARE) * rendered) / Math.max(all, 1e-9);
  const share = done / Math.max(all, 1e-9);
  return {
    fraction,
    secondsDone: done,
    secondsAll: all,
    framesDone: Math.round(share * facts.frames),
    framesAll: facts.frames,
  };
}
