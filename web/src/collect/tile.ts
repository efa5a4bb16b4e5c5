import type { Picture } from "../gallery/model";
import { attribute, fill, freshId, h, setText } from "../ui/dom";
import { preciseClock } from "../ui/format";
import { icon } from "../ui/icons";
import { strings } from "../ui/strings";
import type { Spot } from "./choose";

const words = strings.collect;

/** One face to tick, and then what became of it. */
export class FaceTile {
  private readonly box: HTMLInputElement;
  private readonly image = h("img", { alt: "", decoding: "async", hidden: true });
  private readonly mark = h("span", { class: "collect-mark", "aria-hidden": "true" });
  private readonly note = h("span", { class: "collect-note", id: freshId("face") });
  private shown = "loading";
  /** The picture; once it is cut out. */
  file: File | undefined;
  /** The gallery's; once it was sent. */
  picture: Picture | undefined;
  readonly element: HTMLElement;

  /** @param seconds when it is seen */
  constructor(
    readonly spot: Spot,
    seconds: number,
    private readonly there: boolean,
    changed: () => void,
  ) {
    const at = preciseClock(seconds);
    this.box = h("input", {
      type: "checkbox",
      "aria-label": words.face(at, spot.height),
      "aria-describedby": this.note.id,
      disabled: true,
      on: { change: changed },
    });
    this.element = h(
      "li",
      { class: "collect-face", "data-state": "loading" },
      h(
        "label",
        {},
        this.box,
        h("span", { class: "collect-picture" }, this.image, h("span", { class: "spinner" }), this.mark),
        h("span", { class: "collect-at", "aria-hidden": "true" }, at),
      ),
      this.note,
    );
    if (there) setText(this.note, words.there);
  }

  get ticked(): boolean {
    return this.box.checked && !this.box.disabled;
  }

  show(file: File): void {
    this.file = file;
    this.image.src = URL.createObjectURL(file);
    this.image.hidden = false;
    this.box.checked = this.spot.good && !this.there;
    this.update(false);
  }

  /** @param frozen whether nothing can be chosen now */
  update(frozen: boolean): void {
    const state = this.picture?.state ?? (this.file === undefined ? "loading" : this.there ? "there" : "");
    const open = state === "" || state === "failed";
    attribute(this.box, "disabled", frozen || !open);
    if (this.shown === state) return;
    this.shown = state;
    attribute(this.element, "data-state", state);
    if (state === "taken") setText(this.note, words.taken);
    if (state === "refused" || state === "failed") setText(this.note, this.picture?.reason ?? "");
    fill(
      this.mark,
      state === "queued" || state === "uploading" || state === "waiting"
        ? h("span", { class: "spinner" })
        : icon(state === "refused" || state === "failed" ? "warn" : "check"),
    );
  }

  close(): void {
    if (this.file !== undefined) URL.revokeObjectURL(this.image.src);
  }
}
