import { strings } from "../ui/strings";
import { History } from "./history";
import {
  type Face,
  STRANGER,
  type Span,
  type Spot,
  type Truth,
  type Who,
  boxAt,
  drawAgain,
  drawFace,
  faceOf,
  fellowsOf,
  limit,
  lookAt,
  lookAtAll,
  moveEnd,
  nameFace,
  nameStranger,
  spanOf,
  spotsOn,
  tenth,
  welcome,
  whoAt,
} from "./model";
import { type Marks, type Reach, marked, reached } from "./reach";
import { bestFrame, nextToLookAt, shotStart } from "./steps";

const words = strings.truth;

/** What does not change while somebody works. */
export interface Subject {
  readonly frames: number;
  /** The gallery's people, in its order. */
  readonly people: readonly string[];
  readonly shots: readonly Span[];
}

export interface SessionEvents {
  /** Something on the page is another; `edited` when it is the truth. */
  readonly changed: (edited: boolean) => void;
  /** Tells what was done, for those who do not see it. */
  readonly say: (text: string) => void;
  /** Shows a frame. */
  readonly go: (frame: number) => void;
}

/** Somebody's work on a truth: the picked face, the marked frames, and every command. Knows nothing of the page. */
export class Session {
  private readonly history: History<Truth>;
  private picked: number | undefined;
  frame = 0;
  reach: Reach = "whole";
  marks: Marks = {};

  constructor(
    start: Truth,
    readonly subject: Subject,
    private readonly events: SessionEvents,
  ) {
    this.history = new History(start);
  }

  get truth(): Truth {
    return this.history.now;
  }

  get face(): Face | undefined {
    return faceOf(this.truth, this.picked);
  }

  get spots(): readonly Spot[] {
    return spotsOn(this.truth, this.frame);
  }

