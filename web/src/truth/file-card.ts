import { confirmDelete } from "../ui/dialog";
import { h } from "../ui/dom";
import { icon } from "../ui/icons";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import { Refusal, type Row, csvOf, rowsFrom, rowsOf } from "./csv";
import type { Span } from "./model";
import type { Session } from "./session";

const words = strings.truth.file;
const LARGEST = 100e6;

export interface FileEvents {
  readonly opened: (text: string, rows: readonly Row[], file: string) => Promise<void>;
  readonly startOver: () => void;
}

/** The truth as a file: out, in, and which frames are in it. */
export class FileCard {
  private readonly problem = new Problem();
  private readonly from = frameField();
  private readonly to = frameField();
  private shown: Span | undefined;
  readonly element: HTMLElement;

  constructor(
    private readonly title: string,
    private readonly session: Session,
    private readonly video: { readonly width: number; readonly height: number; readonly frames: number },
    private readonly events: FileEvents,
  ) {
    const input: HTMLInputElement = h("input", {
      type: "file",
      class: "visually-hidden",
      accept: ".csv,text/csv",
      on: { change: () => void this.open(input) },
    });
    this.element = h(
      "section",
      { class: "card truth-file", "aria-label": words.title },
      h("h2", {}, words.title),
      h(
        "div",
        { class: "form-buttons" },
        button(words.download, "primary", () => this.save(), "down"),
        h("label", { class: "button plain" }, input, icon("folder"), h("span", {}, words.open)),
      ),
      this.problem.element,
      h(
        "form",
        {
          class: "truth-range",
          "aria-label": words.range,
          on: {
            submit: (event) => {
              event.preventDefault();
              this.limit();
            },
          },
        },
        h("h3", {}, words.range),
        h("p", { class: "hint" }, words.rangeHint),
        h(
          "div",
          { class: "truth-ends" },
          h("label", { class: "field" }, words.from, this.from),
          h("label", { class: "field" }, words.to, this.to),
          h("button", { class: "button plain small" }, h("span", {}, words.setRange)),
          button(words.allFrames, "quiet", () => this.unlimit()),
        ),
      ),
      h(
        "div",
        { class: "form-buttons" },
        button(words.checked, "quiet", () => session.lookAtAll(), "check"),
        button(words.again, "quiet", () => void this.startOver(), "again"),
      ),
    );
    this.fillEnds({ from: 0, to: video.frames - 1 });
  }

  /** The truth may be another: the fields tell its frames. */
  show(): void {
    const { range } = this.session.truth;
    if (range === this.shown) return;
    this.shown = range;
    this.fillEnds(range ?? { from: 0, to: this.video.frames - 1 });
  }

  private fillEnds({ from, to }: Span): void {
    this.from.value = String(from);
    this.to.value = String(to);
  }

  private limit(): void {
    const [from, to] = [this.from, this.to].map(({ value }) =>
      /^\s*\d+\s*$/.test(value) ? Number(value) : Number.NaN,
    ) as [number, number];
    const last = this.video.frames - 1;
    if (!(from <= to && to <= last)) return this.problem.show(words.rangeWrong(last));
    this.problem.show(undefined);
    this.session.limit(from === 0 && to === last ? undefined : { from, to });
  }

  private unlimit(): void {
    this.problem.show(undefined);
    this.fillEnds({ from: 0, to: this.video.frames - 1 });
    this.session.limit(undefined);
  }

  private save(): void {
    const text = csvOf(rowsOf(this.session.truth));
    const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    h("a", { href: url, download: `${this.title}.truth.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  private async open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    this.problem.show(undefined);
    try {
      if (file.size > LARGEST) throw new Refusal(strings.truth.refused.tooLong);
      const text = await textOf(file);
      const rows = rowsFrom(text, this.video);
      await this.events.opened(text, rows, file.name);
      // A file of the first 479 frames is likely to be about just those: offered, since nobody but its maker knows.
      if (this.session.truth.range === undefined) {
        this.fillEnds({
          from: rows[0]!.frame,
          to: rows.reduce((most, { frame }) => Math.max(most, frame), 0),
        });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem.show(error.message);
    } finally {
      // So that the same file can be chosen once more, when it has been put right.
      input.value = "";
    }
  }

  private async startOver(): Promise<void> {
    if (await confirmDelete(words.againTitle, words.againText, words.again)) this.events.startOver();
  }
}

function frameField(): HTMLInputElement {
  return h("input", { inputmode: "numeric", autocomplete: "off" });
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Refusal(strings.truth.refused.notText);
  }
}
