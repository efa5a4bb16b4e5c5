import type { Found } from "./finders";
import { type Box, iou } from "./geometry";
import type { Named } from "./protocol";

// As core's TrackerSettings, in seconds for a film of 24 frames.
const MOST_LOOKS = 4;
const LOOKS_APART = 0.25;

/** Seconds after which a face is looked at again, whatever is known: it may be another one by then. */
const LOOK_AGAIN = 1;

/** How much better a look in between must be. */
const BETTER = 1.25;

/** How long a face is waited for that was not found where it should be, in looks at it. */
const MOST_MISSES = 2;

/** How far a box goes on as it went, in seconds. */
const FORESEEN = 0.25;

/** A face that is followed. */
export class Followed {
  private speed = { x: 0, y: 0 };
  private misses = 0;
  private looks = 0;
  private lastLook = Number.NEGATIVE_INFINITY;
  private bestLook = 0;
  person: number | undefined;

  constructor(
    readonly id: number,
    public found: Found,
    private seconds: number,
  ) {}

  /** Where it is, or soon will be: it goes on as it went for a moment. */
  at(seconds: number): Box {
    const ahead = Math.max(-FORESEEN, Math.min(FORESEEN, seconds - this.seconds));
    const { x, y, w, h } = this.found.box;
    return { x: x + this.speed.x * ahead, y: y + this.speed.y * ahead, w, h };
  }

  /** @returns whether it is still followed */
  seen(found: Found | undefined, seconds: number): boolean {
    if (found === undefined) return ++this.misses <= MOST_MISSES;
    const passed = seconds - this.seconds;
    if (passed > 0) {
      const [before, now] = [this.found.box, found.box];
      // Half of it, as core's FollowedFace keeps: landmarks tremble.
      this.speed = {
        x: (0.5 * (now.x + now.w / 2 - before.x - before.w / 2)) / passed,
        y: (0.5 * (now.y + now.h / 2 - before.y - before.h / 2)) / passed,
      };
    }
    this.found = found;
    this.seconds = seconds;
    this.misses = 0;
    return true;
  }

  get missed(): boolean {
    return this.misses > 0;
  }

  /** How urgently it should be embedded, 0 for not at all: those that were looked at least come first. */
  wants(quality: number, seconds: number): number {
    if (this.missed || Math.abs(seconds - this.lastLook) < LOOKS_APART) return 0;
    const known = this.looks >= MOST_LOOKS && Math.abs(seconds - this.lastLook) < LOOK_AGAIN;
    if (known && quality < this.bestLook * BETTER) return 0;
    return quality / (1 + 10 * this.looks);
  }

  embedded(quality: number, seconds: number): void {
    this.looks++;
    this.lastLook = seconds;
    this.bestLook = Math.max(this.bestLook, quality);
  }
}

/** The faces of one shot. */
export class Tracker {
  private all: Followed[] = [];
  private last = 0;

  get tracks(): readonly Followed[] {
    return this.all;
  }

  /** @param found one a track, in their order; nothing where it was not there */
  follow(found: readonly (Found | undefined)[], seconds: number): void {
    this.all = this.all.filter((track, i) => track.seen(found[i], seconds));
    // Of two that came to be one face the older stays.
    this.all = this.all.filter(
      (track, i) => !this.all.slice(0, i).some((older) => iou(older.found.box, track.found.box) > 0.5),
    );
  }

  /** Begins a track where none is. */
  add(found: Found, seconds: number): void {
    if (this.isFollowed(found.box, seconds)) return;
    this.all.push(new Followed(++this.last, found, seconds));
  }

  isFollowed(box: Box, seconds: number): boolean {
    return this.all.some((track) => iou(track.at(seconds), box) > 0.3);
  }

  name(names: readonly Named[]): void {
    const people = new Map(names.map(({ track, person }) => [track, person]));
    for (const track of this.all) track.person = people.get(track.id);
  }

  clear(): void {
    this.all = [];
  }
}
