import { liveRegion } from "./announce";
import { h } from "./dom";
import { LANGUAGES, type Language, language, speak } from "./language";
import { strings } from "./strings";

/** What is around every page. */
export function shell(): { readonly element: HTMLElement; readonly main: HTMLElement } {
  document.documentElement.lang = language;
  const others = (Object.entries(LANGUAGES) as [Language, string][]).filter(([code]) => code !== language);
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
      ...others.map(([code, name]) =>
        h(
          "button",
          { type: "button", class: "button quiet small", lang: code, on: { click: () => speak(code) } },
          name,
        ),
      ),
    ),
    main,
    liveRegion(),
  );
  return { element, main };
}
