import { FaceSheet, type OnScreen } from "../../../src/player/faces";
import type { Labels, OtherNames } from "../../../src/player/labels";
import { isStill, labelledTime } from "../length";
import type { Source } from "./layer";

/** The faces of a labelled video, as long as it is what plays. */
export class Labelled implements Source {
  private readonly sheet: FaceSheet;
  /** The video's length in seconds, as soon as the browser knows it. */
  private duration: number;

  /** @param offset seconds by which what plays starts later */
  constructor(
    private readonly video: HTMLVideoElement,
    readonly link: string,
    labels: Labels,
    public offset: number,
  ) {
    this.sheet = new FaceSheet(labels);
    this.duration = video.duration;
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.sheet.labels.video;
  }

  get people(): readonly string[] {
    return this.sheet.labels.people;
  }

  get names(): readonly OtherNames[] | undefined {
    return this.sheet.labels.names;
  }

  at(onPage: number): OnScreen | undefined {
    const seconds = labelledTime(onPage, this.offset);
    if (Number.isNaN(this.duration)) this.duration = this.video.duration;
    const same = isStill(this.duration, this.video.duration);
    return same && this.sheet.times.covers(seconds) ? this.sheet.at(seconds) : undefined;
  }
}
