import { colourOf } from "./colours";
import { h } from "./dom";

/** A dot in somebody's colour, beside the name. */
export function dotOf(people: readonly string[], name: string, known: boolean): HTMLElement {
  const dot = h("i", { class: "dot" });
  dot.style.background = colourOf(people, name, known);
  return dot;
}
