import { type Picked, hasPicker, pickVideos } from "../upload/handles";
import type { UploadQueue } from "../upload/queue";
import type { Upload, UploadState } from "../upload/upload";
import { confirmDelete } from "../ui/dialog";
import { announce } from "../ui/announce";
import { h, setText } from "../ui/dom";
import { chosenFiles } from "../ui/drop";
import { bytes, roughly, titleOf } from "../ui/format";
import { Bar, Problem, button, iconButton, nameButton } from "../ui/parts";
import { strings } from "../ui/strings";

const words = strings.upload;

/** One video on its way up: how far it is, and what can be done. */
export class UploadRow {
  private readonly bar: Bar;
  private readonly state = h("span", { class: "chip" });
  private readonly amount = h("span", {});
  private readonly speed = h("span", {});
  private readonly left = h("span", {});
  private readonly problem = new Problem();
  private readonly pause: HTMLButtonElement;
  private readonly goOn: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private readonly choose: HTMLElement;
  private readonly open: HTMLElement;
  private readonly removal: HTMLButtonElement;
  private before: UploadState | undefined;
  readonly element: HTMLLIElement;

  constructor(
    private readonly queue: UploadQueue,
    readonly upload: Upload,
  ) {
    const { name } = upload;
    this.bar = new Bar(words.bar(name));
    this.pause = named(
      button(words.pause, "plain", () => queue.pause(upload), "pause"),
      words.pauseOf(name),
    );
    this.goOn = named(
      button(words.goOn, "primary", () => void queue.goOn(upload), "play"),
      words.goOnOf(name),
    );
    this.again = named(
      button(words.again, "primary", () => void queue.goOn(upload), "again"),
      words.againOf(name),
    );
    const input: HTMLInputElement = h("input", {
      type: "file",
      class: "visually-hidden",
      "aria-label": words.chooseAgainOf(name),
      on: {
        change: () => {
          const [found] = chosenFiles(input);
          if (found !== undefined) void queue.bring(upload, found.file);
          input.value = "";
        },
        click: (event) => pickAgain(event, (picked) => void queue.bring(upload, picked.file, picked.handle)),
      },
    });
    this.choose = h("label", { class: "button primary small" }, input, h("span", {}, words.chooseAgain));
    this.open = h(
      "a",
      { class: "button primary small", "aria-label": words.openOf(titleOf(name)) },
      h("span", {}, words.open),
    );
    this.removal = iconButton(words.remove(name), "bin", () => void this.remove());
    for (const each of [this.pause, this.goOn, this.again]) each.classList.add("small");
    this.element = h(
      "li",
      { class: "upload-row" },
      h("div", { class: "upload-head" }, h("h3", {}, name), this.state),
      this.bar.element,
      h("p", { class: "figures" }, this.amount, this.speed, this.left),
      this.problem.element,
      h(
        "div",
        { class: "upload-buttons" },
        this.open,
        this.again,
        this.goOn,
        this.choose,
        this.pause,
        this.removal,
      ),
    );
  }

  /** Brings it to what the upload is now. */
  show(): void {
    const { upload } = this;
    const { state, sent, size, meter, name } = upload;
    const sending = state === "sending";
    setText(this.state, words.states[state]);
    this.state.dataset["state"] = state === "broken" || state === "gone" ? "failed" : state;
    this.bar.set(sending && upload.kept === undefined ? undefined : sent / size);
    setText(this.amount, sent === 0 ? bytes(size) : words.amount(bytes(sent), bytes(size)));
    const perSecond = sending ? meter.perSecond : undefined;
    setText(this.speed, perSecond === undefined ? "" : words.speed(bytes(perSecond)));
    const left = sending ? meter.secondsTo(size) : undefined;
    setText(this.left, left === undefined ? "" : words.left(roughly(left)));
    if (this.problem.element.textContent !== (upload.problem ?? "")) this.problem.show(upload.problem);

    const held = this.element.contains(document.activeElement);
    const readable = state === "lost" && upload.handle !== undefined;
    this.pause.hidden = !sending && state !== "waiting";
    this.goOn.hidden = state !== "paused" && !readable;
    this.again.hidden = state !== "broken";
    this.choose.hidden = state !== "lost" || readable;
    this.open.hidden = state !== "done";
    this.removal.hidden = state === "finishing";
    if (upload.kept !== undefined) this.open.setAttribute("href", `/v/${upload.kept.share}`);
    nameButton(this.removal, upload.isOpen ? words.remove(name) : words.dismiss(name));
    if (this.before !== undefined && this.before !== state && state === "done") announce(words.arrived(name));
    this.before = state;
    // The button that was pressed is gone: the one in its place has the focus.
    if (held && !this.element.contains(visible(document.activeElement))) {
      this.element.querySelector<HTMLElement>("button:not([hidden]), a:not([hidden])")?.focus();
    }
  }

  private async remove(): Promise<void> {
    const { name, isOpen } = this.upload;
    if (isOpen && !(await confirmDelete(words.removeTitle(name), words.removeText))) return;
    await this.queue.remove(this.upload);
    if (isOpen) announce(words.removed);
  }
}

function named(target: HTMLButtonElement, name: string): HTMLButtonElement {
  target.setAttribute("aria-label", name);
  return target;
}

function visible(element: Element | null): Element | null {
  return element instanceof HTMLElement && element.closest("[hidden]") === null ? element : null;
}

/** By the picker whose files can be read again later, where there is one. */
function pickAgain(event: Event, then: (picked: Picked) => void): void {
  if (!hasPicker()) return;
  event.preventDefault();
  void pickVideos().then(([picked]) => picked && then(picked));
}
