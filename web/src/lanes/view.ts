import { announce } from "../ui/announce";
import { colourOf, patternOf } from "../ui/colours";
import { type Named, nameOf } from "../player/named";
import { attribute, fill, h, setText } from "../ui/dom";
import { preciseClock, screenTime } from "../ui/format";
import { icon } from "../ui/icons";
import { iconButton } from "../ui/parts";
import { strings } from "../ui/strings";
import type { Lane, Span } from "./build";
import { LaneKeys } from "./keys";
import { nextScene, sceneBefore, startOf } from "./scenes";

const words = strings.lanes;

export interface LaneOptions {
  /** Seconds of the whole video. */
  readonly duration: number;
  readonly jump: (seconds: number) => void;
  /** Where the player is, in seconds, for going to the next scene from there; without it lanes have no buttons. */
  readonly position?: () => number;
  /** Boxes of somebody are to be drawn, or not any more. */
  readonly toggled?: () => void;
}

/** Who is on screen when: a lane for each person, coloured where she is. */
export class LaneView {
  private readonly list = h("ul", { class: "lanes" });
  private readonly hint = h("p", { class: "hint" });
  private readonly tip = h("div", { class: "lane-tip", "aria-hidden": "true", hidden: true });
  private readonly keys = new LaneKeys();
  private shown = "";
  private lanes: readonly Lane[] = [];
  /** Whose scenes were gone through last, by name. */
  private followed = "";
  private readonly hidden = new Set<string>();
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

  /** @param faceOf the address of a picture of whoever a lane is for, where there is one */
  show(
    lanes: readonly Lane[],
    people: readonly string[],
    final: boolean,
    faceOf: (lane: Lane) => string | undefined = () => undefined,
  ): void {
    const faces = lanes.map(faceOf);
    const key = JSON.stringify([lanes, faces]);
    const empty = lanes.every(({ spans }) => spans.length === 0);
    this.hint.classList.toggle("lane-keys", !empty);
    setText(this.hint, empty ? (final ? words.nobody : words.soon) : words.keys);
    if (key === this.shown) return;
    this.shown = key;
    this.lanes = lanes;
    this.tip.hidden = true;
    this.keys.remember(this.list);
    fill(
      this.list,
      ...lanes.map((lane, i) =>
        this.lane(lane, i, people, colourOf(people, lane.name, lane.known), faces[i]),
      ),
    );
    this.list.classList.toggle(
      "with-faces",
      faces.some((face) => face !== undefined),
    );
    this.keys.restore(this.list);
  }

  /** Moves the line that says where the player is. */
  playhead(seconds: number): void {
    const share = Math.max(0, Math.min(1, seconds / Math.max(this.options.duration, 1e-9)));
    this.list.style.setProperty("--playhead", String(share));
  }

  /** Whether boxes of this face are not to be drawn. Strangers without a lane of their own go together. */
  hides({ name, known, stranger }: Named): boolean {
    if (this.hidden.size === 0) return false;
    const own = this.lanes.some((lane) => !known && stranger !== undefined && lane.stranger === stranger);
    return this.hidden.has(keyOf({ name, known, ...(own ? { stranger: stranger! } : {}) }));
  }

  /** Goes to the next scene of the lane at a place, or to the one before; of the lane of last time without a place. */
  scene(place: number | undefined, back: boolean): void {
    const seen = this.lanes.filter(({ spans }) => spans.length > 0);
    const lane =
      place === undefined
        ? (seen.find((each) => keyOf(each) === this.followed) ?? seen[0])
        : this.lanes[place];
    const now = this.options.position?.() ?? 0;
    const span = lane && (back ? sceneBefore(lane, now) : nextScene(lane, now));
    if (lane === undefined || span === undefined) return;
    this.followed = keyOf(lane);
    this.options.jump(startOf(span));
    announce(words.span(this.name(lane), preciseClock(span.start), preciseClock(span.end)));
  }

  private name(lane: Lane): string {
    return lane.more === undefined ? nameOf(lane) : words.more(lane.more);
  }

  private buttons(lane: Lane, place: number, name: string): HTMLElement {
    const key = keyOf(lane);
    const next = iconButton(words.next(name), "next", () => this.scene(place, false), "lane-button");
    if (place < 9) attribute(next, "aria-keyshortcuts", String(place + 1));
    if (place < 9) next.title = words.nextKey(name, place + 1);
    next.disabled = lane.spans.length === 0;
    const eye = iconButton(
      words.boxes(name),
      "eye",
      () => {
        const hide = !this.hidden.has(key);
        if (hide) this.hidden.add(key);
        else this.hidden.delete(key);
        show(hide);
        this.options.toggled?.();
      },
      "lane-button",
    );
    const show = (hide: boolean) => {
      eye.setAttribute("aria-pressed", String(!hide));
      eye.replaceChildren(icon(hide ? "eyeShut" : "eye"));
    };
    show(this.hidden.has(key));
    return h("span", { class: "lane-buttons" }, eye, next);
  }

  private lane(
    lane: Lane,
    place: number,
    people: readonly string[],
    colour: string,
    face: string | undefined,
  ): HTMLElement {
    const time = screenTime(lane.seconds);
    const name = this.name(lane);
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
        // The name beside it says who it is.
        h("span", { class: "lane-face" }, face !== undefined && h("img", { src: face, alt: "" }), dot),
        h("span", { class: "lane-who" }, name),
        h("span", { class: "lane-time" }, lane.spans.length === 0 ? words.never : time),
        this.options.position && this.buttons(lane, place, name),
      ),
      track,
    );
    row.style.setProperty("--colour", colour);
    row.dataset["pattern"] = patternOf(people, lane.name, lane.known);
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
          if (event.detail === 0) jump(startOf(span));
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

/** Tells lanes apart, whatever else changes in them. */
function keyOf({ name, known, stranger }: Named): string {
  return JSON.stringify([known, known ? name : (stranger ?? "")]);
}
