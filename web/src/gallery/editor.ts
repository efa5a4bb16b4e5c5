import type { Api } from "../api/client";
import { ApiError, isAbort, sentence } from "../api/errors";
import { announce } from "../ui/announce";
import { VideosOfGallery } from "../collect/videos";
import { confirmDelete } from "../ui/dialog";
import { arrange, fill, h, setText } from "../ui/dom";
import type { FoundFile } from "./folders";
import { readFolders, type FolderGallery } from "./folders";
import { FolderDrop } from "./folder-drop";
import { Problem, button, iconButton } from "../ui/parts";
import type { Memory, OwnGallery } from "../ui/memory";
import { strings } from "../ui/strings";
import { ExtensionCode } from "./extension-code";
import { GalleryModel } from "./model";
import { NameFields } from "./name-fields";
import { PersonCard } from "./person-card";
import { readNames } from "./names-file";
import { opened } from "./opened";
import { ShareSection } from "./share-section";
import { PictureSender } from "./sender";
import { ZipSaver } from "./zip-saver";

const words = strings.editor;

export interface EditorEvents {
  /** A gallery was made or renamed. */
  readonly kept: (gallery: OwnGallery) => void;
  readonly removed: (id: string) => void;
  /** People or pictures came, went, or were decided on. */
  readonly changed: () => void;
  readonly closed: () => void;
}

/** Makes a gallery or changes one: its name, its people, their pictures. */
export class GalleryEditor {
  private model: GalleryModel | undefined;
  private shownName = "";
  /** Folders that are being read, whose pictures are not all in the model yet. */
  private reading = 0;
  private leaving = false;
  private readonly cards = new Map<string, PersonCard>();
  private readonly title = h("h3", { tabindex: -1 }, words.newTitle);
  private readonly name = h("input", {
    required: true,
    maxlength: 80,
    autocomplete: "off",
    placeholder: words.namePlaceholder,
  });
  private readonly submit = h("button", { class: "button plain", type: "submit" }, words.create);
  private readonly people = h("div", { class: "people", role: "group", "aria-label": words.people });
  private readonly fields = new NameFields();
  private readonly problem = new Problem();
  private readonly note = h("p", { class: "note", role: "status" });
  private readonly addForm: HTMLFormElement;
  private readonly remove = button(words.remove, "quiet", () => void this.removeGallery(), "bin");
  private readonly videos = new VideosOfGallery();
  /** Who else may use it, once there is a gallery. */
  private readonly sharing = h("div", { hidden: true });
  private share: ShareSection | undefined;
  private readonly forExtension: ExtensionCode;
  private readonly folderDrop = new FolderDrop((found) => void this.takeFolders(found));
  private readonly zipSaver = new ZipSaver((signal) => this.model!.fetched(signal));
  readonly element: HTMLElement;

  constructor(
    private readonly api: Api,
    private readonly memory: Memory,
    private readonly events: EditorEvents,
  ) {
    this.forExtension = new ExtensionCode(api.address);
    this.addForm = h(
      "form",
      { class: "add-person", hidden: true, on: { submit: (event) => this.addPerson(event) } },
      this.fields.element,
      h("button", { class: "button plain", type: "submit" }, words.addPerson),
    );
    this.remove.hidden = this.zipSaver.button.hidden = true;
    this.name.addEventListener("input", () => {
      this.submit.hidden = this.model !== undefined && this.name.value.trim() === this.model.name;
    });
    this.element = h(
      "section",
      { class: "editor", "aria-label": words.newTitle },
      h(
        "header",
        { class: "editor-head" },
        this.title,
        iconButton(words.leave, "close", () => this.leave()),
      ),
      h(
        "form",
        { class: "gallery-name", on: { submit: (event) => this.saveName(event) } },
        h("label", { class: "field" }, h("span", {}, words.name), this.name),
        this.submit,
      ),
      this.folderDrop.element,
      this.videos.element,
      this.note,
      this.problem.element,
      this.people,
      this.addForm,
      this.zipSaver.element,
      this.sharing,
      this.forExtension.element,
      h(
        "footer",
        { class: "editor-foot" },
        this.remove,
        this.zipSaver.button,
        button(words.close, "plain", () => this.leave()),
      ),
    );
  }

  /** Shows a gallery of this browser's. */
  async open(own: OwnGallery): Promise<void> {
    this.use(own);
    await this.attempt(async () => {
      try {
        await this.model!.load();
      } catch (error) {
        if (error instanceof ApiError && error.isNotFound) {
          this.memory.forgetGallery(own.id);
          this.events.removed(own.id);
        }
        throw error;
      }
    });
  }

  /** Whether there is a picture to go by; nothing is known before the gallery exists. */
  get hasPictures(): boolean | undefined {
    return this.model?.people.some(({ pictures }) => pictures.some(({ state }) => state === "taken"));
  }

  /** Whether pictures are on their way that closing would lose. */
  get isSending(): boolean {
    return this.reading > 0 || (this.model?.unsent ?? 0) > 0;
  }

