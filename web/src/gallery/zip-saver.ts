import { isAbort, sentence } from "../api/errors";
import type { Gallery } from "../api/types";
import { announce } from "../ui/announce";
import { h, setText } from "../ui/dom";
import { offer } from "../ui/offer";
import { Bar, Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";

const words = strings.zip;

/** A button that gives the gallery as a zip, and how far that is. */
export class ZipSaver {
  private work: AbortController | undefined;
  private readonly start = button(words.save, "quiet", () => void this.save(), "down");
  private readonly bar = new Bar(words.saving);
  private readonly note = h("p", { class: "note" });
  private readonly stop = button(words.stop, "quiet", () => this.close(), "close");
  private readonly problem = new Problem();
  private readonly progress = h(
    "div",
    { class: "zip-progress", hidden: true },
    this.bar.element,
    this.note,
    this.stop,
  );
  /** The button is apart from what it does, which needs more room. */
  readonly button = this.start;
  readonly element = h("div", { class: "zip-saver" }, this.progress, this.problem.element);

  constructor(private readonly gallery: (signal: AbortSignal) => Promise<Gallery>) {}

  close(): void {
    this.work?.abort(new DOMException("", "AbortError"));
  }

  private async save(): Promise<void> {
    if (this.work !== undefined) return;
    this.work = new AbortController();
    const { signal } = this.work;
    this.problem.show(undefined);
    this.show(0, 0);
    this.progress.hidden = this.stop.hidden = this.bar.element.hidden = false;
    try {
      const [{ save }, gallery] = await Promise.all([import("../zip/save"), this.gallery(signal)]);
      const made = await save(gallery, (done, all) => this.show(done, all), signal);
      offer(made.blob, made.file);
      const waiting = made.waiting > 0 ? ` ${words.waiting(made.waiting)}` : "";
      setText(this.note, words.saved(made.pictures) + waiting);
      this.stop.hidden = this.bar.element.hidden = true;
      announce(this.note.textContent);
    } catch (error) {
      this.progress.hidden = true;
      if (!isAbort(error)) this.problem.show(sentence(error));
    } finally {
      this.work = undefined;
      if (!this.start.isConnected) return;
      if (document.activeElement === document.body) this.start.focus();
    }
  }

  private show(done: number, all: number): void {
    this.bar.set(all === 0 ? undefined : done / all);
    setText(this.note, all === 0 ? "" : words.packed(done, all));
  }
}
