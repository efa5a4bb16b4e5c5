import { attribute, fill, h } from "../ui/dom";
import { strings } from "../ui/strings";
import type { Person } from "../gallery/model";

const words = strings.collect;
const NEW = "";

/** Whose pictures they are to be: somebody's of the gallery, or somebody's new. */
export class PersonChoice {
  private readonly select = h("select", { on: { change: () => this.follow(true) } });
  private readonly name = h("input", {
    maxlength: 80,
    autocomplete: "off",
    placeholder: strings.correct.newNamePlaceholder,
    on: { input: () => this.changed() },
  });
  private readonly field = h("label", { class: "field" }, words.newName, this.name);
  private people: readonly Person[] = [];
  readonly element = h(
    "div",
    { class: "collect-person" },
    h("label", { class: "field" }, words.who, this.select),
    this.field,
  );

  /** @param name whom it is likely to be, of the gallery or not; nothing where nobody knows */
  constructor(
    private readonly likely: string | undefined,
    private readonly changed: () => void,
  ) {}

  show(people: readonly Person[]): void {
    this.people = people;
    fill(
      this.select,
      ...people.map(({ id, names }) => h("option", { value: id }, names.name)),
      h("option", { value: NEW }, words.newPerson),
    );
    const known = this.find(this.likely);
    this.select.value = known?.id ?? NEW;
    if (known === undefined) this.name.value = this.likely ?? "";
    this.follow(false);
  }

  /** Somebody of the gallery, or a new name; nothing as long as that is empty. */
  get chosen(): Person | string | undefined {
    const person = this.people.find(({ id }) => id === this.select.value);
    if (person !== undefined) return person;
    const name = this.name.value.normalize("NFC").trim();
    // The gallery has everybody once.
    return this.find(name) ?? (name === "" ? undefined : name);
  }

  get called(): string {
    const { chosen } = this;
    return typeof chosen === "string" ? chosen : (chosen?.names.name ?? "");
  }

  focus(): void {
    (this.field.hidden ? this.select : this.name).focus();
  }

  freeze(frozen: boolean): void {
    for (const each of [this.select, this.name]) attribute(each, "disabled", frozen);
  }

  private find(name: string | undefined): Person | undefined {
    return this.people.find((each) => each.names.name.normalize("NFC") === name?.normalize("NFC"));
  }

  private follow(focus: boolean): void {
    this.field.hidden = this.select.value !== NEW;
    if (focus && !this.field.hidden) this.name.focus();
    this.changed();
  }
}
