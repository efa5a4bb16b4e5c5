import { sentence } from "../api/errors";
import { confirmDelete } from "../ui/dialog";
import { arrange, fill, freshId, h, setText } from "../ui/dom";
import { acceptDrop, chosenFiles } from "../ui/drop";
import { icon } from "../ui/icons";
import { Problem, button, iconButton, nameButton } from "../ui/parts";
import { strings } from "../ui/strings";
import { adviceFor, notesFor } from "./health";
import type { GalleryModel, Person } from "./model";
import { NameFields } from "./name-fields";
import { PictureTile } from "./picture-tile";
import { PICTURE_ACCEPT, advice, countPictures } from "./pictures";

const words = strings.editor;

/** A person of a gallery: names, counts, advice, pictures, and a place to drop more. */
export class PersonCard {
  private readonly title = h("h4", { id: freshId("person"), tabindex: -1 });
  private readonly otherNames = h("span", { class: "other-names" });
  private readonly counts = h("p", { class: "counts" });
  private readonly advice = h("ul", { class: "advice" });
  private advised = "";
  private readonly list = h("ul", { class: "tiles" });
  private readonly tiles = new Map<string, PictureTile>();
  private readonly problem = new Problem();
  private readonly input: HTMLInputElement;
  private readonly add: HTMLElement;
  private readonly addName = h("span", { class: "visually-hidden" });
  private readonly edit: HTMLButtonElement;
  private readonly remove: HTMLButtonElement;
  private readonly form = h("form", {
    class: "rename",
    hidden: true,
    on: { submit: (event) => this.save(event) },
  });
  private fields: NameFields | undefined;
  readonly element: HTMLElement;

  constructor(
    private readonly model: GalleryModel,
    private readonly person: Person,
  ) {
    this.edit = iconButton("", "pen", () => this.rename());
    this.remove = iconButton("", "bin", () => void this.removePerson());
    this.input = h("input", {
      type: "file",
      class: "visually-hidden",
      accept: PICTURE_ACCEPT,
      multiple: true,
      on: { change: () => this.takeChosen() },
    });
    this.add = h(
      "li",
      { class: "tile-add-item" },
      h(
        "label",
        { class: "tile-add" },
        this.input,
        icon("plus"),
        h("span", { "aria-hidden": "true" }, strings.pictures.addShort),
        this.addName,
      ),
    );
    this.element = h(
      "section",
      { class: "person-card", "aria-labelledby": this.title.id },
      h(
        "header",
        { class: "person-head" },
        h("div", { class: "person-title" }, this.title, this.otherNames),
        this.counts,
        h("div", { class: "person-tools" }, this.edit, this.remove),
      ),
      this.form,
      this.list,
      this.advice,
      this.problem.element,
    );
    acceptDrop(this.element, (found) =>
      this.model.addPictures(
        person,
        found.map(({ file }) => file),
      ),
    );
    this.update();
  }

  update(): void {
    const { names, pictures } = this.person;
    const { name, korean, romanised, english } = names;
    setText(this.title, name);
    setText(
      this.otherNames,
      [korean, romanised, english].filter((each) => each && each !== name).join(" · "),
    );
    nameButton(this.edit, words.editPerson(name));
    nameButton(this.remove, words.removePerson(name));
    setText(this.addName, strings.pictures.add(name));
    this.list.setAttribute("aria-label", strings.pictures.label(name));

    const counts = countPictures(pictures);
    fill(
      this.counts,
      h("span", { class: "count taken" }, strings.pictures.taken(counts.taken)),
      counts.waiting > 0 && h("span", { class: "count waiting" }, strings.pictures.waiting(counts.waiting)),
      counts.refused > 0 && h("span", { class: "count refused" }, strings.pictures.refused(counts.refused)),
    );
    const { findings } = this.model;
    this.advise(advice(name, counts), adviceFor(this.person, findings));

    const keys = new Set(pictures.map(({ key }) => key));
    for (const key of this.tiles.keys()) if (!keys.has(key)) this.tiles.delete(key);
    const shown = pictures.map((picture) => {
      let tile = this.tiles.get(picture.key);
      if (tile === undefined) {
        tile = new PictureTile(picture, {
          remove: () => void this.attempt(() => this.model.removePicture(this.person, picture)),
          retry: () => void this.attempt(() => this.model.retryPicture(this.person, picture)),
        });
        this.tiles.set(picture.key, tile);
      }
      tile.update(notesFor(picture.id, findings));
      return tile.element;
    });
    arrange(this.list, [...shown, this.add]);
  }

  private advise(count: string | undefined, more: readonly string[]): void {
    const all = count === undefined ? more : [count, ...more];
    this.advice.hidden = all.length === 0;
    if (this.advised === all.join("\n")) return;
    this.advised = all.join("\n");
    fill(this.advice, ...all.map((text) => h("li", {}, icon("tip"), h("span", {}, text))));
  }

  focus(): void {
    this.title.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  private takeChosen(): void {
    this.model.addPictures(
      this.person,
      chosenFiles(this.input).map(({ file }) => file),
    );
    this.input.value = "";
  }

  private rename(): void {
    this.fields = new NameFields(this.person.names);
    fill(
      this.form,
      this.fields.element,
      h(
        "div",
        { class: "form-buttons" },
        h("button", { class: "button plain", type: "submit" }, words.save),
        button(words.cancel, "quiet", () => this.endRename()),
      ),
    );
    this.form.hidden = false;
    this.fields.focus();
  }

  private save(event: Event): void {
    event.preventDefault();
    const names = this.fields?.read();
    if (names === undefined) return this.problem.show(words.needsName);
    void this.attempt(async () => {
      await this.model.renamePerson(this.person, names);
      this.endRename();
    });
  }

  private endRename(): void {
    this.form.hidden = true;
    this.edit.focus();
  }

  private async removePerson(): Promise<void> {
    const { name } = this.person.names;
    if (this.person.pictures.length > 0) {
      if (!(await confirmDelete(words.removePersonTitle(name), words.removePersonText))) return;
    }
    await this.attempt(() => this.model.deletePerson(this.person));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.problem.show(undefined);
      await work();
    } catch (error) {
      this.problem.show(sentence(error));
    }
  }
}
