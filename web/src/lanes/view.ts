import { colourOf } from "../ui/colours";
import { nameOf } from "../player/named";
import { fill, h, setText } from "../ui/dom";
import { preciseClock, screenTime } from "../ui/format";
import { strings } from "../ui/strings";
import type { Lane, Span } from "./build";
import { LaneKeys } from "./keys";

const words = strings.lanes;

export interface LaneOptions {
  /** Seconds of the whole video. */
  readonly duration: number;
  readonly jump: (seconds: number) => void;
}

/** Who is on screen when: a lane for each person, coloured where she is. */
export class LaneView {
  private readonly list = h("ul", { class: "lanes" });
  private readonly hint = h("p", { class: "hint" });
  private readonly tip = h("div", { class: "lane-tip", "aria-hidden": "true", hidden: true });
  private readonly keys = new LaneKeys();
  private shown = "";
  readonly element: HTMLElement;

  constructor(private readonly options: LaneOptions) {
    this.element = h(
      "section",
      { class: "lane-view", "aria-label": words.title },
      h("h2", {}, words.title),
      this.list,
      this.hint,
      this.tip,
    );
  }

  show(lanes: readonly Lane[], people: readonly string[], final: boolean): void {
    const key = JSON.stringify(lanes);
    const empty = lanes.every(({ spans }) => spans.length === 0);
    this.hint.classList.toggle("lane-keys", !empty);
    setText(this.hint, empty ? (final ? words.nobody : words.soon) : words.keys);
    if (key === this.shown) return;
    this.shown = key;
    this.tip.hidden = true;
    this.keys.remember(this.list);
    fill(this.list, ...lanes.map((lane) => this.lane(lane, colourOf(people, lane.name, lane.known))));
    this.keys.restore(this.list);
  }

  /** Moves the line that says where the player is. */
  playhead(seconds: number): void {
    const share = Math.max(0, Math.min(1, seconds / Math.max(this.options.duration, 1e-9)));
    this.list.style.setProperty("--playhead", String(share));
  }

  private lane(lane: Lane, colour: string): HTMLElement {
    const time = screenTime(lane.seconds);
    const name = lane.more === undefined ? nameOf(lane) : words.more(lane.more);
    const track = h("div", {
      class: "lane-track",
      role: "group",
      "aria-label": words.lane(name, time),
      "data-arrows": true,
      on: { click: (event) => this.jumpTo(event, track), keydown: (event) => this.keys.move(event, track) },
    });
    fill(track, ...lane.spans.map((span) => this.span(span, name)));
    track.querySelector("button")?.setAttribute("tabindex", "0");
    const dot = h("i", { class: "dot" });
    dot.style.background = colour;
    const row = h(
      "li",
      { class: lane.known ? "lane" : "lane unknown" },
      h(
        "div",
        { class: "lane-name" },
        dot,
        h("span", { class: "lane-who" }, name),
        h("span", { class: "lane-time" }, lane.spans.length === 0 ? words.never : time),
      ),
      track,
    );
    row.style.setProperty("--colour", colour);
    return row;
  }

  private span(span: Span, name: string): HTMLElement {
    const { duration, jump } = this.options;
    const button = h("button", {
      type: "button",
      class: "span",
      tabindex: -1,
      "aria-label": words.span(name, preciseClock(span.start), preciseClock(span.end)),
      "data-start": span.start,
      on: {
        click: (event) => {
          event.stopPropagation();
          // By mouse to where it points, by keyboard to where the span begins: a little into its first frame.
          if (event.detail === 0) jump(span.start + 0.004);
          else this.jumpTo(event, button.parentElement!);
        },
        pointerenter: () => this.showTip(button, span),
        pointerleave: () => (this.tip.hidden = true),
        focus: () => this.showTip(button, span),
        blur: () => (this.tip.hidden = true),
      },
    });
    button.style.insetInlineStart = `${(100 * span.start) / duration}%`;
    button.style.inlineSize = `${(100 * (span.end - span.start)) / duration}%`;
    return button;
  }

  private jumpTo(event: MouseEvent, track: HTMLElement): void {
    const { left, width } = track.getBoundingClientRect();
    this.options.jump(((event.clientX - left) / Math.max(1, width)) * this.options.duration);
  }

  private showTip(button: HTMLElement, { start, end }: Span): void {
    setText(this.tip, words.times(preciseClock(start), preciseClock(end)));
    this.tip.hidden = false;
    const around = this.element.getBoundingClientRect();
    const at = button.getBoundingClientRect();
    const half = this.tip.offsetWidth / 2;
    const middle = at.left + at.width / 2 - around.left;
    this.tip.style.left = `${Math.max(half, Math.min(around.width - half, middle))}px`;
    this.tip.style.top = `${at.top - around.top}px`;
  }
}
