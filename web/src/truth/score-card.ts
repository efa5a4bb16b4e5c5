import type { Labels } from "../player/labels";
import { copied } from "../ui/copy";
import { fill, h, setText } from "../ui/dom";
import { button } from "../ui/parts";
import { strings } from "../ui/strings";
import { rowsOf } from "./csv";
import type { Truth } from "./model";
import { type Score, type Share, labelRows, percent, scoreOf } from "./score";
import type { ScoreTable } from "./score-table";
import { scoreText } from "./score-text";
import { type Progress, progressOf } from "./steps";

const words = strings.truth.score;
/** Milliseconds after an edit: a long video's score takes a moment, and keys come fast. */
const REST = 150;

/** How right the automatic labels are by what is known so far. */
export class ScoreCard {
  private readonly figures = h("dl", { class: "truth-figures" });
  private readonly note = h("p", { class: "hint" });
  private readonly copyWord = h("span", {}, words.copy);
  private readonly text = h("textarea", {
    class: "truth-text",
    readonly: true,
    rows: 7,
    "aria-label": words.copy,
    hidden: true,
  });
  private readonly failed = h("p", { class: "hint", hidden: true }, words.copyFailed);
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private latest: { readonly truth: Truth; readonly score: Score; readonly progress: Progress } | undefined;
  readonly element: HTMLElement;

  constructor(
    private readonly title: string,
    private readonly labels: Labels,
    private readonly table: ScoreTable | undefined,
  ) {
    const copy = button(words.copy, "plain", () => void this.copy(), "link");
    copy.querySelector("span")!.replaceWith(this.copyWord);
    this.element = h(
      "section",
      { class: "card truth-score", "aria-label": words.title },
      h("h2", {}, words.title),
      this.figures,
      this.note,
      this.table?.element,
      h("div", { class: "form-buttons" }, copy),
      this.failed,
      this.text,
    );
  }

  show(truth: Truth): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.count(truth), this.latest === undefined ? 0 : REST);
  }

  close(): void {
    clearTimeout(this.waiting);
  }

  private count(truth: Truth): void {
    const score = scoreOf(rowsOf(truth), labelRows(this.labels, truth));
    const progress = progressOf(truth);
    this.table?.show(truth, score, progress);
    this.latest = { truth, score, progress };
    const figure = (name: string, share: Share) =>
      h(
        "div",
        {},
        h("dt", {}, name),
        h(
          "dd",
          {},
          h("strong", {}, share.all === 0 ? percent(share) : `${percent(share)} %`),
          h("span", { class: "hint" }, words.of(share.all)),
        ),
      );
    fill(
      this.figures,
      figure(words.labels, score.labels),
      figure(words.faces, score.faces),
      figure(words.precision, score.precision),
      figure(words.strangers, score.strangersNamed),
    );
    setText(this.note, words.provisional(progress.framesChecked, progress.framesWithFaces));
  }

  private async copy(): Promise<void> {
    if (this.latest === undefined) return;
    const { truth, score, progress } = this.latest;
    const all = { from: 0, to: this.labels.video.frames - 1 };
    const text = scoreText(this.title, score, truth.range ?? all, truth.every ?? 1, progress, new Date());
    if (await copied(text, this.copyWord, words)) return;
    this.failed.hidden = false;
    this.text.hidden = false;
    this.text.value = text;
    this.text.select();
  }
}
