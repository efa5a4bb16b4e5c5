import type { Limits } from "../api/types";
import { type Facts, factsRefusal } from "../upload/check";
import type { Picked } from "../upload/handles";
import { fill, h } from "../ui/dom";
import { bytes, clock } from "../ui/format";
import { icon } from "../ui/icons";
import { iconButton } from "../ui/parts";
import { strings } from "../ui/strings";

/** How long a browser may take to find out what is in a file. */
const PATIENCE = 8_000;

/** A video that was chosen: its picture, its facts, and a way to take it out again. */
export class ChosenVideo {
  private readonly address: string;
  private readonly facts = h("p", { class: "hint" });
  private readonly video: HTMLVideoElement;
  readonly element: HTMLLIElement;
  /** Ends when the browser has looked into the file; with a sentence where it will be refused. */
  readonly looked: Promise<string | undefined>;
  isLooked = false;

  constructor(
    readonly picked: Picked,
    limits: Limits | undefined,
    remove: () => void,
  ) {
    const { file } = picked;
    this.address = URL.createObjectURL(file);
    this.facts.textContent = bytes(file.size);
    this.video = h("video", {
      class: "video-preview",
      muted: true,
      playsinline: true,
      preload: "metadata",
      "aria-hidden": "true",
    });
    const picture = h("div", { class: "video-picture" }, this.video);
    this.element = h(
      "li",
      { class: "chosen-video" },
      picture,
      h("div", { class: "drop-words" }, h("p", { class: "drop-title file" }, file.name), this.facts),
      iconButton(strings.video.remove(file.name), "close", remove),
    );
    this.looked = this.look(picture).then((facts) => {
      this.isLooked = true;
      return facts && factsRefusal(file.name, facts, limits);
    });
    this.video.src = this.address;
  }

  close(): void {
    this.video.removeAttribute("src");
    URL.revokeObjectURL(this.address);
  }

  /** Not every browser plays every file; then the gate decides. */
  private look(picture: HTMLElement): Promise<Facts | undefined> {
    return new Promise((resolve) => {
      setTimeout(() => resolve(undefined), PATIENCE);
      this.video.addEventListener("loadedmetadata", () => {
        const { duration, videoWidth: width, videoHeight: height } = this.video;
        if (Number.isFinite(duration)) {
          const size = bytes(this.picked.file.size);
          this.facts.textContent = [clock(duration), height > 0 && `${height}p`, size]
            .filter(Boolean)
            .join(" · ");
          this.video.currentTime = Math.min(duration / 4, 20);
        }
        resolve({ duration, width, height });
      });
      this.video.addEventListener("error", () => {
        fill(picture, h("div", { class: "video-preview none" }, icon("film")));
        resolve(undefined);
      });
    });
  }
}
