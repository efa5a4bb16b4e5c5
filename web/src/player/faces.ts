import { FrameTimes } from "./frames";
import type { Labels } from "./labels";
import type { Named } from "./named";

/** A face on one frame; the box in pixels of the upright picture. */
export interface Face {
  readonly track: Named;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What is on screen at a time. */
export interface OnScreen {
  /** Counted from the start of what these labels are for: the video, or one chunk. */
  readonly frame: number;
  readonly faces: readonly Face[];
}

/** The faces of a video, or of a chunk of it, by frame. */
export class FaceSheet {
  readonly times: FrameTimes;
  private readonly byFrame = new Map<number, Face[]>();

  constructor(readonly labels: Labels) {
    this.times = new FrameTimes(labels.frameTimes, labels.video.timeBase);
    for (const track of labels.tracks) {
      for (const [frame, x, y, w, h] of track.boxes) {
        const faces = this.byFrame.get(frame);
        const face = { track, x, y, w, h };
        if (faces === undefined) this.byFrame.set(frame, [face]);
        else faces.push(face);
      }
    }
  }

  facesOn(frame: number): readonly Face[] {
    return this.byFrame.get(frame) ?? [];
  }

  at(seconds: number): OnScreen {
    const frame = this.times.at(seconds);
    return { frame, faces: this.facesOn(frame) };
  }
}

/** Sheets of the chunks that are recognized so far, each for its own stretch of the video. */
export class ChunkSheets {
  private readonly sheets = new Map<number, FaceSheet>();

  add(chunk: number, sheet: FaceSheet): void {
    this.sheets.set(chunk, sheet);
  }

  has(chunk: number): boolean {
    return this.sheets.has(chunk);
  }

  /** In the order of the video. */
  get all(): readonly FaceSheet[] {
    return [...this.sheets].sort(([a], [b]) => a - b).map(([, sheet]) => sheet);
  }

  /** By the chunks' own frames, since a plan's times are estimates. Nothing where nobody has looked yet. */
  at(seconds: number): OnScreen | undefined {
    for (const sheet of this.sheets.values()) if (sheet.times.covers(seconds)) return sheet.at(seconds);
    return undefined;
  }
}
