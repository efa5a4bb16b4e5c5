import { stackAddress } from "../link";

/** A gallery on somebody's stack, with what opens its faces. */
export interface GalleryCode {
  /** Address of the API. */
  readonly api: string;
  readonly gallery: string;
  readonly secret: string;
}

/** Reads the code that a gallery's page gives: `https://idols.example/api#ID.SECRET`. */
export function galleryCode(text: string): GalleryCode | undefined {
  const url = stackAddress(text);
  if (url === undefined) return undefined;
  const [, gallery, secret] = /^#([\w-]{22})\.([\w-]{43})$/.exec(url.hash) ?? [];
  if (gallery === undefined || secret === undefined) return undefined;
  return { api: (url.origin + url.pathname).replace(/\/$/, ""), gallery, secret };
}
