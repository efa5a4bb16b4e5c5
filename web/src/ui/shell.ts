import { liveRegion } from "./announce";
import { h } from "./dom";
import { strings } from "./strings";

/** What is around every page. */
export function shell(): { readonly element: HTMLElement; readonly main: HTMLElement } {
  const main = h("main", { id: "main", tabindex: -1 });
  const element = h(
    "div",
    { class: "shell" },
    h("a", { class: "skip", href: "#main" }, strings.skip),
    h(
      "header",
      { class: "top" },
      h(
        "a",
        { class: "wordmark", href: "/", "aria-label": strings.nav.home },
        h("img", { src: "/icon.svg", alt: "", width: 28, height: 28 }),
        h("span", {}, strings.product),
      ),
    ),
    main,
    liveRegion(),
  );
  return { element, main };
}
