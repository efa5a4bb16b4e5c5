import { isAbort } from "../api/errors";
import type { Video } from "../api/types";
import { startOf } from "../lanes/scenes";
import type { Labels } from "../player/labels";
import { nameOf } from "../player/named";
import { announce } from "../ui/announce";
import { attribute, fill, h } from "../ui/dom";
import { dotOf } from "../ui/dot";
import { preciseClock } from "../ui/format";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import { type Comparison, type Difference, type Times, compare } from "./compare";
import { namesOf } from "./names";
import { NoOtherLabels, otherLabels } from "./other-labels";

const words = strings.beside;
/** More than these nobody goes through one by one. */
const MOST = 12;

export interface BesideOptions {
  readonly jump: (seconds: number) => void;
  /** Has the player show these names; nothing: those of the labels. */
  readonly show: (other: Labels | undefined) => void;
  /** Writes names as those of the labels are shown. */
  readonly written: (other: Labels) => Labels;
  /** Asks for addresses that work. */
  readonly fresh: () => Promise<Video>;
}

/** The names of both recognisers on one video, fetched when somebody wants to see them. */
export class BesidePanel {
  private readonly opening = button(words.open, "plain", () => void this.open(), "boxes");
  private readonly body = h("div", { class: "beside-body", hidden: true });
  private readonly problem = new Problem();
  private readonly choices: readonly HTMLButtonElement[];
  private readonly whose: HTMLElement;
  private video: Video | undefined;
  private used: Labels | undefined;
  private other: Labels | undefined;
  private opened = false;
  private showsOther = false;
  private version = -1;
  readonly element: HTMLElement;

  constructor(
    private readonly signal: AbortSignal,
    private readonly options: BesideOptions,
  ) {
    this.choices = [false, true].map((other) =>
      h("button", { type: "button", on: { click: () => this.choose(other) } }),
    );
    this.whose = h("div", { class: "which", role: "group", "aria-label": words.whose }, ...this.choices);
    this.element = h(
      "section",
      { class: "card beside", "aria-label": words.title },
      h("h2", {}, words.title),
      h("p", { class: "hint" }, words.lead),
      this.opening,
      this.body,
      this.problem.element,
    );
  }

  /** @param version of the corrections that these labels have: with others, or other letters, the comparison is another */
  take(video: Video, used: Labels, version: number): void {
    this.video = video;
    const isSame = version === this.version && used === this.used;
    this.used = used;
    if (isSame) return;
    this.version = version;
    if (this.opened) void this.open();
  }

  private async open(): Promise<void> {
    const { version } = this;
    this.opening.disabled = true;
    this.problem.show(undefined);
    announce(words.loading);
    try {
      const video = await this.options.fresh();
      const found = await otherLabels(video, this.signal);
      // Corrected again meanwhile, which fetches again.
      if (this.version !== version || this.used === undefined) return;
      if (found === undefined) throw new NoOtherLabels();
      const other = this.options.written(found);
      this.draw(compare(this.used, other), this.used);
      this.other = other;
      this.opened = true;
      this.opening.hidden = true;
      this.body.hidden = false;
      this.choose(this.showsOther);
    } catch (error) {
      if (this.signal.aborted || isAbort(error)) return;
      this.choose(false);
      this.opened = false;
      this.body.hidden = true;
      this.opening.hidden = false;
      this.problem.show(error instanceof NoOtherLabels ? words.older : words.failed);
    } finally {
      this.opening.disabled = false;
    }
  }

  private choose(other: boolean): void {
    const changes = other !== this.showsOther;
    this.showsOther = other;
    this.choices.forEach((choice, i) => choice.setAttribute("aria-pressed", String((i === 1) === other)));
    if (!changes && !other) return;
    this.options.show(other ? this.other : undefined);
    if (changes) announce(words.showing(this.names()[other ? 1 : 0]!));
  }

  private names(): readonly [string, string] {
    return namesOf(this.video ?? {});
  }

  private draw(comparison: Comparison, labels: Labels): void {
    const [used, other] = this.names();
    fill(this.choices[0]!, words.used(used));
    fill(this.choices[1]!, words.other(other));
    if (comparison.tracks === 0) return fill(this.body, h("p", {}, words.none));
    const { agree, tracks, share, differences } = comparison;
    const list = differences.slice(0, MOST).map((each) => this.difference(each, labels));
    fill(
      this.body,
      h(
        "p",
        { class: "beside-sum" },
        h("strong", {}, words.agree(agree, tracks)),
        h("span", { class: "hint" }, words.share((100 * share).toFixed(1))),
      ),
      (this.video?.corrections?.count ?? 0) > 0 && h("p", { class: "hint" }, words.corrected),
      h("div", { class: "beside-whose" }, h("h3", {}, words.whose), this.whose),
      h(
        "div",
        { class: "beside-two" },
        this.table(comparison.times, labels),
        differences.length > 0 &&
          h(
            "div",
            {},
            h("h3", {}, words.parts),
            h("ul", { class: "beside-list" }, ...list),
            differences.length > MOST && h("p", { class: "hint" }, words.more(differences.length - MOST)),
          ),
      ),
    );
  }

  private table(times: readonly Times[], { people }: Labels): HTMLElement {
    const head = [words.person, ...this.names(), words.difference];
    return h(
      "table",
      { class: "beside-table" },
      h("caption", {}, words.times),
      h("thead", {}, h("tr", {}, ...head.map((each) => h("th", { scope: "col" }, each)))),
      h(
        "tbody",
        {},
        ...times.map(({ name, one, other }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, dotOf(people, name, true), name),
            h("td", {}, words.seconds(one.toFixed(1))),
            h("td", {}, words.seconds(other.toFixed(1))),
            h("td", {}, signed(other - one)),
          ),
        ),
      ),
    );
  }

  private difference({ start, one, other }: Difference, { people }: Labels): HTMLElement {
    const at = preciseClock(start);
    const jump = h(
      "button",
      {
        type: "button",
        class: "beside-jump",
        on: { click: () => this.options.jump(startOf({ start, end: start })) },
      },
      h("span", { class: "beside-at" }, at),
      ...[one, other].map((track) =>
        h("span", { class: "beside-name" }, dotOf(people, track.name, track.known), nameOf(track)),
      ),
    );
    attribute(jump, "aria-label", words.jump(at, nameOf(one), nameOf(other)));
    return h("li", {}, jump);
  }
}

/** With a true minus, and without a sign where nothing is left of it. */
function signed(seconds: number): string {
  const size = Math.abs(seconds).toFixed(1);
  if (size === "0.0") return words.seconds(size);
  return words.seconds((seconds < 0 ? "−" : "+") + size);
}
