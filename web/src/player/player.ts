import type { Video } from "../api/types";
import { h, setText } from "../ui/dom";
import { strings } from "../ui/strings";
import { Controls } from "./controls";
import { FacePicks } from "./face-picks";
import { watchFrames } from "./frame-clock";
import { commandOf, isTaken } from "./keys";
import { type Named, nameOf } from "./named";
import { NowOnScreen } from "./now";
import { Overlay } from "./overlay";
import type { Shown } from "./shown";
import { type Which, WhichVideo } from "./which";

type Links = NonNullable<Video["links"]>;

export interface PlayerOptions {
  readonly title: string;
  readonly facts: NonNullable<Video["video"]>;
  readonly labels: Shown;
  readonly signal: AbortSignal;
  /** Hears where the player is, in seconds. */
  readonly moved: (seconds: number) => void;
  /** Hears which frame is seen, as soon as it is; in seconds. */
  readonly shown?: (seconds: number) => void;
  /** Goes to a scene of somebody; without it such keys are somebody else's. */
  readonly scene?: (lane: number | undefined, back: boolean) => void;
  /** Whose boxes are not drawn. */
  readonly hides?: (face: Named) => boolean;
  /** Hears which face was clicked while the video stands still; without it a click plays. */
  readonly picked?: (face: Named) => void;
  /** A choice that is shown under the picture. */
  readonly choice?: HTMLElement;
  /** Lies over the picture, and gets its clicks. */
  readonly layer?: HTMLElement;
  /** Gets addresses that work, when one does not any more. */
  readonly fresh: () => Promise<Links | undefined>;
}

const words = strings.player;

/** The source video with boxes and names drawn over each frame; or the annotated MP4, which has them in the picture. */
export class Player {
  private readonly video: HTMLVideoElement;
  private readonly overlay = new Overlay(nameOf);
  private readonly controls: Controls;
  private readonly now = new NowOnScreen();
  private readonly which: WhichVideo;
  private readonly picks: FacePicks | undefined;
  private readonly message = h("p", { class: "player-message", role: "status", hidden: true });
  private readonly frame: HTMLElement;
  readonly element: HTMLElement;
  private links: Links = {};
  private playing: Which | undefined;
  private labelled = true;
  private seconds = 0;
  private freshened = 0;

