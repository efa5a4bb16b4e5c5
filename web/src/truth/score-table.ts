import type { Video } from "../api/types";
import { namesOf } from "../beside/names";
import type { Labels } from "../player/labels";
import { fill, h } from "../ui/dom";
import { strings } from "../ui/strings";
import { rowsOf } from "./csv";
import type { Truth } from "./model";
import { type Score, type Share, labelRows, percent, scoreOf } from "./score";
import type { Progress } from "./steps";

const words = strings.truth.score;
const FIGURES = [
  [words.labels, "labels"],
  [words.faces, "faces"],
  [words.precision, "precision"],
  [words.strangers, "strangersNamed"],
] as const;

/** How right both recognisers are by one truth. */
export class ScoreTable {
  private readonly rows = h("tbody");
  private readonly hint = h("p", { class: "hint" }, strings.beside.scoresHint);
  readonly element: HTMLElement;

  constructor(
    private readonly other: Labels,
    video: Video,
  ) {
    const [used, beside] = namesOf(video);
    this.element = h(
      "div",
      { class: "truth-beside" },
      h(
        "table",
        { class: "beside-table" },
        h("caption", {}, strings.beside.scores),
        h(
          "thead",
          {},
          h("tr", {}, h("td"), ...[used, beside].map((name) => h("th", { scope: "col" }, name))),
        ),
        this.rows,
      ),
      this.hint,
    );
  }

  /** @param used the score of the labels themselves */
  show(truth: Truth, used: Score, { framesChecked, framesWithFaces }: Progress): void {
    const other = scoreOf(rowsOf(truth), labelRows(this.other, truth));
    const figure = (share: Share) => h("td", {}, share.all === 0 ? percent(share) : `${percent(share)} %`);
    fill(
      this.rows,
      ...FIGURES.map(([name, key]) =>
        h("tr", {}, h("th", { scope: "row" }, name), figure(used[key]), figure(other[key])),
      ),
    );
    this.hint.hidden = framesChecked === framesWithFaces;
  }
}
