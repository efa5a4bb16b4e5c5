import type { Video } from "../api/types";
import type { Labels } from "../player/labels";
import { type Change, changesBetween, type Pick } from "./picks";

/** Whoever made the video can say these things of it; each gives the version that the labels will have. */
export interface Saying {
  say(tracks: readonly number[], name: string, is: boolean): Promise<number>;
  undo(): Promise<number>;
  draw(): Promise<void>;
}

/** What the panel shows. */
export interface Shown {
  /** Whether the labels are behind what was said. */
  readonly working: boolean;
  /** What the last thing that was said here has changed, once that is known. */
  readonly changes?: readonly Change[];
  readonly canUndo: boolean;
  /** Whether the annotated MP4 has older names, and can be drawn now. */
  readonly older: boolean;
}

/** Corrections on their way: said, worked on, seen in the labels. */
export class Corrector {
  private version = 0;
  private named = 0;
  private count = 0;
  private older = false;
  private sending = false;
  /** The version of the labels that are here. */
  private seen = -1;
  private before: Labels | undefined;
  private changes: readonly Change[] | undefined;

  /** @param said hears that something was said, so that somebody looks for new labels */
  constructor(
    private readonly saying: Saying,
    private readonly labels: () => Labels | undefined,
    private readonly said: () => void,
    private readonly changed: () => void,
  ) {}

  get shown(): Shown {
    const working = this.sending || this.before !== undefined || this.named < this.version;
    return {
      working,
      ...(this.changes === undefined ? {} : { changes: this.changes }),
      canUndo: this.count > 0 && !working,
      older: this.older,
    };
  }

  /** Takes in what the API says; whether the labels are behind. */
  take({ corrections, state }: Video): void {
    this.version = Math.max(this.version, corrections?.version ?? 0);
    this.named = corrections?.named ?? 0;
    this.count = corrections?.count ?? 0;
    this.older = corrections !== undefined && corrections.drawn !== corrections.named && state === "done";
    this.changed();
  }

  /** The labels were loaded, at this version. */
  loaded(version: number): void {
    this.seen = version;
    this.settle();
    this.changed();
  }

  private settle(): void {
    const after = this.labels();
    if (this.before === undefined || after === undefined || this.seen < this.version || this.sending) return;
    this.changes = changesBetween(this.before, after);
    this.before = undefined;
  }

  is(pick: Pick, name: string): Promise<void> {
    return this.send(() => this.saying.say(pick.tracks, name, true));
  }

  isNot(pick: Pick): Promise<void> {
    return this.send(() => this.saying.say(pick.tracks, pick.name, false));
  }

  undo(): Promise<void> {
    return this.send(() => this.saying.undo());
  }

  /** Has the annotated MP4 drawn again. */
  async draw(): Promise<void> {
    await this.saying.draw();
    this.older = false;
    this.changed();
    this.said();
  }

  private async send(what: () => Promise<number>): Promise<void> {
    const before = this.labels();
    this.sending = true;
    this.changes = undefined;
    this.changed();
    try {
      this.version = await what();
      this.before = before;
    } finally {
      this.sending = false;
      this.settle();
      this.changed();
    }
    this.said();
  }
}
