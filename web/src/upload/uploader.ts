import type { AddressBook } from "./addresses";
import type { Part } from "./parts";
import { PutError } from "./put";
import { backoff, retry, sleep as realSleep } from "./retry";
import { isPassing } from "../api/errors";

export interface PartUploading {
  readonly parts: readonly Part[];
  readonly addresses: AddressBook;
  /** Sends one part; tells how many of its bytes are under way. */
  readonly put: (
    url: string,
    part: Part,
    sent: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly signal: AbortSignal;
  /** Hears how many bytes of the whole file are there. */
  readonly progress: (bytes: number) => void;
  readonly parallel?: number;
  readonly tries?: number;
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Sends all parts, some at a time, each as often as it takes; the first that cannot be sent stops the others. */
export async function uploadParts(uploading: PartUploading): Promise<void> {
  const { parts, addresses, put, progress, parallel = 3, tries = 8, sleep = realSleep } = uploading;
  const stop = new AbortController();
  const signal = AbortSignal.any([uploading.signal, stop.signal]);
  const bytes = new Map<number, number>();
  const report = (part: Part, sent: number) => {
    bytes.set(part.number, Math.min(sent, part.end - part.start));
    let all = 0;
    for (const each of bytes.values()) all += each;
    progress(all);
  };

  const send = (part: Part) =>
    retry(
      async () => {
        report(part, 0);
        const url = await addresses.get(part.number);
        try {
          await put(url, part, (sent) => report(part, sent), signal);
        } catch (error) {
          if (error instanceof PutError && error.isExpired) addresses.forget(part.number);
          throw error;
        }
        report(part, part.end - part.start);
      },
      {
        tries,
        again: (error) => error instanceof PutError || isPassing(error),
        wait: backoff,
        sleep,
        signal,
      },
    );

  let next = 0;
  const worker = async () => {
    for (let part = parts[next++]; part !== undefined; part = parts[next++]) await send(part);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(parallel, parts.length) }, worker));
  } catch (error) {
    stop.abort();
    throw error;
  }
}
