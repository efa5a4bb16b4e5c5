import { copied } from "../ui/copy";
import { freshId, h, setText } from "../ui/dom";
import { icon } from "../ui/icons";
import { strings } from "../ui/strings";

const words = strings.embed;

/** The line that puts the player on another site, to be copied; opened by a button of its own. */
export class EmbedCard {
  private readonly id = freshId("embed");
  private readonly line = h("textarea", {
    readonly: true,
    rows: 3,
    spellcheck: "false",
    "aria-label": words.line,
    on: { focus: () => this.line.select() },
  });
  private readonly copied = h("span", {}, words.copy);
  private readonly problem = h("p", { class: "hint", role: "status" });
  readonly button = h(
    "button",
    {
      type: "button",
      class: "button plain",
      "aria-expanded": "false",
      "aria-controls": this.id,
      on: { click: () => this.toggle() },
    },
    icon("embed"),
    h("span", {}, words.open),
  );
  readonly element = h(
    "div",
    { class: "embed-card", id: this.id, hidden: true },
    h("p", { class: "hint" }, words.lead),
    this.line,
    h(
      "button",
      { type: "button", class: "button plain small", on: { click: () => void this.copy() } },
      icon("link"),
      this.copied,
    ),
    this.problem,
  );

  show(snippet: string): void {
    if (this.line.value !== snippet) this.line.value = snippet;
  }

  private toggle(): void {
    this.element.hidden = !this.element.hidden;
    this.button.setAttribute("aria-expanded", String(!this.element.hidden));
  }

  private async copy(): Promise<void> {
    const done = await copied(this.line.value, this.copied, words);
    if (!done) this.line.focus();
    setText(this.problem, done ? "" : words.copyFailed);
  }
}
