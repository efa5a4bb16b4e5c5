import { FrameTimes } from "./frames";
import type { Labels, Track } from "./labels";

/** A face on one frame; the box in pixels of the upright picture. */
export interface Face {
  readonly track: Track;
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
  private readonly sheets = new Map<number, { start: number; end: number; sheet: FaceSheet }>();

  add(chunk: number, start: number, end: number, sheet: FaceSheet): void {
    this.sheets.set(chunk, { start, end, sheet });
  }

  has(chunk: number): boolean {
    return this.sheets.has(chunk);
  }

  get all(): readonly FaceSheet[] {
    return [...this.sheets.values()].sort((a, b) => a.start - b.start).map((each) => each.sheet);
  }

  /** Nothing where that stretch is not recognized yet. */
  at(seconds: number): OnScreen | undefined {
    for (const { start, end, sheet } of this.sheets.values()) {
      if (seconds >= start - 1e-4 && seconds < end - 1e-4) return sheet.at(seconds);
    }
    return undefined;
  }
}
