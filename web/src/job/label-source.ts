import type { Video } from "../api/types";
import { ChunkSheets, FaceSheet, type OnScreen } from "../player/faces";
import type { FrameTimes } from "../player/frames";
import type { Labels } from "../player/labels";
import type { Shown } from "../player/shown";
import { hasLabels } from "./progress";

/** The labels of a video as far as there are any: first chunk by chunk and provisional, then all of them. */
export class LabelSource implements Shown {
  private readonly chunks = new ChunkSheets();
  private final: FaceSheet | undefined;
  /** That the final labels have. */
  private finalVersion = -1;
  private readonly loading = new Set<string>();

  constructor(
    private readonly signal: AbortSignal,
    private readonly changed: () => void,
    private readonly fetcher: (url: string, signal: AbortSignal) => Promise<Labels> = fetchLabels,
  ) {}

  /** Gets what is new in this answer. What cannot be had is asked for again with the next answer. */
  take(video: Video): void {
    const url = video.links?.labels;
    const version = video.corrections?.named ?? 0;
    if (this.finalVersion >= version) return;
    if (hasLabels(video) && url !== undefined) {
      void this.load("final", url, (sheet) => {
        this.final = sheet;
        this.finalVersion = version;
      });
      return;
    }
    if (this.final !== undefined) return;
    video.chunks?.forEach(({ labels }, i) => {
      if (labels !== undefined && !this.chunks.has(i)) {
        void this.load(`chunk ${i}`, labels, ({ labels }) =>
          this.chunks.add(i, new FaceSheet(withoutStrangers(labels))),
        );
      }
    });
  }

  get isFinal(): boolean {
    return this.final !== undefined;
  }

  /** Of the corrections that the names have; -1 before they are settled. */
  get version(): number {
    return this.finalVersion;
  }

  get people(): readonly string[] {
    return this.sheets[0]?.labels.people ?? [];
  }

  get times(): FrameTimes | undefined {
    return this.final?.times;
  }

  /** The whole video's labels, or those of the chunks so far in order. */
  get sheets(): readonly FaceSheet[] {
    return this.final === undefined ? this.chunks.all : [this.final];
  }

  /** Nothing where nobody has looked yet. */
  at(seconds: number): OnScreen | undefined {
    return this.final === undefined ? this.chunks.at(seconds) : this.final.at(seconds);
  }

  private async load(what: string, url: string, keep: (sheet: FaceSheet) => void): Promise<void> {
    if (this.loading.has(what)) return;
    this.loading.add(what);
    try {
      const labels = await this.fetcher(url, this.signal);
      if (this.signal.aborted) return;
      keep(new FaceSheet(labels));
      this.changed();
    } catch {
      // The next answer brings a fresh address.
    } finally {
      this.loading.delete(what);
    }
  }
}

/** Each chunk counts its own strangers: number 1 of one is not number 1 of the next. */
function withoutStrangers(labels: Labels): Labels {
  return { ...labels, tracks: labels.tracks.map(({ stranger: _, ...track }) => track) };
}

async function fetchLabels(url: string, signal: AbortSignal): Promise<Labels> {
  const response = await fetch(url, { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`labels: ${response.status}`);
  return (await response.json()) as Labels;
}
