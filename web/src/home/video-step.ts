import { VIDEO_ACCEPT, videoRefusal } from "../upload/check";
import { fill, h } from "../ui/dom";
import { acceptDrop, chosenFiles } from "../ui/drop";
import { bytes, clock } from "../ui/format";
import { icon } from "../ui/icons";
import { Problem } from "../ui/parts";
import { strings } from "../ui/strings";

const words = strings.video;

/** Where the music video is dropped or chosen. */
export class VideoStep {
  file: File | undefined;
  private readonly problem = new Problem();
  private readonly body = h("div", { class: "drop video-drop" });
  private readonly input: HTMLInputElement;
  private preview: string | undefined;
  readonly element: HTMLElement;

  constructor(private readonly changed: () => void) {
    this.input = h("input", {
      type: "file",
      class: "visually-hidden",
      accept: VIDEO_ACCEPT,
      on: { change: () => this.take(chosenFiles(this.input).map(({ file }) => file)) },
    });
    this.element = h("div", { class: "video-step" }, this.body, this.problem.element);
    acceptDrop(this.body, (found) => this.take(found.map(({ file }) => file)));
    this.show();
  }

  focus(): void {
    this.input.focus();
  }

  close(): void {
    if (this.preview !== undefined) URL.revokeObjectURL(this.preview);
    this.preview = undefined;
  }

  private take(files: readonly File[]): void {
    const [file] = files;
    if (file === undefined) return;
    const refusal = videoRefusal(file);
    this.problem.show(refusal ?? (files.length > 1 ? words.onlyOne : undefined));
    // The same file may be chosen again after a refusal.
    this.input.value = "";
    if (refusal !== undefined) return;
    this.file = file;
    this.show();
    this.changed();
  }

  private show(): void {
    this.close();
    const { file } = this;
    this.body.classList.toggle("chosen", file !== undefined);
    const choose = h(
      "label",
      { class: "button plain" },
      this.input,
      h("span", {}, file === undefined ? words.choose : words.change),
    );
    if (file === undefined) {
      const title = h("p", { class: "drop-title" }, words.drop);
      fill(
        this.body,
        icon("film"),
        h("div", { class: "drop-words" }, title, h("p", { class: "hint" }, words.hint)),
        choose,
      );
      return;
    }
    this.preview = URL.createObjectURL(file);
    const facts = h("p", { class: "hint" }, bytes(file.size));
    const video = h("video", {
      class: "video-preview",
      muted: true,
      playsinline: true,
      preload: "metadata",
      "aria-hidden": "true",
      on: {
        loadedmetadata: () => {
          const { duration, videoHeight } = video;
          if (Number.isFinite(duration))
            facts.textContent = `${clock(duration)} · ${videoHeight}p · ${bytes(file.size)}`;
          video.currentTime = Math.min(duration / 4, 20);
        },
        // Not every browser plays every file; the server decides.
        error: () => video.replaceWith(h("div", { class: "video-preview none" }, icon("film"))),
      },
    });
    video.src = this.preview;
    fill(
      this.body,
      video,
      h(
        "div",
        { class: "drop-words", role: "group", "aria-label": words.chosen },
        h("p", { class: "drop-title file" }, file.name),
        facts,
      ),
      choose,
    );
  }
}
