import { attribute, h, setText } from "../ui/dom";
import { type Icon, icon } from "../ui/icons";
import { iconButton } from "../ui/parts";
import { strings } from "../ui/strings";
import type { Session } from "./session";

const words = strings.truth;

export interface ToolEvents {
  readonly frame: (by: 1 | -1) => void;
  readonly add: () => void;
  readonly take: () => void;
  readonly leave: () => void;
}

/** The row under the player: steps, undo, drawing. */
export class Tools {
  private readonly where = h("span", { class: "truth-where" });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly steps: HTMLElement;
  private readonly hint: HTMLElement;
  readonly element: HTMLElement;

  constructor(
    private readonly session: Session,
    events: ToolEvents,
  ) {
    this.undo = iconButton(words.undo, "back", () => session.undo());
    this.redo = iconButton(words.redo, "forth", () => session.redo());
    this.steps = h(
      "div",
      { class: "truth-steps", role: "group", "aria-label": words.tools },
      h(
        "div",
        { class: "truth-walk" },
        iconButton(words.shotBack, "shotBack", () => session.shot(-1)),
        iconButton(words.frameBack, "frameBack", () => events.frame(-1)),
        this.where,
        iconButton(words.frameOn, "frameOn", () => events.frame(1)),
        iconButton(words.shotOn, "shotOn", () => session.shot(1)),
      ),
      tool(words.next, () => session.next(), "arrow"),
      tool(words.add, events.add, "plus"),
      h("span", { class: "spring" }),
      this.undo,
      this.redo,
    );
    this.hint = h(
      "div",
      { class: "truth-steps truth-hint", hidden: true },
      h("p", {}, words.drawHint),
      tool(words.drawTake, events.take, "check"),
      tool(words.drawCancel, events.leave, "close"),
    );
    this.element = h("div", { class: "truth-tools" }, this.steps, this.hint);
  }

  show(drawing: boolean): void {
    const { session } = this;
    setText(this.where, words.frame(session.frame));
    attribute(this.undo, "aria-disabled", String(!session.canUndo));
    attribute(this.redo, "aria-disabled", String(!session.canRedo));
    this.steps.hidden = drawing;
    this.hint.hidden = !drawing;
  }
}

function tool(text: string, click: () => void, picture?: Icon): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: "toggle", on: { click } },
    picture && icon(picture),
    h("span", {}, text),
  );
}
