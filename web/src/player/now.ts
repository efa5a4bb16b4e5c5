import { fill, h } from "../ui/dom";
import { dotOf } from "../ui/dot";
import { strings } from "../ui/strings";
import type { OnScreen } from "./faces";
import { chipsOf } from "./named";

const words = strings.player;

/** Says in words who is on the frame that is shown. */
export class NowOnScreen {
  private readonly names = h("span", { class: "now-names", role: "group", "aria-label": words.onScreen });
  readonly element = h(
    "div",
    { class: "now" },
    h("span", { class: "now-title" }, words.onScreen),
    this.names,
  );
  private shown = "";

  show(onScreen: OnScreen | undefined, people: readonly string[], final: boolean): void {
    const chips = chipsOf(onScreen?.faces ?? [], people);
    const key = JSON.stringify([chips, onScreen === undefined, final]);
    if (key === this.shown) return;
    this.shown = key;
    fill(
      this.names,
      ...chips.map(({ text, person }) => {
        const dot = dotOf(people, person ?? "", person !== undefined);
        return h("span", { class: person === undefined ? "name-chip unknown" : "name-chip" }, dot, text);
      }),
      onScreen === undefined && h("span", { class: "hint" }, words.notYet),
      onScreen !== undefined && chips.length === 0 && h("span", { class: "hint" }, words.nobody),
      onScreen !== undefined && !final && h("span", { class: "guess" }, words.provisional),
    );
  }
}
