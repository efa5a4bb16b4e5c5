import type { Video } from "../api/types";
import { h } from "../ui/dom";
import { icon } from "../ui/icons";
import { button } from "../ui/parts";
import { strings } from "../ui/strings";

const words = strings.job;

/** Says why a video could not be worked on, and what to do. */
export function endedCard(video: Video, remove: (() => void) | undefined): HTMLElement {
  const refused = video.state === "refused";
  return h(
    "section",
    { class: "card ended", role: "alert" },
    icon("warn"),
    h("h2", {}, refused ? words.refusedTitle : words.failedTitle),
    h("p", { class: "reason" }, video.reason ?? strings.errors.unexpected),
    h("p", { class: "hint" }, refused ? words.refusedHint : words.failedHint),
    h(
      "div",
      { class: "form-buttons" },
      h("a", { class: "button primary", href: "/" }, h("span", {}, words.again)),
      remove && button(strings.result.remove, "quiet", remove, "bin"),
    ),
  );
}
