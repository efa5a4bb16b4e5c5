import type { Labels } from "../player/labels";
import { strings } from "../ui/strings";
import { facesFromLabels, facesFromRows, fingerprint } from "./base";
import { Refusal, rowsFrom } from "./csv";
import type { Face, Truth } from "./model";
import { parsed, restored, saved } from "./saved";
import type { TextStore } from "./store";

const words = strings.truth;
const EDITS = "edits";
const EARLIER = "edits of earlier labels";
const BASES = "bases";

/** What this browser had of a truth, and a sentence when that is not all. */
export interface Kept {
  readonly truth: Truth;
  readonly problem?: string;
}

/** Keeps a truth in this browser: its edits at every change, an opened file once. */
export class Keeper {
  private readonly bases = new Map<string, readonly Face[]>();
  private readonly print: string;

  constructor(
    private readonly labels: Labels,
    private readonly store: Pick<TextStore, "keepNow" | "keep" | "read" | "readNow" | "forget">,
    private readonly now: () => number = Date.now,
  ) {
    this.bases.set("labels", facesFromLabels(labels));
    this.print = fingerprint(labels);
  }

  facesOf(base: string): readonly Face[] {
    return this.bases.get(base) ?? [];
  }

  newBase(): string {
    return `file ${this.now()}`;
  }

  async load(): Promise<Kept> {
    const fresh: Truth = { base: "labels", faces: this.facesOf("labels"), newcomers: [] };
    const text = this.store.readNow(EDITS);
    const edits = parsed(text);
    if (text === null || edits === undefined) return { truth: fresh };
    if (edits.labels !== this.print) {
      this.store.keepNow(EARLIER, text);
      return { truth: fresh, problem: words.otherLabels };
    }
    if (edits.base !== "labels") {
      const faces = await this.fromFile(edits.base);
      if (faces === undefined) return { truth: fresh, problem: words.baseLost };
      this.bases.set(edits.base, faces);
    }
    await this.tidy(edits.base);
    return { truth: restored(edits, this.facesOf(edits.base)) };
  }

  /** Kept when this returns; whether it could be. */
  keep(truth: Truth): boolean {
    return this.store.keepNow(EDITS, saved(truth, this.facesOf(truth.base), this.print));
  }

  /** Keeps an opened file's text, from which its faces come again; whether it could be. */
  async adopt(base: string, faces: readonly Face[], text: string): Promise<boolean> {
    this.bases.set(base, faces);
    this.store.keepNow(BASES, JSON.stringify([...this.names(), base]));
    return this.store.keep(base, text);
  }

  private async fromFile(base: string): Promise<readonly Face[] | undefined> {
    const text = await this.store.read(base);
    if (text === null) return undefined;
    try {
      const shots = (this.labels.shots ?? []).map(([from, to]) => ({ from, to }));
      return facesFromRows(rowsFrom(text, this.labels.video), shots);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** Files that no undo can bring back any more. */
  private async tidy(current: string): Promise<void> {
    const names = this.names();
    for (const name of names) if (name !== current) await this.store.forget(name);
    if (names.length > 0) this.store.keepNow(BASES, JSON.stringify(names.filter((name) => name === current)));
  }

  private names(): readonly string[] {
    try {
      const found: unknown = JSON.parse(this.store.readNow(BASES) ?? "[]");
      return Array.isArray(found) ? found.filter((each) => typeof each === "string") : [];
    } catch {
      return [];
    }
  }
}
