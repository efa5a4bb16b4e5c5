import type { Fingerprint } from "../upload/fingerprint";

/** A gallery that this browser made. */
export interface OwnGallery {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  /** The share that it is being filled from, until it is whole. */
  readonly copyOf?: string;
}

/** Somebody's gallery that this browser was given a link to. */
export interface GivenGallery {
  readonly share: string;
  readonly name: string;
}

/** A video that this browser uploaded. */
export interface OwnVideo {
  readonly share: string;
  readonly job: string;
  readonly secret: string;
  readonly title: string;
  /** The id of the gallery that it is named by; not kept by earlier pages. */
  readonly gallery?: string | undefined;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** An upload that is under way, and what its file is known again by. */
export interface KeptUpload extends Fingerprint {
  readonly job: string;
  readonly secret: string;
  readonly share: string;
  /** The gallery's id; not kept by earlier pages. */
  readonly gallery?: string | undefined;
  /** Milliseconds since 1970. */
  readonly created: number;
}

type Store = Pick<Storage, "getItem" | "setItem">;

/** What this browser made, with the secrets that let it change them. Where nothing can be stored, it lasts as long as the page. */
export class Memory {
  private readonly held = new Map<string, string>();

  /** The id of the gallery that was picked last, or of its share; for as long as the page is open. */
  picked: string | undefined;

  constructor(private readonly store: () => Store = () => localStorage) {}

  get galleries(): readonly OwnGallery[] {
    return this.read("idols.galleries", ["id", "secret", "name"]);
  }

  gallery(id: string): OwnGallery | undefined {
    return this.galleries.find((each) => each.id === id);
  }

  /** Adds a gallery, or takes over its new name. */
  keepGallery(gallery: OwnGallery): void {
    const others = this.galleries;
    const known = others.some((each) => each.id === gallery.id);
    const next = known
      ? others.map((each) => (each.id === gallery.id ? gallery : each))
      : [...others, gallery];
    this.write("idols.galleries", next);
  }

  forgetGallery(id: string): void {
    this.write(
      "idols.galleries",
      this.galleries.filter((each) => each.id !== id),
    );
  }

  get shared(): readonly GivenGallery[] {
    return this.read("idols.shared-galleries", ["share", "name"]);
  }

  keepShared(gallery: GivenGallery): void {
    const others = this.shared.filter(({ share }) => share !== gallery.share);
    this.write("idols.shared-galleries", [...others, gallery]);
  }

  forgetShared(share: string): void {
    this.write(
      "idols.shared-galleries",
      this.shared.filter((each) => each.share !== share),
    );
  }

  /** The latest first. */
  get videos(): readonly OwnVideo[] {
    const videos = this.read<OwnVideo>("idols.videos", ["share", "job", "secret", "title"]);
    return [...videos].sort((a, b) => b.created - a.created);
  }

  video(share: string): OwnVideo | undefined {
    return this.videos.find((each) => each.share === share);
  }

  keepVideo(video: OwnVideo): void {
    this.write("idols.videos", [...this.videos.filter((each) => each.share !== video.share), video]);
  }

  forgetVideo(share: string): void {
    this.write(
      "idols.videos",
      this.videos.filter((each) => each.share !== share),
    );
  }

  /** The oldest first. */
  get uploads(): readonly KeptUpload[] {
    const uploads = this.read<KeptUpload>("idols.uploads", ["job", "secret", "share", "name", "hash"]);
    return uploads.filter(({ size }) => typeof size === "number");
  }

  keepUpload(upload: KeptUpload): void {
    this.write("idols.uploads", [...this.uploads.filter((each) => each.job !== upload.job), upload]);
  }

  forgetUpload(job: string): void {
    this.write(
      "idols.uploads",
      this.uploads.filter((each) => each.job !== job),
    );
  }

  private read<T extends object>(key: string, needed: readonly (keyof T & string)[]): readonly T[] {
    try {
      const found: unknown = JSON.parse(this.text(key) ?? "[]");
      if (!Array.isArray(found)) return [];
      return found.filter((each) => needed.every((field) => typeof each?.[field] === "string")) as T[];
    } catch {
      return [];
    }
  }

  private text(key: string): string | null {
    const held = this.held.get(key);
    if (held !== undefined) return held;
    try {
      return this.store().getItem(key);
    } catch {
      return null;
    }
  }

  private write(key: string, value: readonly object[]): void {
    const text = JSON.stringify(value);
    try {
      this.store().setItem(key, text);
      this.held.delete(key);
    } catch {
      // Private windows and full storage refuse.
      this.held.set(key, text);
    }
  }
}
