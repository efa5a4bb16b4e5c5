import type { PictureAnnouncement } from "../api/types";
import { strings } from "../ui/strings";

/** Bytes of a picture that the server takes. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;
const TYPES: ReadonlyMap<string, PictureAnnouncement["type"]> = new Map([
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["webp", "image/webp"],
]);

export const PICTURE_ACCEPT = "image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp";

/** The most that may be announced at once. */
export const PICTURES_AT_ONCE = 30;

export const ENOUGH = 10;

/** From its name, which is what the server goes by too; nothing for what cannot be used. */
export function pictureType(name: string): PictureAnnouncement["type"] | undefined {
  return TYPES.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}

/** Why a file cannot be a picture of somebody; nothing where it may be one. */
export function pictureRefusal(file: { readonly name: string; readonly size: number }): string | undefined {
  if (pictureType(file.name) === undefined) return strings.pictures.wrongType;
  if (file.size === 0) return strings.pictures.empty;
  if (file.size > LARGEST_PICTURE) return strings.pictures.tooLarge;
  return undefined;
}

export interface PictureCounts {
  readonly taken: number;
  /** Not yet looked at. */
  readonly waiting: number;
  readonly refused: number;
}

export function countPictures(pictures: readonly { readonly state: string }[]): PictureCounts {
  const count = (...states: string[]) => pictures.filter(({ state }) => states.includes(state)).length;
  return {
    taken: count("taken"),
    waiting: count("queued", "uploading", "waiting"),
    refused: count("refused", "failed"),
  };
}

/** What would make a person easier to recognise; nothing when all is well. */
export function advice(name: string, { taken, waiting }: PictureCounts): string | undefined {
  const missing = ENOUGH - taken - waiting;
  if (missing <= 0) return undefined;
  return taken + waiting === 0 ? strings.pictures.addSome(name) : strings.pictures.addMore(name, missing);
}
