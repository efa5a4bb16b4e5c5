import type { Video } from "../api/types";
import { FaceSheet, type OnScreen } from "../player/faces";
import type { FrameTimes } from "../player/frames";
import type { Labels } from "../player/labels";
import type { Shown } from "../player/shown";

/** There is no such file: the video was named before there was one. */
export class NoOtherLabels extends Error {}

/** The other recogniser's labels; nothing in an answer without them. */
export async function otherLabels(video: Video, signal: AbortSignal): Promise<Labels | undefined> {
  const url = video.links?.beside;
  if (url === undefined) return undefined;
  const response = await fetch(url, { signal, cache: "no-store" });
  // A store that does not let us list says 403 of what is not there.
  if (response.status === 404 || response.status === 403) throw new NoOtherLabels();
  if (!response.ok) throw new Error(`labels: ${response.status}`);
  return (await response.json()) as Labels;
}

/** What the player draws: the names of the labels, or for a while those of the other recogniser. */
export class EitherShown implements Shown {
  private other: FaceSheet | undefined;

  constructor(private readonly used: Shown) {}

  /** Nothing: back to the labels. */
  show(other: Labels | undefined): void {
    this.other = other && new FaceSheet(other);
  }

  /** Those of the other recogniser, while they are shown. */
  get otherLabels(): Labels | undefined {
    return this.other?.labels;
  }

  get isFinal(): boolean {
    return this.used.isFinal;
  }

  /** Always the labels' own: nobody changes colour. Both know the same gallery and corrections. */
  get people(): readonly string[] {
    return this.used.people;
  }

  get times(): FrameTimes | undefined {
    return this.used.times;
  }

  at(seconds: number): OnScreen | undefined {
    return this.other === undefined ? this.used.at(seconds) : this.other.at(seconds);
  }
}
