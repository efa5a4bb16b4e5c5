import { fill } from "../ui/dom";

type Children = Parameters<typeof fill> extends [Element, ...infer C] ? C : never;

/** A part of the page that is made anew only when what it shows is another. The focus stays on what has the same `data-key`. */
export class Part<E extends HTMLElement> {
  private shown: string | undefined;

  constructor(readonly element: E) {}

  show(what: unknown, children: () => Children): void {
    const key = JSON.stringify(what);
    if (key === this.shown) return;
    this.shown = key;
    const active = document.activeElement;
    const focused =
      active instanceof HTMLElement && this.element.contains(active) ? active.dataset["key"] : undefined;
    fill(this.element, ...children());
    if (focused === undefined) return;
    const again = [...this.element.querySelectorAll<HTMLElement>("[data-key]")];
    again.find((each) => each.dataset["key"] === focused)?.focus({ preventScroll: true });
  }
}
