export interface RetryRules {
  /** How often in all. */
  readonly tries: number;
  /** Whether another try makes sense after this failure. */
  readonly again: (error: unknown) => boolean;
  /** Milliseconds to wait after the n-th failure, from 1. */
  readonly wait: (failures: number) => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Tries until it works, or until the rules say to give up: then the last failure is thrown. */
export async function retry<T>(work: () => Promise<T>, rules: RetryRules): Promise<T> {
  for (let failures = 1; ; failures++) {
    rules.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (rules.signal.aborted || failures >= rules.tries || !rules.again(error)) throw error;
      await rules.sleep(rules.wait(failures), rules.signal);
    }
  }
}

/** Half a second, doubled with each failure up to 15 s, and up to half of it more so that many do not come back at once. */
export function backoff(failures: number, random: () => number = Math.random): number {
  return Math.min(15_000, 500 * 2 ** (failures - 1)) * (1 + random() / 2);
}

/** Waits; ends early with the signal's reason. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
