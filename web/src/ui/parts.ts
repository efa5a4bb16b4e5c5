import { h } from "./dom";
import { type Icon, icon } from "./icons";

export type Tone = "primary" | "plain" | "quiet" | "danger";

/** A button with words. */
export function button(text: string, tone: Tone, click: () => void, picture?: Icon): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: `button ${tone}`, on: { click } },
    picture && icon(picture),
    h("span", {}, text),
  );
}

/** A button with a picture only; its name is for screen readers, and shown on hover. */
export function iconButton(name: string, picture: Icon, click: () => void, kind = ""): HTMLButtonElement {
  const made = h("button", { type: "button", class: `icon-button ${kind}`, on: { click } }, icon(picture));
  nameButton(made, name);
  return made;
}

export function nameButton(target: HTMLButtonElement, name: string): void {
  if (target.getAttribute("aria-label") === name) return;
  target.setAttribute("aria-label", name);
  target.title = name;
}

/**
 * A link to a file whose signed address runs out: the page may lie open for hours, so that whoever is about to use it gets
 * the address that the last look brought.
 *
 * @param name for screen readers, where several links have the same text
 * @param saveAs where the address does not name the file
 */
export function fileLink(
  text: string,
  name: string,
  address: () => string | undefined,
  saveAs?: string,
): HTMLAnchorElement {
  const freshen = () => {
    const fresh = address();
    if (fresh !== undefined) link.href = fresh;
  };
  const link = h(
    "a",
    {
      class: "button plain",
      href: address(),
      download: saveAs,
      target: "_blank",
      rel: "noopener",
      "aria-label": name,
      on: { pointerdown: freshen, focus: freshen },
    },
    icon("down"),
    h("span", {}, text),
  );
  return link;
}

/** A bar that fills; `undefined`: nobody knows yet how far. */
export class Bar {
  private readonly inner = h("div", { class: "bar-fill" });
  readonly element: HTMLElement;

  constructor(label: string) {
    this.element = h(
      "div",
      { class: "bar", role: "progressbar", "aria-label": label, "aria-valuemin": 0, "aria-valuemax": 100 },
      this.inner,
    );
  }

  set(fraction: number | undefined): void {
    this.element.classList.toggle("unsure", fraction === undefined);
    if (fraction === undefined) this.element.removeAttribute("aria-valuenow");
    else {
      this.element.setAttribute("aria-valuenow", String(Math.floor(fraction * 100)));
      this.inner.style.inlineSize = `${Math.min(1, fraction) * 100}%`;
    }
  }
}

/** A line for what went wrong; read out when it changes, gone when empty. */
export class Problem {
  readonly element = h("p", { class: "problem", role: "alert", hidden: true });

  show(text: string | undefined): void {
    this.element.hidden = text === undefined;
    this.element.textContent = text ?? "";
  }
}
