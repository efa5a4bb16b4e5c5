import type { Limits } from "../api/types";
import { PHONE_ACCEPT, VIDEO_ACCEPT, fileRefusal, limitsText } from "../upload/check";
import { type Picked, hasPicker, pickVideos } from "../upload/handles";
import { fill, h, setText } from "../ui/dom";
import { acceptDrop, chosenFiles } from "../ui/drop";
import { icon } from "../ui/icons";
import { strings } from "../ui/strings";
import { ChosenVideo } from "./chosen-video";

const words = strings.video;

export interface VideoStepOptions {
  /** What a video may be; nothing where nobody answers. */
  readonly limits: Promise<Limits | undefined>;
  readonly changed: () => void;
  /** Whether a file belongs to an upload that waits for it; then that goes on with it. */
  readonly claims: (picked: Picked) => Promise<boolean>;
}

/** Where music videos are dropped, chosen or pasted; those that will be refused are not taken. */
export class VideoStep {
  private chosen: readonly ChosenVideo[] = [];
  private readonly list = h("ul", { class: "chosen-videos", "aria-label": words.chosen });
  private readonly problems = h("div", { class: "problems", role: "alert", hidden: true });
  private readonly hint = h("p", { class: "hint" });
  private readonly empty: HTMLElement;
  private readonly label = h("span", {});
  private readonly body: HTMLElement;
  private readonly input: HTMLInputElement;
  /** Files whose first bytes are being read. */
  private reading = 0;
  readonly element: HTMLElement;

  constructor(private readonly options: VideoStepOptions) {
    const phone = matchMedia("(pointer: coarse)").matches;
    this.input = h("input", {
      type: "file",
      class: "visually-hidden",
      multiple: true,
      accept: phone ? PHONE_ACCEPT : VIDEO_ACCEPT,
      on: {
        change: () => {
          void this.offer(chosenFiles(this.input));
          // The same file may be chosen again after a refusal.
          this.input.value = "";
        },
        click: (event) => {
          if (!hasPicker()) return;
          event.preventDefault();
          void pickVideos().then((picked) => this.offer(picked));
        },
      },
    });
    const title = h("p", { class: "drop-title" }, words.drop);
    this.empty = h(
      "div",
      { class: "video-empty" },
      icon("film"),
      h("div", { class: "drop-words" }, title, this.hint),
    );
    const choose = h("label", { class: "button plain" }, this.input, this.label);
    this.body = h("div", { class: "drop video-drop" }, this.empty, this.list, choose);
    this.element = h("div", { class: "video-step" }, this.body, this.problems);
    acceptDrop(this.body, (found) => void this.offer(found));
    void options.limits.then((limits) => setText(this.hint, limits === undefined ? "" : limitsText(limits)));
    this.show();
  }

  get videos(): readonly Picked[] {
    return this.chosen.map(({ picked }) => picked);
  }

  /** Whether the browser is still looking into one of them. */
  get isLooking(): boolean {
    return this.reading > 0 || this.chosen.some(({ isLooked }) => !isLooked);
  }

  /** Takes what may be taken, and says of each other file why not. */
  async offer(files: readonly Picked[]): Promise<void> {
    if (files.length === 0) return;
    this.tell([]);
    this.reading++;
    this.options.changed();
    try {
      const limits = await this.options.limits;
      for (const { file, handle } of files) {
        const refusal = await fileRefusal(file, limits);
        if (refusal !== undefined) this.tell([refusal]);
        else if (!(await this.options.claims({ file, handle }))) this.take({ file, handle }, limits);
      }
    } finally {
      this.reading--;
      this.show();
      this.options.changed();
    }
  }

  /** Forgets all of them: they are on their way. */
  clear(): void {
    this.close();
    this.chosen = [];
    this.tell([]);
    this.show();
    this.options.changed();
  }

  focus(): void {
    this.input.focus();
  }

  close(): void {
    for (const video of this.chosen) video.close();
  }

  private take(picked: Picked, limits: Limits | undefined): void {
    const { name, size, lastModified } = picked.file;
    const isThere = this.videos.some(
      ({ file }) => file.name === name && file.size === size && file.lastModified === lastModified,
    );
    if (isThere) return;
    const video = new ChosenVideo(picked, limits, () => {
      this.remove(video);
      this.focus();
    });
    this.chosen = [...this.chosen, video];
    this.show();
    void video.looked.then((refusal) => {
      if (refusal !== undefined && this.chosen.includes(video)) {
        this.tell([refusal]);
        this.remove(video);
      } else this.options.changed();
    });
  }

  private remove(video: ChosenVideo): void {
    video.close();
    this.chosen = this.chosen.filter((each) => each !== video);
    this.show();
    this.options.changed();
  }

  /** Adds sentences to those that are told already; with none it starts anew. */
  private tell(refusals: readonly string[]): void {
    if (refusals.length === 0) fill(this.problems);
    this.problems.append(...refusals.map((text) => h("p", { class: "problem" }, text)));
    this.problems.hidden = this.problems.childElementCount === 0;
  }

  private show(): void {
    const { length } = this.chosen;
    this.body.classList.toggle("chosen", length > 0);
    this.list.classList.toggle("several", length > 1);
    this.list.hidden = length === 0;
    this.empty.hidden = length > 0;
    fill(this.list, ...this.chosen.map(({ element }) => element));
    setText(this.label, length === 0 ? words.choose : words.another);
  }
}
