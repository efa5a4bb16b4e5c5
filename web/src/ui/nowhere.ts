import type { Page } from "../app";
import { h } from "./dom";
import { strings } from "./strings";

/** A page for an address that leads to nothing. */
export function nowhere(title: string, text: string): Page {
  const heading = h("h1", { tabindex: -1 }, title);
  return { title, heading, element: nowhereCard(heading, text), close: () => undefined };
}

/** The same as part of a page. */
export function nowhereCard(heading: HTMLElement, text: string): HTMLElement {
  return h(
    "section",
    { class: "card nowhere" },
    heading,
    h("p", { class: "lead" }, text),
    h("a", { class: "button primary", href: "/" }, h("span", {}, strings.job.home)),
  );
}