  constructor(private readonly options: PlayerOptions) {
    const { facts, signal, title } = options;
    this.video = h("video", {
      playsinline: true,
      preload: "auto",
      "aria-label": words.video(title),
      tabindex: -1,
    });
    this.picks = options.picked && new FacePicks(this.video, facts, options.picked, signal);
    this.controls = new Controls(facts.duration, {
      toggle: () => this.toggle(),
      seek: (seconds) => this.jump(seconds),
      mute: () => (this.video.muted = !this.video.muted),
      labels: () => this.toggleLabels(),
      fullscreen: () => void this.fullscreen(),
    });
    this.which = new WhichVideo((which) => this.use(which));
    this.controls.which.append(this.which.element);
    this.frame = h("div", { class: "frame" }, this.video, this.overlay.element, options.layer, this.message);
    this.frame.style.setProperty("--ratio", String(facts.width / facts.height));
    this.element = h(
      "div",
      { class: "player" },
      this.frame,
      this.controls.element,
      h(
        "div",
        { class: "player-foot" },
        this.now.element,
        options.choice,
        h("p", { class: "keys" }, words.keys),
      ),
    );
    this.listen();
    watchFrames(this.video, (seconds) => this.show(seconds), signal);
    const sizes = new ResizeObserver(() => this.draw());
    sizes.observe(this.frame);
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  /** Tells what there is to play. An address in use is kept: each answer signs anew, and a change would start over. */
  offer(links: Links): void {
    this.links = links;
    this.which.show(links.source !== undefined, links.annotated !== undefined);
    if (this.playing === undefined) this.use(links.source !== undefined ? "source" : "annotated");
    else if (this.playing === "source" && this.video.error !== null) this.use("annotated");
  }

  /** Goes to a time, in seconds. */
  jump(seconds: number): void {
    const to = Math.max(0, Math.min(this.options.facts.duration, seconds));
    this.video.currentTime = to;
    this.controls.position(to);
    this.options.moved(to);
  }

  /** Where it is, in seconds. */
  get position(): number {
    return this.video.currentTime;
  }

  /** Of what it plays; nothing before that. */
  get address(): string | undefined {
    return this.video.currentSrc || undefined;
  }

  /** Draws again: there are other labels. */
  refresh(): void {
    this.draw();
  }

  pause(): void {
    this.video.pause();
  }

  close(): void {
    this.video.pause();
    this.video.removeAttribute("src");
    this.video.load();
  }

  private listen(): void {
    const { signal } = this.options;
    const on = (event: keyof HTMLVideoElementEventMap, then: () => void) =>
      this.video.addEventListener(event, then, { signal });
    on("play", () => this.controls.playing(true));
    on("pause", () => this.controls.playing(false));
    on("ended", () => this.controls.playing(false));
    on("volumechange", () => this.controls.muted(this.video.muted));
    this.video.addEventListener(
      "click",
      (event) => {
        if (!this.picks?.take(event)) this.toggle();
      },
      { signal },
    );
    on("loadeddata", () => (this.message.hidden = true));
    on("error", () => void this.troubled());
    document.addEventListener(
      "fullscreenchange",
      () => {
        this.controls.fullscreen(document.fullscreenElement === this.element);
        this.draw();
      },
      { signal },
    );
    document.addEventListener("keydown", (event) => this.key(event), { signal });
  }

  private key(event: KeyboardEvent): void {
    const command = commandOf(event);
    if (command === undefined || isTaken(event.target, event.key)) return;
    if (command.kind === "scene" && this.options.scene === undefined) return;
    event.preventDefault();
    switch (command.kind) {
      case "toggle":
        return this.toggle();
      case "labels":
        return this.toggleLabels();
      case "mute":
        this.video.muted = !this.video.muted;
        return;
      case "fullscreen":
        return void this.fullscreen();
      case "seek":
        return this.jump(this.video.currentTime + command.seconds);
      case "scene":
        return this.options.scene?.(command.lane, command.back);
      case "frame":
        return this.stepFrame(command.by);
    }
  }

  /** Stops, and goes some frames on or back. */
  stepFrame(by: number): void {
    this.video.pause();
    const { times } = this.options.labels;
    if (times !== undefined) this.jump(times.inside(Math.max(0, times.at(this.seconds) + by)));
    else this.jump(this.seconds + by / Math.max(1, this.options.facts.frameRate));
  }

  toggle(): void {
    if (this.video.paused) void this.video.play().catch(() => undefined);
    else this.video.pause();
  }

  private toggleLabels(): void {
    if (this.playing === "annotated") return;
    this.labelled = !this.labelled;
    this.draw();
  }

  private async fullscreen(): Promise<void> {
    try {
      if (document.fullscreenElement !== null) await document.exitFullscreen();
      else await this.element.requestFullscreen();
    } catch {
      // The browser does not want to; nothing is lost.
    }
  }

  private use(which: Which): void {
    const url = this.links[which];
    if (url === undefined) return;
    const { currentTime, paused } = this.video;
    this.playing = which;
    this.which.pick(which);
    this.video.src = url;
    if (currentTime > 0) this.video.currentTime = currentTime;
    if (!paused) void this.video.play().catch(() => undefined);
    this.draw();
  }

  /** An address that ran out gets a fresh one, once; a format that cannot be played gives way to the annotated MP4. */
  private async troubled(): Promise<void> {
    if (!this.video.hasAttribute("src") || this.playing === undefined) return;
    if (Date.now() - this.freshened > 60_000) {
      this.freshened = Date.now();
      const fresh = await this.options.fresh().catch(() => undefined);
      if (this.options.signal.aborted) return;
      if (fresh !== undefined) {
        this.links = fresh;
        return this.use(this.playing);
      }
    }
    if (this.playing === "source" && this.links.annotated !== undefined) return this.use("annotated");
    this.message.hidden = false;
    setText(this.message, this.links.annotated === undefined ? words.unplayable : words.unplayableDone);
  }

  private show(seconds: number): void {
    this.seconds = seconds;
    this.controls.position(seconds);
    this.options.moved(seconds);
    this.options.shown?.(seconds);
    this.draw();
  }

  private draw(): void {
    const { labels, facts, hides } = this.options;
    const onScreen = labels.at(this.seconds);
    const { people } = labels;
    const overSource = this.playing !== "annotated";
    this.controls.labelled(this.labelled, overSource);
    const drawn =
      onScreen === undefined || hides === undefined
        ? onScreen
        : { ...onScreen, faces: onScreen.faces.filter(({ track }) => !hides(track)) };
    const seen = this.labelled && overSource ? drawn : undefined;
    this.overlay.draw(seen, people, facts);
    this.picks?.show(seen?.faces ?? []);
    this.now.show(onScreen, people, labels.isFinal);
  }
}
