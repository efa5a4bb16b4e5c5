import type { Api } from "../api/client";
import type { Config, SiteGallery } from "../api/config";
import { GalleryEditor } from "../gallery/editor";
import { type Choice, GalleryPicker } from "../gallery/picker";
import { fill, h } from "../ui/dom";
import type { Memory, OwnGallery } from "../ui/memory";

/** Where a gallery is picked, or made. */
export class GalleryStep {
  picked: Choice | undefined;
  private before: Choice | undefined;
  private readonly picker: GalleryPicker;
  private editor: GalleryEditor | undefined;
  readonly element = h("div", { class: "gallery-step" });

  constructor(
    private readonly api: Api,
    private readonly config: Config,
    private readonly memory: Memory,
    private readonly changed: () => void,
  ) {
    this.picker = new GalleryPicker(api, {
      picked: (id) => this.pick(id),
      edit: (id) => this.edit(id),
      make: () => this.edit(undefined),
      forget: (id) => {
        memory.forgetGallery(id);
        memory.forgetShared(id);
        this.refresh();
      },
    });
    const choices = this.choices();
    this.picked = choices.find(({ id }) => id === memory.picked) ?? choices[0];
    this.refresh();
    fill(this.element, this.picker.element);
  }

  /** Whether the picked gallery is known to have no picture to go by. */
  get isEmpty(): boolean {
    if (this.picked === undefined) return true;
    return (
      (this.editor?.hasPictures === undefined
        ? this.picker.pictures(this.picked.id)
        : +this.editor.hasPictures) === 0
    );
  }

  /** Whether pictures of the gallery are still on their way. */
  get isSending(): boolean {
    return this.editor?.isSending ?? false;
  }

  get isEditing(): boolean {
    return this.element.classList.contains("editing");
  }

  focus(): void {
    const place = this.element.querySelector<HTMLElement>("input:checked, input, button");
    place?.focus();
  }

  close(): void {
    this.editor?.close();
  }

  private choices(): readonly Choice[] {
    const site = this.config.galleries;
    const given = this.memory.shared.filter(({ share }) => !site.some((each) => each.share === share));
    return [
      ...site.map((each) => byLink(each, "site")),
      ...this.memory.galleries.map(ownChoice),
      ...given.map((each) => byLink(each, "link")),
    ];
  }

  private refresh(): void {
    const choices = this.choices();
    this.picked = choices.find(({ id }) => id === this.picked?.id) ?? (this.editor ? undefined : choices[0]);
    this.picker.show(choices, this.picked?.id);
    this.changed();
  }

  private pick(id: string): void {
    this.picked = this.choices().find((each) => each.id === id);
    this.memory.picked = id;
    this.changed();
  }

  private edit(id: string | undefined): void {
    const editor = new GalleryEditor(this.api, this.memory, {
      kept: (gallery) => {
        this.picked = ownChoice(gallery);
        this.refresh();
      },
      removed: () => this.refresh(),
      changed: () => this.changed(),
      closed: () => this.endEdit(),
    });
    this.editor?.close();
    this.editor = editor;
    this.element.classList.add("editing");
    fill(this.element, editor.element);
    const own = id === undefined ? undefined : this.memory.gallery(id);
    this.before = this.picked;
    // Nothing is picked while a new gallery has no name yet.
    this.picked = own && ownChoice(own);
    if (own !== undefined) void editor.open(own);
    editor.focus();
    this.changed();
  }

  private endEdit(): void {
    this.editor?.close();
    this.editor = undefined;
    this.element.classList.remove("editing");
    this.picked ??= this.before;
    this.refresh();
    if (this.picked !== undefined) void this.picker.look(this.picked).then(() => this.changed());
    fill(this.element, this.picker.element);
    this.focus();
  }
}

function ownChoice({ id, secret, name }: OwnGallery): Choice {
  return { id, name, from: "own", use: { gallery: id, secret } };
}

function byLink({ share, name }: SiteGallery, from: "link" | "site"): Choice {
  return { id: share, name, from, use: { galleryShare: share } };
}
