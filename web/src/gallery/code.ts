import type { OwnGallery } from "../ui/memory";

/** What the browser extension reads a gallery's faces by: address of the API, id and secret (web/extension's `galleryCode`). */
export function extensionCode(api: string, { id, secret }: Pick<OwnGallery, "id" | "secret">): string {
  return `${api}#${id}.${secret}`;
}
