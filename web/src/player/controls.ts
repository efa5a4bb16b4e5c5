import { attribute, h, setText } from "../ui/dom";
import { clock } from "../ui/format";
import { icon } from "../ui/icons";
import { iconButton, nameButton } from "../ui/parts";
import { strings } from "../ui/strings";

const words = strings.player;

export interface ControlEvents {
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  readonly mute: () => void;
  readonly labels: () => void;
  readonly fullscreen: () => void;
}

/** The row of controls under the picture. */
export class Controls {
  private readonly play: HTMLButtonElement;
  private readonly mute: HTMLButtonElement;
  private readonly full: HTMLButtonElement;
  private readonly labels: HTMLButtonElement;
  private readonly time = h("span", { class: "time" });
  private readonly range: HTMLInputElement;
  /** Where the choice between two videos goes. */
  readonly which = h("div", { class: "which-place" });
  readonly element: HTMLElement;

  constructor(
    private readonly duration: number,
    events: ControlEvents,
  ) {
    this.play = iconButton(words.play, "play", events.toggle, "play");
    this.mute = iconButton(words.mute, "sound", events.mute);
    this.full = iconButton(words.fullscreen, "full", events.fullscreen, "full-screen");
    this.full.hidden = !document.fullscreenEnabled;
    this.labels = h(
      "button",
      {
        type: "button",
        class: "toggle",
        "aria-label": words.labels,
        "aria-pressed": "true",
        on: { click: () => events.labels() },
      },
      icon("boxes"),
      h("span", {}, words.labels),
    );
    this.range = h("input", {
      type: "range",
      class: "seek",
      min: 0,
      max: duration,
      step: 0.01,
      "aria-label": words.seek,
      on: { input: () => events.seek(Number(this.range.value)) },
    });
    this.range.value = "0";
    this.element = h(
      "div",
      { class: "controls" },
      this.range,
      h(
        "div",
        { class: "control-row" },
        this.play,
        this.time,
        this.mute,
        h("span", { class: "spring" }),
        this.labels,
        this.which,
        this.full,
      ),
    );
    this.position(0);
  }

  position(seconds: number): void {
    const text = `${clock(seconds)} / ${clock(this.duration)}`;
    setText(this.time, text);
    this.range.value = String(seconds);
    this.range.style.setProperty("--done", `${(100 * seconds) / Math.max(this.duration, 1e-9)}%`);
    attribute(this.range, "aria-valuetext", clock(seconds));
  }

  playing(yes: boolean): void {
    nameButton(this.play, yes ? words.pause : words.play);
    this.play.replaceChildren(icon(yes ? "pause" : "play"));
  }

  muted(yes: boolean): void {
    nameButton(this.mute, yes ? words.unmute : words.mute);
    this.mute.replaceChildren(icon(yes ? "muted" : "sound"));
  }

  labelled(yes: boolean, possible: boolean): void {
    this.labels.setAttribute("aria-pressed", String(yes));
    this.labels.hidden = !possible;
  }

  fullscreen(yes: boolean): void {
    nameButton(this.full, yes ? words.exitFullscreen : words.fullscreen);
    this.full.replaceChildren(icon(yes ? "small" : "full"));
  }
}
