/** A gallery on somebody's stack, with what opens its faces. */
export interface GalleryCode {
  /** Address of the API. */
  readonly api: string;
  readonly gallery: string;
  readonly secret: string;
}

/** Reads the code that a gallery's page gives: `https://idols.example/api#ID.SECRET`. Plain HTTP counts only on this machine. */
export function galleryCode(text: string): GalleryCode | undefined {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  const here = url.hostname === "127.0.0.1" || url.hostname === "localhost";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && here)) return undefined;
  const [, gallery, secret] = /^#([\w-]{22})\.([\w-]{43})$/.exec(url.hash) ?? [];
  if (gallery === undefined || secret === undefined) return undefined;
  return { api: (url.origin + url.pathname).replace(/\/$/, ""), gallery, secret };
}
