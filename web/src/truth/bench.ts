import type { Video } from "../api/types";
import { buildLanes } from "../lanes/build";
import { LaneView } from "../lanes/view";
import type { OnScreen } from "../player/faces";
import { FrameTimes } from "../player/frames";
import { isTaken } from "../player/keys";
import type { Labels } from "../player/labels";
import type { Named } from "../player/named";
import { Player } from "../player/player";
import type { Shown } from "../player/shown";
import { announce } from "../ui/announce";
import { h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { Problem } from "../ui/parts";
import { strings } from "../ui/strings";
import { everyOf, facesFromRows } from "./base";
import type { Row } from "./csv";
import { FileCard } from "./file-card";
import { type TruthCommand, truthCommandOf } from "./keys";
import { type Kept, Keeper } from "./keeper";
import { TruthLayer } from "./layer";
import { type Face, STRANGER, boxAt } from "./model";
import { Panel } from "./panel";
import { ScoreTable } from "./score-table";
import { ScoreCard } from "./score-card";
import { Session } from "./session";
import { progressOf } from "./steps";
import { TextStore } from "./store";
import { Tools } from "./tools";

const words = strings.truth;

export interface BenchOptions {
  /** Under what name the browser keeps the work. */
  readonly kept: string;
  readonly video: Video;
  readonly facts: NonNullable<Video["video"]>;
  readonly labels: Labels;
  /** The other recogniser's, where they are there. */
  readonly other: Labels | undefined;
  readonly signal: AbortSignal;
  readonly fresh: () => Promise<Video["links"]>;
}

/** Goes on where this browser left off. */
export async function openBench(options: BenchOptions): Promise<Bench> {
  const keeper = new Keeper(options.labels, new TextStore(options.kept));
  return new Bench(options, keeper, await keeper.load());
}

/** Where a truth is made: player, panel, lanes, score and file, all of one session. */
export class Bench implements Shown {
  readonly isFinal = true;
  readonly times: FrameTimes;
  private readonly session: Session;
  private readonly player: Player;
  private readonly layer: TruthLayer;
  private readonly panel: Panel;
  private readonly tools: Tools;
  private readonly lanes: LaneView;
  private readonly score: ScoreCard;
  private readonly file: FileCard;
  private readonly said = h("p", { class: "truth-said", "aria-hidden": "true" });
  private readonly problem = new Problem();
  private names: readonly string[];
  /** Whether the box that is being drawn is one more of the picked face. */
  private again = false;
  readonly element: HTMLElement;

  constructor(
    private readonly options: BenchOptions,
    private readonly keeper: Keeper,
    kept: Kept,
  ) {
    const { video, facts, labels, signal } = options;
    const title = titleOf(video.title);
    this.times = new FrameTimes(labels.frameTimes, labels.video.timeBase);
    const shots = (labels.shots ?? []).map(([from, to]) => ({ from, to }));
    this.session = new Session(
      kept.truth,
      { frames: labels.video.frames, people: labels.people, shots },
      {
        changed: (edited) => this.changed(edited),
        say: (text) => this.say(text),
        go: (frame) => {
          this.player.pause();
          this.player.jump(this.times.inside(frame));
        },
      },
    );
    this.names = this.session.people;
    this.layer = new TruthLayer(
      labels.video,
      {
        pick: (id) => this.session.pick(id),
        beside: () => this.player.toggle(),
        drawn: (box) => this.session.draw(box, this.again),
        left: () => this.changed(false),
      },
      signal,
    );
    this.lanes = new LaneView({ duration: facts.duration, jump: (seconds) => this.player.jump(seconds) });
    this.player = new Player({
      title,
      facts,
      labels: this,
      signal,
      moved: (seconds) => this.lanes.playhead(seconds),
      shown: (seconds) => this.session.at(this.times.at(seconds)),
      layer: this.layer.element,
      fresh: options.fresh,
    });
    this.panel = new Panel(this.session, { draw: (again) => this.draw(again) });
    this.tools = new Tools(this.session, {
      frame: (by) => this.step(by),
      add: () => this.draw(false),
      take: () => this.layer.take(),
      leave: () => this.layer.leave(),
    });
    this.score = new ScoreCard(title, labels, options.other && new ScoreTable(options.other, options.video));
    this.file = new FileCard(title, this.session, labels.video, {
      opened: (text, rows, file) => this.open(text, rows, file),
      startOver: () => this.session.startOver(keeper.facesOf("labels")),
    });
    this.element = h(
      "div",
      { class: "truth-bench" },
      this.problem.element,
      h(
        "section",
        { class: "stage truth-stage", "aria-label": strings.player.label },
        h(
          "div",
          { class: "truth-picture" },
          this.player.element,
          this.tools.element,
          this.said,
          this.panel.reach,
        ),
        this.panel.element,
        this.lanes.element,
      ),
      h("div", { class: "truth-cards" }, this.score.element, this.file.element),
      h(
        "details",
        { class: "truth-keys" },
        h("summary", {}, words.keysTitle),
        h("dl", {}, ...words.keys.map(([key, what]) => h("div", {}, h("dt", {}, key), h("dd", {}, what)))),
      ),
    );
    // Before the player's own: a truth has more use for some keys.
    document.addEventListener("keydown", (event) => this.key(event), { signal, capture: true });
    this.player.offer(video.links ?? {});
    if (kept.problem !== undefined) this.problem.show(kept.problem);
    this.refresh();
  }

  close(): void {
    this.score.close();
    this.player.close();
  }

  get people(): readonly string[] {
    return this.names;
  }

  at(seconds: number): OnScreen {
    const frame = this.times.at(seconds);
    const spots = frame === this.session.frame ? this.session.spots : this.session.spotsOn(frame);
    const faces = spots.flatMap(({ face, box: [, x, y, w, h], who }) =>
      who === null ? [] : [{ track: namedAs(face, who), x, y, w, h }],
    );
    return { frame, faces };
  }

  private changed(edited: boolean): void {
    if (!edited) return this.showFrame();
    this.names = this.session.people;
    if (!this.keeper.keep(this.session.truth)) this.problem.show(words.notKept);
    this.refresh();
  }

  /** What an edit can change. */
  private refresh(): void {
    const { truth } = this.session;
    const spans = truth.faces.flatMap((face) =>
      face.runs.flatMap(({ from, to, who }) =>
        who === null ? [] : [{ ...namedAs(face, who), start: this.times.time(from), end: this.endOf(to) }],
      ),
    );
    this.lanes.show(buildLanes(this.names, spans), this.names, true);
    this.panel.progress(progressOf(truth));
    this.score.show(truth);
    this.file.show();
    this.player.refresh();
    this.showFrame();
  }

  private showFrame(): void {
    this.panel.show();
    this.tools.show(this.layer.isDrawing);
    this.layer.show(this.session.spots, this.session.face?.id);
  }

  private endOf(frame: number): number {
    return frame + 1 < this.times.count ? this.times.time(frame + 1) : this.options.facts.duration;
  }

  private say(text: string): void {
    announce(text);
    setText(this.said, text);
  }

  /** One frame on or back, of those that the truth is about. */
  private step(by: 1 | -1): void {
    const { truth, frame } = this.session;
    const { every = 1 } = truth;
    if (every === 1) this.player.stepFrame(by);
    else this.session.go((by > 0 ? Math.floor(frame / every) + 1 : Math.ceil(frame / every) - 1) * every);
  }

  private draw(again: boolean): void {
    this.player.pause();
    const { face, frame } = this.session;
    this.again = again && face?.drawing !== undefined;
    const { from = 0, to = 0 } = face?.drawing ?? {};
    const near = this.again ? boxAt(face!, Math.max(from, Math.min(to, frame))) : undefined;
    this.layer.begin(near && [near[1], near[2], near[3], near[4]]);
    announce(words.drawHint);
    this.showFrame();
  }

  private async open(text: string, rows: readonly Row[], file: string): Promise<void> {
    const base = this.keeper.newBase();
    const faces = facesFromRows(rows, this.session.subject.shots);
    const kept = await this.keeper.adopt(base, faces, text);
    this.problem.show(undefined);
    this.session.open(base, faces, everyOf(rows), file);
    if (!kept) this.problem.show(words.notKept);
  }

  private key(event: KeyboardEvent): void {
    const taken = isTaken(event.target, event.key);
    if (this.layer.isDrawing && document.querySelector("dialog[open]") === null && this.layer.key(event)) {
      return this.mine(event);
    }
    const command = truthCommandOf(event);
    if (command === undefined || taken) return;
    this.mine(event);
    this.run(command);
  }

  /** Keeps a key from the player and the browser. */
  private mine(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  private run(command: TruthCommand): void {
    const { session } = this;
    switch (command.kind) {
      case "who": {
        const name = this.names[command.place];
        return name === undefined ? undefined : session.name(name);
      }
      case "stranger":
        return session.name(STRANGER);
      case "noFace":
        return session.name(null);
      case "confirm":
        return session.confirm();
      case "next":
        return session.next();
      case "add":
        return this.draw(false);
      case "again":
        return session.face?.drawing === undefined ? undefined : this.draw(true);
      case "undo":
        return session.undo();
      case "redo":
        return session.redo();
      case "pick":
        return session.pickBeside(command.by);
      case "shot":
        return session.shot(command.by);
      case "frame":
        return this.step(command.by);
      case "mark":
        return session.mark(command.end);
      case "reach":
        return session.reachFor(command.reach);
    }
  }
}

function namedAs({ stranger }: Face, who: string): Named {
  const isStranger = who === STRANGER && stranger !== undefined;
  return { name: who, known: who !== STRANGER, ...(isStranger ? { stranger } : {}) };
}
