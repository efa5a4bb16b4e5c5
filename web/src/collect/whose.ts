import type { Memory, OwnGallery, OwnVideo } from "../ui/memory";

/**
 * The gallery that a video was named by, where this browser may change it. Videos from before that was remembered tell its
 * name alone: it is that one if no other has the name.
 *
 * @param name of the gallery, as the API says
 */
export function galleryOf(
  memory: Pick<Memory, "gallery" | "galleries">,
  { gallery }: Pick<OwnVideo, "gallery">,
  name: string | undefined,
): OwnGallery | undefined {
  if (gallery !== undefined) return memory.gallery(gallery);
  const called = memory.galleries.filter((each) => each.name === name);
  return called.length === 1 ? called[0] : undefined;
}
