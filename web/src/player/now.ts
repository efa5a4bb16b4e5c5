import { colourOf } from "../ui/colours";
import { fill, h } from "../ui/dom";
import { strings } from "../ui/strings";
import type { OnScreen } from "./faces";

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
    const known = new Set<string>();
    let unknown = 0;
    for (const { track } of onScreen?.faces ?? []) {
      if (track.known) known.add(track.name);
      else unknown++;
    }
    const names = people.filter((name) => known.has(name));
    const key = JSON.stringify([names, unknown, onScreen === undefined, final]);
    if (key === this.shown) return;
    this.shown = key;
    const chip = (name: string, text: string, isKnown: boolean) => {
      const dot = h("i", { class: "dot" });
      dot.style.background = colourOf(people, name, isKnown);
      return h("span", { class: "name-chip" }, dot, text);
    };
    fill(
      this.names,
      ...names.map((name) => chip(name, name, true)),
      unknown > 0 && chip("", unknown === 1 ? words.unknown : `${unknown} × ${words.unknown}`, false),
      onScreen === undefined && h("span", { class: "hint" }, words.notYet),
      onScreen !== undefined && names.length + unknown === 0 && h("span", { class: "hint" }, words.nobody),
      onScreen !== undefined && !final && h("span", { class: "guess" }, words.provisional),
    );
  }
}
