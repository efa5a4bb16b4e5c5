import type { Labels } from "../player/labels";
import { fill, h } from "../ui/dom";
import { dotOf } from "../ui/dot";
import { screenTime } from "../ui/format";
import { strings } from "../ui/strings";
import { type Pair, pairsOf, timesOf } from "./build";

const words = strings.together;
/** Of nine people there are 36 pairs; the short ones tell nobody anything. */
const MOST = 10;

/** How long each person is on screen, and who is seen with whom. */
export class TogetherCard {
  private readonly rows = h("tbody");
  private readonly pairs = h("div");
  readonly element: HTMLElement;

  /** @param jump goes to a time in seconds */
  constructor(private readonly jump: (seconds: number) => void) {
    const head = [words.person, words.onScreen, words.share, words.unsure];
    this.element = h(
      "section",
      { class: "card together", "aria-label": words.title },
      h("h2", {}, words.title),
      h(
        "div",
        { class: "beside-two" },
        h(
          "div",
          {},
          h(
            "table",
            { class: "beside-table" },
            h("caption", {}, words.each),
            h("thead", {}, h("tr", {}, ...head.map((each) => h("th", { scope: "col" }, each)))),
            this.rows,
          ),
          h("p", { class: "hint" }, words.unsureHint),
        ),
        this.pairs,
      ),
    );
  }

  /** Whether there is anything to see: nothing where nobody of the gallery appears. */
  show(labels: Labels): boolean {
    const times = timesOf(labels);
    fill(
      this.rows,
      ...times.map(({ name, seconds, share, unsure }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, dotOf(labels.people, name, true), name),
          h("td", {}, screenTime(seconds)),
          h("td", {}, `${(100 * share).toFixed(0)} %`),
          h("td", {}, screenTime(unsure)),
        ),
      ),
    );
    const pairs = pairsOf(labels);
    const most = pairs[0]?.seconds ?? 1;
    fill(
      this.pairs,
      h("h3", {}, words.together),
      pairs.length === 0
        ? h("p", { class: "hint" }, words.nobody)
        : h(
            "ul",
            { class: "beside-list" },
            ...pairs.slice(0, MOST).map((each) => this.pair(each, most, labels)),
          ),
    );
    return times.length > 0;
  }

  private pair({ names, seconds, first }: Pair, most: number, labels: Labels): HTMLElement {
    const time = screenTime(seconds);
    const bar = h("span", { class: "together-bar" });
    bar.style.inlineSize = `${(100 * seconds) / most}%`;
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "together-pair",
          "aria-label": words.pair(names[0], names[1], time),
          on: { click: () => this.jump(first) },
        },
        bar,
        h(
          "span",
          { class: "together-names" },
          ...names.flatMap((name) => [dotOf(labels.people, name, true), h("span", {}, name)]),
        ),
        h("span", { class: "together-time" }, time),
      ),
    );
  }
}
