import type { Chunk, Video } from "../api/types";
import { arrange, attribute, fill, h, setText } from "../ui/dom";
import { announce } from "../ui/announce";
import { clock, roughly } from "../ui/format";
import { strings } from "../ui/strings";
import { progressOf } from "./progress";
import { TimeLeft } from "./time-left";
import { stepOf } from "./wording";

const words = strings.job;

/** How far the work on a video is: in words, by chunk, in figures. */
export class Status {
  private readonly title = h("h2", {});
  private readonly text = h("p", { class: "hint" });
  private readonly chunks = h("div", { class: "chunks" });
  private readonly figures = h("p", { class: "figures" });
  private readonly legend: HTMLElement;
  private readonly timeLeft = new TimeLeft();
  private readonly bar: HTMLElement;
  readonly element: HTMLElement;
  private announced = "";

  constructor() {
    this.bar = h(
      "div",
      { role: "progressbar", "aria-label": words.parts, "aria-valuemin": 0, "aria-valuemax": 100 },
      this.chunks,
    );
    const kind = (state: keyof typeof words.legend) =>
      h(
        "span",
        { class: "legend-item" },
        h("i", { class: "chunk", "data-state": state }),
        words.legend[state],
      );
    this.legend = h(
      "p",
      { class: "legend", "aria-hidden": "true" },
      kind("waiting"),
      kind("recognized"),
      kind("rendered"),
    );
    this.element = h(
      "section",
      { class: "card status", "aria-label": words.parts },
      h(
        "div",
        { class: "status-head" },
        h("span", { class: "spinner" }),
        h("div", {}, this.title, this.text),
      ),
      this.bar,
      h("div", { class: "status-foot" }, this.figures, this.legend),
    );
  }

  /** @param now milliseconds */
  show(video: Video, now: number): void {
    const step = stepOf(video);
    if (step === undefined) return;
    const [title, text] = words.states[step];
    setText(this.title, title);
    setText(this.text, text);
    if (this.announced !== step) announce(`${title}. ${text}`);
    this.announced = step;

    const progress = progressOf(video);
    this.legend.hidden = progress === undefined;
    this.element.classList.toggle("unsure", progress === undefined);
    if (progress === undefined) {
      this.bar.removeAttribute("aria-valuenow");
      arrange(this.chunks, []);
      fill(this.figures);
      return;
    }
    this.timeLeft.add(now, progress.fraction);
    this.bar.setAttribute("aria-valuenow", String(Math.floor(progress.fraction * 100)));
    this.showChunks(video.chunks ?? []);
    const left = this.timeLeft.at(now);
    fill(
      this.figures,
      h("span", {}, words.time(clock(progress.secondsDone), clock(progress.secondsAll))),
      h("span", {}, words.frames(progress.framesDone, progress.framesAll)),
      left !== undefined && h("span", {}, words.left(roughly(left))),
    );
  }

  private showChunks(chunks: readonly Chunk[]): void {
    while (this.chunks.children.length > chunks.length) this.chunks.lastElementChild!.remove();
    chunks.forEach((chunk, i) => {
      let element = this.chunks.children[i] as HTMLElement | undefined;
      if (element === undefined) {
        element = h("i", { class: "chunk" });
        element.style.flexGrow = String(chunk.end - chunk.start);
        this.chunks.append(element);
      }
      const state = chunk.rendered ? "rendered" : chunk.recognized ? "recognized" : "waiting";
      attribute(element, "data-state", state);
      attribute(element, "title", words.part(i + 1, words.partStates[state]));
    });
  }
}
