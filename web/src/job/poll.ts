import { ApiError, isAbort } from "../api/errors";
import { sleep } from "../upload/retry";
import { nextLook } from "./pace";

export interface Polling<T> {
  readonly look: (signal: AbortSignal) => Promise<T>;
  /** Whether there is more to come after this. */
  readonly goesOn: (seen: T) => boolean;
  readonly seen: (value: T) => void;
  /** Nobody answers; it goes on trying. `undefined`: somebody answers again. */
  readonly trouble: (error: unknown | undefined) => void;
  /** The answer was no; it stops. */
  readonly refused: (error: ApiError) => void;
  readonly signal: AbortSignal;
}

/** Looks again and again until there is no more to come; rests while the page is hidden. */
export async function poll<T>(polling: Polling<T>): Promise<void> {
  const { signal } = polling;
  let failures = 0;
  let changed = Date.now();
  let before = "";
  try {
    for (;;) {
      await visible(signal);
      try {
        const value = await polling.look(signal);
        if (failures > 0) polling.trouble(undefined);
        failures = 0;
        const now = progressKey(value);
        if (now !== before) changed = Date.now();
        before = now;
        polling.seen(value);
        if (!polling.goesOn(value)) return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiError && error.status < 500 && error.status !== 429) {
          polling.refused(error);
          return;
        }
        failures++;
        polling.trouble(error);
      }
      await sleep(nextLook(Date.now() - changed, failures), signal);
    }
  } catch (error) {
    if (!signal.aborted && !isAbort(error)) throw error;
  }
}

/** Signed anew with every answer: no change. A video's facts, of the same name as a fancam's address, come once. */
const ADDRESSES = ["links", "labels", "video"];

function progressKey(value: unknown): string {
  return JSON.stringify(value, (key, each) => (ADDRESSES.includes(key) ? undefined : each));
}

/** Waits until the page can be seen. */
function visible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState !== "hidden") return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (document.visibilityState === "hidden" && !signal.aborted) return;
      document.removeEventListener("visibilitychange", settle);
      signal.removeEventListener("abort", settle);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    document.addEventListener("visibilitychange", settle);
    signal.addEventListener("abort", settle);
  });
}
