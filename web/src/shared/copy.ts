import type { Api } from "../api/client";
import { ApiError } from "../api/errors";
import type { Memory, OwnGallery } from "../ui/memory";

/**
 * Makes a gallery of one's own with what a shared one has. The browser keeps the new gallery's secret before anything is
 * copied: whoever was cut off goes on with the same one.
 *
 * @throws ApiError or NetworkError; calling it again goes on
 */
export async function copyShared(
  api: Pick<Api, "createGallery" | "copyGallery">,
  memory: Memory,
  share: string,
  name: string,
): Promise<OwnGallery> {
  const begun = memory.galleries.find(({ copyOf }) => copyOf === share);
  if (begun === undefined) return fill(api, memory, share, await make(api, memory, share, name));
  try {
    return await fill(api, memory, share, begun);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // It was finished, and only the answer got lost.
    if (error.status === 409) return finish(memory, begun);
    if (!error.isNotFound) throw error;
    // It was deleted meanwhile.
    memory.forgetGallery(begun.id);
    return fill(api, memory, share, await make(api, memory, share, name));
  }
}

async function make(
  api: Pick<Api, "createGallery">,
  memory: Memory,
  share: string,
  name: string,
): Promise<OwnGallery> {
  const made = { ...(await api.createGallery(name)), name, copyOf: share };
  memory.keepGallery(made);
  return made;
}

async function fill(
  api: Pick<Api, "copyGallery">,
  memory: Memory,
  share: string,
  into: OwnGallery,
): Promise<OwnGallery> {
  while ((await api.copyGallery(into.id, into.secret, share)) > 0);
  return finish(memory, into);
}

function finish(memory: Memory, { id, secret, name }: OwnGallery): OwnGallery {
  const own = { id, secret, name };
  memory.keepGallery(own);
  return own;
}
