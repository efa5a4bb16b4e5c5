import type { Embeddings } from "./live/gallery";
import type { Look } from "./messages";

const GALLERY = "gallery";

/** What is remembered of a page. */
export interface Remembered {
  readonly link: string;
  /** How many seconds later its video starts than the labelled one. */
  readonly offset: number;
}

/** A gallery of somebody's stack. */
export interface KeptGallery {
  /** As its page gives it: address, id and secret. */
  readonly code: string;
  readonly name: string;
}

/** The part of chrome.storage that is used. */
export interface Store {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export const USUAL: Look = { boxes: true, text: "usual", strangers: true, letters: "label" };

/** What this browser remembers; it never leaves it (chrome.storage.local, not sync). */
export class Settings {
  constructor(private readonly store: Store) {}

  async look(): Promise<Look> {
    const { look } = await this.store.get("look");
    const found = (look ?? {}) as Partial<Look>;
    return {
      boxes: found.boxes !== false,
      text: found.text === "large" ? "large" : "usual",
      strangers: found.strangers !== false,
      letters: found.letters === "latin" || found.letters === "korean" ? found.letters : "label",
    };
  }

  keepLook(look: Look): Promise<void> {
    return this.store.set({ look });
  }

  async page(key: string): Promise<Remembered | undefined> {
    const found = (await this.store.get(`page ${key}`))[`page ${key}`] as Partial<Remembered> | undefined;
    if (typeof found?.link !== "string") return undefined;
    return { link: found.link, offset: Number.isFinite(found.offset) ? found.offset! : 0 };
  }

  keepPage(key: string, page: Remembered): Promise<void> {
    return this.store.set({ [`page ${key}`]: page });
  }

  forgetPage(key: string): Promise<void> {
    return this.store.remove(`page ${key}`);
  }

  /** The gallery by which what plays is named: its code, and what it is called. */
  async gallery(): Promise<KeptGallery | undefined> {
    const found = (await this.store.get(GALLERY))[GALLERY] as Partial<KeptGallery> | undefined;
    return typeof found?.code === "string" && typeof found.name === "string"
      ? { code: found.code, name: found.name }
      : undefined;
  }

  keepGallery(gallery: KeptGallery): Promise<void> {
    return this.store.set({ [GALLERY]: gallery });
  }

  forgetGallery(): Promise<void> {
    return this.store.remove(GALLERY);
  }
}

/** What a stack told of a gallery's faces: in memory alone, until the browser is closed (chrome.storage.session). */
export class FaceMemory {
  constructor(private readonly store: Store) {}

  async faces(): Promise<Embeddings | undefined> {
    return (await this.store.get(GALLERY))[GALLERY] as Embeddings | undefined;
  }

  keep(faces: Embeddings): Promise<void> {
    return this.store.set({ [GALLERY]: faces });
  }

  forget(): Promise<void> {
    return this.store.remove(GALLERY);
  }
}
