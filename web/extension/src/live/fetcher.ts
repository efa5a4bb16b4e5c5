import type { GalleryCode } from "./code";
import { type Embeddings, MODEL } from "./gallery";

/** What came of asking a stack for a gallery's faces. */
export type Faces =
  | { readonly kind: "faces"; readonly gallery: Embeddings }
  | { readonly kind: "unknown" | "unreachable" | "empty" | "otherModel" };

/** Gets a gallery's faces; its secret goes to the address in its code, and nowhere on from there. */
export async function fetchFaces(
  { api, gallery, secret }: GalleryCode,
  fetcher: typeof fetch = (input, init) => fetch(input, init),
): Promise<Faces> {
  try {
    const answer = await fetcher(`${api}/galleries/${gallery}/embeddings`, {
      headers: { authorization: `Bearer ${secret}` },
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
    });
    if (answer.status === 404) return { kind: "unknown" };
    if (!answer.ok) return { kind: "unreachable" };
    const found = (await answer.json()) as Embeddings;
    if (found.model !== MODEL) return { kind: "otherModel" };
    return found.people.length === 0 ? { kind: "empty" } : { kind: "faces", gallery: found };
  } catch (error) {
    // A network that fails, or an answer that is no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return { kind: "unreachable" };
    throw error;
  }
}
