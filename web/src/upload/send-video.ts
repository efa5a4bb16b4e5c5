import type { Api } from "../api/client";
import type { CreatedJob, Matcher } from "../api/types";
import { isPassing } from "../api/errors";
import { AddressBook } from "./addresses";
import { planParts } from "./parts";
import { put } from "./put";
import { backoff, retry, sleep } from "./retry";
import { uploadParts } from "./uploader";

export interface Sending {
  readonly file: File;
  readonly gallery: string;
  readonly matcher: Matcher;
  readonly signal: AbortSignal;
  readonly created: (job: CreatedJob) => void;
  readonly progress: (bytes: number) => void;
}

/** The whole way of a file into a job: announced, sent in parts, completed. Cancelled or failed, the half of it that arrived is deleted. */
export async function sendVideo(api: Api, sending: Sending): Promise<CreatedJob> {
  const { file, gallery, matcher, signal, progress } = sending;
  const rules = { tries: 6, again: isPassing, wait: backoff, sleep, signal };
  const job = await api.createJob(
    { file: file.name.normalize("NFC"), type: file.type, size: file.size, gallery, matcher },
    signal,
  );
  sending.created(job);
  try {
    await uploadParts({
      parts: planParts(file.size, job.partSize),
      addresses: new AddressBook(
        (numbers) => api.partAddresses(job.id, job.secret, numbers, signal),
        job.parts,
      ),
      put: (url, part, sent, stop) => put(url, file.slice(part.start, part.end), { signal: stop, sent }),
      signal,
      progress,
    });
    await retry(() => api.completeUpload(job.id, job.secret, signal), rules);
    return job;
  } catch (error) {
    api.deleteJob(job.id, job.secret).catch(() => undefined);
    throw error;
  }
}
