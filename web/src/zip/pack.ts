import { Zip, ZipPassThrough } from "fflate";
import { bytes as sizeText } from "../ui/format";
import { strings } from "../ui/strings";
import type { ZipPlan } from "./plan";
import { ZipRefusal } from "./refusal";
import { ZIP_LIMITS } from "./limits";

/** How pictures come, and who hears of it. */
export interface PackRules {
  readonly fetchBytes: (url: string) => Promise<Uint8Array>;
  /** How many pictures are in. */
  readonly packed: (pictures: number) => void;
  readonly signal: AbortSignal;
}

/** Pictures that are fetched before it is their turn. */
const AHEAD = 4;
/** Once that much is written it goes into a blob, which browsers may keep on the disk. */
const HEAP = 16 * 1024 * 1024;

/**
 * Makes the zip: nothing is compressed, since pictures are already. Each picture is in memory until it is written.
 * @throws ZipRefusal where it would be larger than what `unpack` takes; what `fetchBytes` and the signal throw
 */
export async function pack(plan: ZipPlan, rules: PackRules): Promise<Blob> {
  const done: Blob[] = [];
  let heap: Uint8Array<ArrayBuffer>[] = [];
  let heaped = 0;
  let written = 0;
  const settle = () => {
    done.push(new Blob(heap));
    heap = [];
    heaped = 0;
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    heap.push(chunk.slice());
    heaped += chunk.length;
    if (heaped > HEAP) settle();
  });
  const add = (path: string, content: Uint8Array) => {
    written += content.length;
    if (written > ZIP_LIMITS.bytes) {
      throw new ZipRefusal(strings.zip.tooMuch(sizeText(ZIP_LIMITS.bytes)));
    }
    const entry = new ZipPassThrough(path);
    zip.add(entry);
    entry.push(content, true);
  };
  if (plan.names !== undefined) add(plan.names.path, new TextEncoder().encode(plan.names.text));
  const coming: Promise<Uint8Array>[] = [];
  for (const [i, { path }] of plan.pictures.entries()) {
    while (coming.length < AHEAD && i + coming.length < plan.pictures.length) {
      const next = rules.fetchBytes(plan.pictures[i + coming.length]!.url);
      // Heard when it is its turn; until then it is not unheard of.
      next.catch(() => undefined);
      coming.push(next);
    }
    rules.signal.throwIfAborted();
    add(path, await coming.shift()!);
    rules.packed(i + 1);
  }
  zip.end();
  settle();
  return new Blob(done, { type: "application/zip" });
}
