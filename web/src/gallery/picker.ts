import type { Api } from "../api/client";
import { ApiError } from "../api/errors";
import type { Gallery } from "../api/types";
import { arrange, fill, freshId, h, setText } from "../ui/dom";
import { icon } from "../ui/icons";
import { iconButton } from "../ui/parts";
import { strings } from "../ui/strings";
import type { GalleryUse } from "./use";

const words = strings.galleries;

export interface Choice {
  /** The gallery's own id, or that of its share. */
  readonly id: string;
  readonly name: string;
  /** Whether this browser made it and may change it, was given a link to it, or the site offers it. */
  readonly from: "own" | "link" | "site";
  readonly use: GalleryUse;
}

export interface PickerEvents {
  readonly picked: (id: string) => void;
  readonly edit: (id: string) => void;
  readonly make: () => void;
  /** The gallery does not exist any more and should not be listed again. */
  readonly forget: (id: string) => void;
}

/** Galleries to choose one from, each with its people's faces. */
export class GalleryPicker {
  private readonly group = freshId("gallery");
  private readonly cards = new Map<string, GalleryCard>();
  private readonly list = h("div", { class: "gallery-list", role: "radiogroup", "aria-label": words.label });
  private readonly none = h("p", { class: "hint" }, words.none);
  readonly element: HTMLElement;

  constructor(
    private readonly api: Api,
    private readonly events: PickerEvents,
  ) {
    this.element = h(
      "div",
      { class: "picker" },
      this.none,
      this.list,
      h(
        "button",
        { type: "button", class: "make-gallery", on: { click: () => events.make() } },
        icon("plus"),
        h("span", {}, h("strong", {}, words.make), h("span", { class: "hint" }, words.makeHint)),
      ),
    );
  }

  show(choices: readonly Choice[], picked: string | undefined): void {
    this.none.hidden = choices.length > 0;
    const ids = new Set(choices.map(({ id }) => id));
    for (const id of this.cards.keys()) if (!ids.has(id)) this.cards.delete(id);
    const elements = choices.map((choice) => {
      let card = this.cards.get(choice.id);
      if (card === undefined) {
        this.cards.set(choice.id, (card = new GalleryCard(choice, this.group, this.events)));
        void this.look(choice);
      }
      card.name(choice.name);
      card.check(choice.id === picked);
      return card.element;
    });
    arrange(this.list, elements);
  }

  /** Reads a gallery anew, after it was changed. */
  async look({ id, use }: Pick<Choice, "id" | "use">): Promise<void> {
    try {
      const found =
        "secret" in use
          ? await this.api.gallery(use.gallery, use.secret)
          : await this.api.sharedGallery(use.galleryShare);
      this.cards.get(id)?.fill(found);
    } catch (error) {
      if (error instanceof ApiError && error.isNotFound) this.cards.get(id)?.gone();
    }
  }

  /** Pictures to go by in a gallery, once that is known. */
  pictures(id: string): number | undefined {
    return this.cards.get(id)?.pictures;
  }
}

class GalleryCard {
  pictures: number | undefined;
  private readonly input: HTMLInputElement;
  private readonly title = h("span", { class: "gallery-title" });
  private readonly facts = h("span", { class: "hint" }, words.loading);
  private readonly faces = h("span", { class: "faces", "aria-hidden": "true" });
  private readonly tools = h("div", { class: "gallery-tools" });
  readonly element: HTMLElement;

  constructor(
    private readonly choice: Choice,
    group: string,
    private readonly events: PickerEvents,
  ) {
    this.input = h("input", {
      type: "radio",
      name: group,
      value: choice.id,
      on: { change: () => events.picked(choice.id) },
    });
    this.element = h(
      "div",
      { class: "gallery-card" },
      h(
        "label",
        { class: "gallery-choice" },
        this.input,
        h("span", { class: "gallery-words" }, this.title, this.facts),
        this.faces,
      ),
      this.tools,
    );
    if (choice.from === "own") {
      fill(
        this.tools,
        iconButton(words.edit(choice.name), "pen", () => events.edit(choice.id)),
      );
    } else if (choice.from === "link") this.offerToForget();
  }

  name(name: string): void {
    setText(this.title, name);
  }

  check(picked: boolean): void {
    this.input.checked = picked;
  }

  fill(gallery: Pick<Gallery, "people"> & Partial<Pick<Gallery, "whole">>): void {
    const taken = gallery.people.flatMap(({ pictures }) => pictures.filter(({ state }) => state === "taken"));
    this.pictures = taken.length;
    setText(
      this.facts,
      gallery.people.length === 0 ? words.nobody : words.people(gallery.people.length, taken.length),
    );
    if (gallery.whole === false) {
      this.pictures = 0;
      setText(this.facts, strings.shared.unfinished);
    }
    this.element.title = gallery.people.map(({ name }) => name).join(", ");
    const portraits = gallery.people.slice(0, 5).map(({ name, pictures }) => {
      const url = pictures.find((each) => each.state === "taken" && each.url !== undefined)?.url;
      return url === undefined
        ? h("span", { class: "face" }, name.slice(0, 1))
        : h("img", { class: "face", src: url, alt: "", loading: "lazy" });
    });
    const more = gallery.people.length - portraits.length;
    fill(this.faces, ...portraits, more > 0 && h("span", { class: "face" }, `+${more}`));
  }

  gone(): void {
    this.pictures = 0;
    this.input.disabled = true;
    setText(this.facts, this.choice.from === "own" ? words.gone : strings.shared.over);
    if (this.choice.from !== "site") this.offerToForget();
  }

  private offerToForget(): void {
    const forget = () => this.events.forget(this.choice.id);
    fill(this.tools, iconButton(words.forget(this.choice.name), "close", forget));
  }
}
