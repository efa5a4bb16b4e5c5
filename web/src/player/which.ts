import { h } from "../ui/dom";
import { strings } from "../ui/strings";

export type Which = "source" | "annotated";

const words = strings.player;

/** The choice between the original with boxes drawn over it and the annotated MP4; seen when there are both. */
export class WhichVideo {
  private readonly buttons: Readonly<Record<Which, HTMLButtonElement>>;
  readonly element: HTMLElement;

  constructor(picked: (which: Which) => void) {
    const choice = (which: Which) =>
      h(
        "button",
        { type: "button", "aria-pressed": "false", on: { click: () => picked(which) } },
        words[which],
      );
    this.buttons = { source: choice("source"), annotated: choice("annotated") };
    this.element = h(
      "div",
      { class: "which", role: "group", "aria-label": words.which, hidden: true },
      this.buttons.source,
      this.buttons.annotated,
    );
  }

  show(source: boolean, annotated: boolean): void {
    this.element.hidden = !(source && annotated);
  }

  pick(which: Which): void {
    for (const [each, button] of Object.entries(this.buttons)) {
      button.setAttribute("aria-pressed", String(each === which));
    }
  }
}
