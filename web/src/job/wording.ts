import type { Video } from "../api/types";
import { strings } from "../ui/strings";

export type Step = keyof typeof strings.job.states;

/** What the work is at, as fans would tell it: finer than the API's states. */
export function stepOf(video: Video): Step | undefined {
  switch (video.state) {
    case "recognizing": {
      if (video.chunks === undefined || video.chunks.length === 0) return "planning";
      return video.chunks.every((chunk) => chunk.recognized) ? "naming" : "recognizing";
    }
    case "uploading":
    case "rendering":
    case "done":
      return video.state;
    case "refused":
    case "failed":
      return undefined;
  }
}
