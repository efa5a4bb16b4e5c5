import { attribute, fill, freshId, h } from "../ui/dom";
import { icon } from "../ui/icons";
import { iconButton } from "../ui/parts";
import { strings } from "../ui/strings";
import type { Picture } from "./model";

const words = strings.pictures;
const SLOW_AFTER = 60_000;

/** One picture: a thumbnail, what became of it, and what can be done about it. */
export class PictureTile {
  private readonly image = h("img", { alt: "", loading: "lazy", decoding: "async" });
  private readonly state = h("span", { class: "tile-state" });
  private readonly reason = h("span", { class: "tile-reason", id: freshId("reason") });
  private readonly retry: HTMLButtonElement;
  private readonly remove: HTMLButtonElement;
  readonly element: HTMLElement;
  private shown = "";

  constructor(
    private readonly picture: Picture,
    actions: { readonly remove: () => void; readonly retry: () => void },
  ) {
    this.retry = iconButton(words.retry(picture.file), "again", actions.retry, "tile-retry");
    this.remove = iconButton(words.remove(picture.file), "close", actions.remove, "tile-remove");
    this.element = h(
      "li",
      { class: "tile" },
      h("div", { class: "tile-picture" }, this.image, this.state, this.remove, this.retry),
      this.reason,
    );
    this.image.addEventListener("error", () => this.image.classList.add("broken"));
    this.update([]);
  }

  /** @param notes what would make a taken picture a better one */
  update(notes: readonly string[]): void {
    const { state, thumbnail, file, blob } = this.picture;
    if (thumbnail !== undefined) attribute(this.image, "src", thumbnail);
    this.image.hidden = thumbnail === undefined;
    const slow = state === "waiting" && Date.now() - (this.picture.sent ?? Date.now()) > SLOW_AFTER;
    const reason = this.picture.reason ?? (slow ? words.slow : "");
    this.retry.hidden = !(blob !== undefined && (state === "failed" || slow));
    this.remove.hidden = state === "uploading";
    const noted = state === "taken" && notes.length > 0;
    // Notes tell of other pictures by their files, so that a picture with notes shows its own.
    if (noted) this.say(h("strong", {}, file), notes.join(" "));
    else this.say(state === "refused" || state === "failed" || slow ? reason : "");
    if (this.shown === `${state} ${noted}`) return;
    this.shown = `${state} ${noted}`;
    this.element.toggleAttribute("data-noted", noted);
    this.element.dataset["state"] = state;
    this.element.setAttribute("aria-label", `${file}: ${words.states[state]}`);
    this.element.title = `${file}: ${words.states[state]}`;
    const mark =
      noted || state === "refused" || state === "failed"
        ? icon("warn")
        : state === "taken"
          ? icon("check")
          : null;
    this.state.replaceChildren(mark ?? h("span", { class: "spinner" }));
  }

  private say(...parts: (string | HTMLElement)[]): void {
    const text = parts.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    if (this.reason.textContent !== text) fill(this.reason, ...parts);
    attribute(this.element, "aria-describedby", text !== "" && this.reason.id);
  }
}