  spotsOn(frame: number): readonly Spot[] {
    return spotsOn(this.truth, frame);
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** The gallery's people, then those that were added or came with a file. */
  get people(): readonly string[] {
    const names = new Set([...this.subject.people, ...this.truth.newcomers]);
    for (const { runs } of this.truth.faces) {
      for (const { who } of runs) if (who !== null && who !== STRANGER) names.add(who);
    }
    return [...names];
  }

  /** The video shows another frame. */
  at(frame: number): void {
    if (frame === this.frame) return;
    this.frame = frame;
    this.events.changed(false);
  }

  go(frame: number): void {
    const inside = Math.max(0, Math.min(this.subject.frames - 1, frame));
    this.events.go(inside);
    this.at(inside);
  }

  pick(id: number | undefined): void {
    if (id !== this.picked) this.reach = "whole";
    this.picked = id;
    this.events.changed(false);
  }

  /** Picks the next face of the frame from left to right, or the one before. */
  pickBeside(by: 1 | -1): void {
    const { spots } = this;
    if (spots.length === 0) return this.events.say(words.noFaces);
    const here = spots.findIndex(({ face }) => face.id === this.picked);
    const next = here < 0 ? (by > 0 ? 0 : spots.length - 1) : (here + by + spots.length) % spots.length;
    const { face, who } = spots[next]!;
    this.pick(face.id);
    this.events.say(words.face(face.id, wordFor(who, face.stranger), face.looked));
  }

  reachFor(reach: Reach): void {
    if (reach === "stranger" && this.fellows.length < 2) return;
    this.reach = reach;
    this.events.changed(false);
  }

  mark(end: "from" | "to"): void {
    this.marks = marked(this.marks, end, this.frame);
    this.reach = "marked";
    this.events.say(words.markSet(this.frame, end === "from"));
    this.events.changed(false);
  }

  /** The frames that the next answer is about; nothing without a face that is there. */
  get span(): Span | undefined {
    const { face } = this;
    if (face === undefined || boxAt(face, this.frame) === undefined) return undefined;
    return reached(face, this.reach, this.frame, this.marks);
  }

  /** Tracks of the same stranger as the picked one, itself among them. */
  get fellows(): readonly Face[] {
    const { face } = this;
    if (face === undefined || boxAt(face, this.frame) === undefined) return [];
    return fellowsOf(this.truth, face.id, whoAt(face, this.frame));
  }

  /** Says who the picked face is. A name that nobody has yet is a new person's. */
  name(who: Who): void {
    const { face, span } = this;
    if (face === undefined || boxAt(face, this.frame) === undefined) return this.events.say(words.pickFirst);
    if (span === undefined) return this.events.say(words.nothingReached);
    const isNew = who !== null && who !== STRANGER && !this.people.includes(who);
    const known = isNew ? welcome(this.truth, who) : this.truth;
    if (this.reach === "stranger") {
      const count = this.fellows.length;
      const truth = nameStranger(known, face.id, whoAt(face, this.frame), who);
      return this.edit(truth, words.namedAll(count, face.stranger!, wordFor(who)));
    }
    this.edit(nameFace(known, face.id, span, who), words.named(face.id, wordFor(who), frames(span)));
  }

  /** The picked face is right as it is: on to the next. */
  confirm(): void {
    const { face } = this;
    if (face === undefined) return this.next();
    this.edit(lookAt(this.truth, face.id, true), words.looksRight(face.id));
    this.next();
  }

  next(): void {
    const face = nextToLookAt(this.truth, this.frame, this.face);
    if (face === undefined) return this.events.say(words.allDone);
    this.pick(face.id);
    this.go(bestFrame(face, this.truth.range));
    const spot = this.spots.find((each) => each.face.id === face.id);
    this.events.say(words.face(face.id, wordFor(spot?.who ?? null, face.stranger), false));
  }

  shot(by: 1 | -1): void {
    const start = shotStart(this.subject.shots, this.frame, by);
    if (start !== undefined) this.go(start);
  }

  /** Takes a box that a hand drew on this frame: of a new face, or once more of the picked one. */
  draw([x, y, w, h]: readonly [number, number, number, number], again: boolean): void {
    const box = [this.frame, tenth(x), tenth(y), tenth(w), tenth(h)] as const;
    const { face } = this;
    if (again && face?.drawing !== undefined) {
      const truth = drawAgain(this.truth, face.id, box);
      return this.edit(truth, words.drawnAgain(face.id, frames(spanOf(faceOf(truth, face.id)!))));
    }
    const truth = drawFace(this.truth, box, STRANGER);
    const id = truth.faces.at(-1)!.id;
    this.picked = id;
    this.reach = "whole";
    this.edit(truth, words.added(id));
  }

  moveEnd(end: "from" | "to"): void {
    const { face } = this;
    if (face?.drawing === undefined) return;
    const truth = moveEnd(this.truth, face.id, end, this.frame);
    this.edit(truth, words.ended(face.id, frames(spanOf(faceOf(truth, face.id)!))));
  }

  limit(range: Span | undefined): void {
    const said = range === undefined ? words.file.rangeGone : words.file.rangeSet(range.from, range.to);
    this.edit(limit(this.truth, range), said);
  }

  lookAtAll(): void {
    this.edit(lookAtAll(this.truth), words.file.allChecked);
  }

  /** Goes on from the faces of a file, of every n-th frame. */
  open(base: string, faces: readonly Face[], every: number, file: string): void {
    this.picked = undefined;
    const truth = { base, faces, newcomers: [], ...(every > 1 ? { every } : {}) };
    this.edit(truth, words.file.opened(faces.length, file));
  }

  startOver(faces: readonly Face[]): void {
    this.picked = undefined;
    this.edit({ base: "labels", faces, newcomers: [] }, words.file.startedOver);
  }

  undo(): void {
    if (this.history.undo()) this.turned(words.undone);
  }

  redo(): void {
    if (this.history.redo()) this.turned(words.redone);
  }

  private edit(truth: Truth, said: string): void {
    this.history.push(truth);
    this.turned(said);
  }

  private turned(said: string): void {
    this.events.say(said);
    this.events.changed(true);
  }
}

/** @param stranger its number among the strangers, where it has one */
export function wordFor(who: Who, stranger?: number): string {
  if (who === null) return words.noFace;
  if (who !== STRANGER) return who;
  return stranger === undefined ? words.stranger : strings.player.stranger(stranger);
}

export function frames({ from, to }: Span): string {
  return words.frames(from, to);
}

/** A name as it is kept: nothing when there is none. */
export function nameFrom(text: string): string | undefined {
  const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return name === "" ? undefined : name;
}
