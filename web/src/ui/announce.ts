import { h } from "./dom";

const region = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });

/** Where announcements are read from; the page shell puts it in once. */
export function liveRegion(): HTMLElement {
  return region;
}

/** Says something to screen readers that everybody else sees. */
export function announce(text: string): void {
  region.textContent = text;
}
