import type { Gallery } from "../api/types";
import { NetworkError } from "../api/errors";
import { backoff, retry, sleep } from "../upload/retry";
import { strings } from "../ui/strings";
import { pack } from "./pack";
import { planZip } from "./plan";
import { ZipRefusal } from "./refusal";

const words = strings.zip;

export interface Saved {
  readonly file: string;
  readonly blob: Blob;
  readonly pictures: number;
  readonly waiting: number;
}

/**
 * Fetches a gallery's pictures and packs them.
 * @throws ZipRefusal with a sentence where there is nothing to pack, too much, or a picture that does not come
 */
export async function save(
  gallery: Gallery,
  progress: (done: number, all: number) => void,
  signal: AbortSignal,
): Promise<Saved> {
  const plan = planZip(gallery);
  const all = plan.pictures.length;
  if (all === 0) throw new ZipRefusal(words.nothing);
  progress(0, all);
  const blob = await pack(plan, {
    fetchBytes: (url) =>
      retry(() => bytesOf(url, signal), {
        tries: 3,
        again: (error) => error instanceof NetworkError,
        wait: backoff,
        sleep,
        signal,
      }).catch((error) => {
        throw error instanceof NetworkError ? new ZipRefusal(words.failed) : error;
      }),
    packed: (done) => progress(done, all),
    signal,
  });
  return { file: plan.file, blob, pictures: all, waiting: plan.waiting };
}

async function bytesOf(url: string, signal: AbortSignal): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (signal.aborted) throw error;
    throw new NetworkError();
  }
  if (response.status >= 500) throw new NetworkError();
  throw new ZipRefusal(words.failed);
}
