import type { PersonNames } from "../api/types";
import { freshId, h } from "../ui/dom";
import { strings } from "../ui/strings";

const words = strings.editor;
const MORE = ["korean", "romanised", "english"] as const;

/** Fields for a person's names: one that is written on labels, and others behind a disclosure. */
export class NameFields {
  private readonly name: HTMLInputElement;
  private readonly more = new Map<(typeof MORE)[number], HTMLInputElement>();
  private readonly details: HTMLDetailsElement;
  readonly element: HTMLElement;

  constructor(names?: PersonNames) {
    const id = freshId("name");
    this.name = h("input", {
      id,
      required: true,
      maxlength: 80,
      autocomplete: "off",
      placeholder: words.personPlaceholder,
      value: names?.name,
    });
    const others = MORE.map((kind) => {
      const input = h("input", { maxlength: 80, autocomplete: "off", value: names?.[kind] });
      this.more.set(kind, input);
      return h("label", { class: "field" }, h("span", {}, words.names[kind]), input);
    });
    const isOpen = MORE.some((kind) => names?.[kind]);
    this.details = h(
      "details",
      { class: "more-names", open: isOpen },
      h("summary", {}, words.moreNames),
      h("div", { class: "fields" }, ...others),
    );
    this.element = h(
      "div",
      { class: "name-fields" },
      h("label", { class: "field", for: id }, h("span", {}, words.person), this.name),
      this.details,
    );
  }

  /** As they are written now, without what was left empty; nothing without a name. */
  read(): PersonNames | undefined {
    const clean = (input: HTMLInputElement | undefined) => input?.value.normalize("NFC").trim() ?? "";
    const name = clean(this.name);
    if (name === "") return undefined;
    const more = MORE.map((kind) => [kind, clean(this.more.get(kind))] as const).filter(
      ([, text]) => text !== "",
    );
    return { name, ...Object.fromEntries(more) };
  }

  clear(): void {
    this.name.value = "";
    for (const input of this.more.values()) input.value = "";
    this.details.open = false;
  }

  focus(): void {
    this.name.focus();
  }
}
