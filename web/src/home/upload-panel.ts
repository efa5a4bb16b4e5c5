import type { Api } from "../api/client";
import { ApiError, isAbort, sentence } from "../api/errors";
import type { CreatedJob, Matcher } from "../api/types";
import { sendVideo } from "../upload/send-video";
import { SpeedMeter } from "../upload/speed";
import { h, setText } from "../ui/dom";
import { bytes, roughly } from "../ui/format";
import { Bar, Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";

const words = strings.upload;

export interface UploadWish {
  readonly file: File;
  readonly gallery: string;
  readonly matcher: Matcher;
}

/** Shows a video going up, with a way to stop it. */
export class UploadPanel {
  private stop = new AbortController();
  private readonly bar = new Bar(words.bar);
  private readonly amount = h("span", {});
  private readonly speed = h("span", {});
  private readonly left = h("span", {});
  private readonly problem = new Problem();
  private readonly title = h("h2", { tabindex: -1 });
  private readonly cancel = button(words.cancel, "plain", () => this.stop.abort());
  private readonly again = button(words.again, "primary", () => void this.run(), "again");
  private readonly leave = button(strings.editor.cancel, "quiet", () => this.ended(undefined));
  readonly element: HTMLElement;

  constructor(
    private readonly api: Api,
    private readonly wish: UploadWish,
    /** Hears of the job when all of it is there; of nothing when it was cancelled. */
    private readonly ended: (job: CreatedJob | undefined) => void,
  ) {
    this.title.textContent = words.title(wish.file.name);
    this.element = h(
      "section",
      { class: "card upload-panel", "aria-label": words.title(wish.file.name) },
      this.title,
      this.bar.element,
      h("p", { class: "figures" }, this.amount, this.speed, this.left),
      this.problem.element,
      h("p", { class: "hint" }, words.keepOpen),
      h("div", { class: "form-buttons" }, this.again, this.cancel, this.leave),
    );
  }

  start(): void {
    this.title.focus();
    void this.run();
  }

  /** Stops the upload, where one is under way. */
  close(): void {
    this.stop.abort();
  }

  private async run(): Promise<void> {
    const { file, gallery, matcher } = this.wish;
    const meter = new SpeedMeter();
    this.stop = new AbortController();
    this.working(true);
    this.problem.show(undefined);
    this.bar.set(undefined);
    setText(this.amount, words.starting);
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    try {
      const job = await sendVideo(this.api, {
        file,
        gallery,
        matcher,
        signal: this.stop.signal,
        created: () => this.bar.set(0),
        progress: (done) => this.show(done, file.size, meter),
      });
      this.ended(job);
    } catch (error) {
      if (this.stop.signal.aborted || isAbort(error)) this.ended(undefined);
      else {
        this.working(false);
        this.problem.show(error instanceof ApiError ? sentence(error) : words.failed);
      }
    } finally {
      window.removeEventListener("beforeunload", warn);
    }
  }

  private show(done: number, all: number, meter: SpeedMeter): void {
    meter.add(performance.now(), done);
    this.bar.set(done / all);
    setText(this.amount, done >= all ? words.finishing : words.amount(bytes(done), bytes(all)));
    const perSecond = done >= all ? undefined : meter.perSecond;
    setText(this.speed, perSecond === undefined ? "" : words.speed(bytes(perSecond)));
    const left = done >= all ? undefined : meter.secondsTo(all);
    setText(this.left, left === undefined ? "" : words.left(roughly(left)));
  }

  private working(yes: boolean): void {
    this.cancel.hidden = !yes;
    this.again.hidden = yes;
    this.leave.hidden = yes;
  }
}
