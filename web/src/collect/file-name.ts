import type { Spot } from "./choose";

/** What a picture of a face is called in a gallery: the same face of the same video is known again by it. */
export function fileName(video: string, { frame, track }: Pick<Spot, "frame" | "track">): string {
  // The API takes 255 characters.
  const title = [...video.normalize("NFC")].slice(0, 200).join("");
  return `${title} ${frame}-${track}.jpg`;
}
