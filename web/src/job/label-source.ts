import type { Video } from "../api/types";
import { ChunkSheets, FaceSheet, type OnScreen } from "../player/faces";
import type { FrameTimes } from "../player/frames";
import type { Labels } from "../player/labels";
import { type OtherScript, type Script, inScript, namesIn, scriptsOf } from "../player/scripts";
import type { Shown } from "../player/shown";
import { hasLabels } from "./progress";

/** The labels of a video as far as there are any: first chunk by chunk and provisional, then all of them. */
export class LabelSource implements Shown {
  private readonly chunks = new ChunkSheets();
  private final: FaceSheet | undefined;
  /** As they came, by what they are of: sheets have names in the script that is shown. */
  private readonly written = new Map<number | "final", Labels>();
  private script: Script = "name";
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
      void this.load("final", url, (labels) => {
        this.keep("final", labels);
        this.finalVersion = version;
      });
      return;
    }
    if (this.final !== undefined) return;
    video.chunks?.forEach(({ labels }, i) => {
      if (labels !== undefined && !this.chunks.has(i)) {
        void this.load(`chunk ${i}`, labels, (labels) => this.keep(i, withoutStrangers(labels)));
      }
    });
  }

  /** Shows names in another script from now on; who has none in it keeps the name on labels. */
  show(script: Script): void {
    this.script = script;
    for (const [what, labels] of this.written) this.keep(what, labels);
    if (this.written.size > 0) this.changed();
  }

  /** In which scripts there are names. */
  get scripts(): readonly OtherScript[] {
    return scriptsOf(this.any);
  }

  /** What is shown, by the name on labels. */
  get names(): ReadonlyMap<string, string> {
    return namesIn(this.any, this.script);
  }

  /** The name on labels of whoever is shown as this; the same where nobody is. */
  nameOf(shown: string): string {
    return [...this.names].find(([, text]) => text === shown)?.[0] ?? shown;
  }

  /** The whole video's labels as they came, and others of it in the script that is shown. */
  get asWritten(): Labels | undefined {
    return this.written.get("final");
  }

  inScript(labels: Labels): Labels {
    return inScript(labels, this.script);
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

  private get any(): Pick<Labels, "people" | "names"> {
    return this.asWritten ?? this.written.values().next().value ?? { people: [] };
  }

  private keep(what: number | "final", labels: Labels): void {
    this.written.set(what, labels);
    const sheet = new FaceSheet(this.inScript(labels));
    if (what === "final") this.final = sheet;
    else this.chunks.add(what, sheet);
  }

  private async load(what: string, url: string, keep: (labels: Labels) => void): Promise<void> {
    if (this.loading.has(what)) return;
    this.loading.add(what);
    try {
      const labels = await this.fetcher(url, this.signal);
      if (this.signal.aborted) return;
      keep(labels);
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