  focus(): void {
    if (this.model === undefined) this.name.focus();
    else this.title.focus();
  }

  close(): void {
    this.zipSaver.close();
    this.model?.close();
  }

  private use(own: OwnGallery): void {
    const { id, secret } = own;
    this.forExtension.show(own);
    const sender = new PictureSender(this.api, id, secret);
    this.model = new GalleryModel(this.api, id, secret, sender, () => this.update());
    this.model.name = own.name;
    this.share = new ShareSection(this.model);
    fill(this.sharing, this.share.element);
    this.sharing.hidden = false;
    this.addForm.hidden = false;
    this.remove.hidden = this.zipSaver.button.hidden = false;
    this.videos.show(this.memory.videos.filter(({ gallery }) => gallery === id));
    this.submit.textContent = words.rename;
    this.update();
  }

  private update(): void {
    const model = this.model;
    if (model === undefined) return;
    setText(this.title, model.name);
    this.element.setAttribute("aria-label", words.title(model.name));
    if (this.shownName !== model.name) this.name.value = this.shownName = model.name;
    this.submit.hidden = this.name.value.trim() === model.name;
    const ids = new Set(model.people.map(({ id }) => id));
    for (const id of this.cards.keys()) if (!ids.has(id)) this.cards.delete(id);
    const cards = model.people.map((person) => {
      let card = this.cards.get(person.id);
      if (card === undefined) this.cards.set(person.id, (card = new PersonCard(model, person)));
      else card.update();
      return card.element;
    });
    arrange(this.people, cards);
    this.share?.update();
    this.events.changed();
    if (this.leaving) this.leave();
  }

  /** Closes; where pictures are on their way, once they have arrived. */
  private leave(): void {
    if (this.isSending) {
      this.leaving = true;
      this.note.textContent = words.leaving(this.model?.unsent ?? 0);
    } else {
      this.leaving = false;
      this.events.closed();
    }
  }

  private async make(name: string): Promise<GalleryModel> {
    const own = { ...(await this.api.createGallery(name)), name };
    this.memory.keepGallery(own);
    this.use(own);
    this.events.kept(own);
    return this.model!;
  }

  private saveName(event: Event): void {
    event.preventDefault();
    const name = this.name.value.normalize("NFC").trim();
    if (name === "") return this.problem.show(words.needsName);
    void this.attempt(async () => {
      const model = this.model;
      if (model === undefined) {
        await this.make(name);
        this.fields.focus();
      } else {
        await model.rename(name);
        const own = { id: model.id, secret: model.secret, name };
        this.memory.keepGallery(own);
        this.events.kept(own);
      }
    });
  }

  private addPerson(event: Event): void {
    event.preventDefault();
    const names = this.fields.read();
    if (names === undefined) return this.problem.show(words.needsName);
    void this.attempt(async () => {
      const person = await this.model!.addPerson(names);
      this.fields.clear();
      this.cards.get(person.id)?.focus();
    });
  }

  private async takeFolders(dropped: readonly FoundFile[]): Promise<void> {
    await this.attempt(async () => {
      this.reading++;
      const found = await opened(dropped, (zip) => {
        this.note.textContent = strings.zip.opening(zip);
      }).finally(() => {
        this.reading--;
        this.note.textContent = "";
      });
      const folders = readFolders(found, await readNames(found));
      if (folders.people.length === 0) {
        this.problem.show(
          folders.loose.length > 0 ? words.folderLoose(folders.loose.length) : words.folderEmpty,
        );
        return;
      }
      const written = this.name.value.normalize("NFC").trim();
      const name =
        written ||
        folders.group ||
        folders.people
          .map((each) => each.name)
          .join(", ")
          .slice(0, 80);
      // From here on: a gallery that is still being made has pictures on their way, too.
      this.reading++;
      const { people, pictures } = await this.addFolders(name, folders).finally(() => this.reading--);
      const loose = folders.loose.length > 0 ? ` ${words.folderLoose(folders.loose.length)}` : "";
      this.note.textContent = words.folderAdded(people, pictures) + loose;
      if (this.leaving) this.leave();
    });
  }

  private async addFolders(
    name: string,
    folders: FolderGallery,
  ): Promise<{ people: number; pictures: number }> {
    const model = this.model ?? (await this.make(name));
    return model.addFolders(folders);
  }

  private async removeGallery(): Promise<void> {
    const model = this.model;
    if (model === undefined || !(await confirmDelete(words.removeTitle(model.name), words.removeText)))
      return;
    await this.attempt(async () => {
      await this.api.deleteGallery(model.id, model.secret);
      this.memory.forgetGallery(model.id);
      announce(strings.videos.gone);
      this.events.removed(model.id);
      this.events.closed();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.problem.show(undefined);
      await work();
    } catch (error) {
      if (isAbort(error)) return;
      // To be read before it closes.
      this.leaving = false;
      this.problem.show(sentence(error));
    }
  }
}
