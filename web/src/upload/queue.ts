import type { Api } from "../api/client";
import { ApiError, NetworkError, isPassing, sentence } from "../api/errors";
import type { KeptUpload, Memory } from "../ui/memory";
import { strings } from "../ui/strings";
import { AddressBook } from "./addresses";
import { fingerprintOf, isSame } from "./fingerprint";
import { type FileHandle, type Handles, openAgain } from "./handles";
import { planParts } from "./parts";
import { put as realPut } from "./put";
import { backoff, retry, sleep } from "./retry";
import { SpeedMeter } from "./speed";
import { Upload, type Wish } from "./upload";
import { uploadParts } from "./uploader";

const words = strings.upload;

type UploadApi = Pick<Api, "createJob" | "arrivedParts" | "partAddresses" | "completeUpload" | "deleteJob">;
type UploadMemory = Pick<Memory, "uploads" | "keepUpload" | "forgetUpload" | "keepVideo">;

/** Why an upload was stopped: a reason that no failure has. */
const PAUSE = new DOMException("paused", "AbortError");

/**
 * Videos on their way up, one after the other. What is under way is remembered with its secret, so that a page that comes
 * later goes on with the parts that are missing; which are there is asked of the API.
 */
export class UploadQueue {
  private list: readonly Upload[] = [];
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly api: UploadApi,
    private readonly memory: UploadMemory,
    private readonly handles: Handles,
    private readonly put: typeof realPut = realPut,
    private readonly now: () => number = Date.now,
  ) {}

  /** In the order of their turns. */
  get uploads(): readonly Upload[] {
    return this.list;
  }

  /** Whether closing the page would stop something. */
  get isSending(): boolean {
    return this.list.some((upload) => upload.isSending || upload.state === "waiting");
  }

  /** Calls whenever something changed, until the signal aborts. */
  watch(changed: () => void, signal: AbortSignal): void {
    this.watchers.add(changed);
    signal.addEventListener("abort", () => this.watchers.delete(changed));
  }

  add(wishes: readonly Wish[]): void {
    this.list = [...this.list, ...wishes.map((wish) => Upload.of(wish))];
    this.next();
  }

  /** Takes up what earlier pages left: by itself where the browser still lets the file be read. */
  async restore(): Promise<void> {
    const left = this.memory.uploads.map((kept) => Upload.again(kept));
    this.list = [...left, ...this.list];
    this.tell();
    await Promise.all(left.map((upload) => this.findAgain(upload)));
  }

  pause(upload: Upload): void {
    const before = upload.state;
    if (before !== "waiting" && before !== "sending") return;
    upload.state = "paused";
    upload.stop.abort(PAUSE);
    this.tell();
  }

  /** Goes on after a pause, a failure, or with a file that the browser can read when the fan allows it. */
  async goOn(upload: Upload): Promise<void> {
    if (upload.state === "lost" && upload.handle !== undefined) {
      const file = await openAgain(upload.handle, true);
      if (file !== undefined) await this.bring(upload, file);
      else {
        upload.handle = undefined;
        this.tell();
      }
      return;
    }
    if (upload.state !== "paused" && upload.state !== "broken") return;
    this.line(upload);
  }

  /** What did not work for lack of a network. */
  retryBroken(): void {
    for (const upload of this.list) if (upload.state === "broken") this.line(upload);
  }

  /** Goes on with a file that was chosen again; a sentence where it is another one. */
  async bring(upload: Upload, file: File, handle?: FileHandle): Promise<string | undefined> {
    const { kept } = upload;
    if (upload.state !== "lost" || kept === undefined) return undefined;
    let same = false;
    try {
      same = file.size === kept.size && isSame(await fingerprintOf(file), kept);
    } catch {
      // It cannot be read.
    }
    upload.problem = same ? undefined : words.another(file.name, upload.name);
    if (same) {
      upload.file = file;
      if (handle !== undefined) {
        upload.handle = handle;
        await this.handles.keep(kept.job, handle);
      }
      this.line(upload);
    } else this.tell();
    return upload.problem;
  }

  /** Whether this file is one that was waited for; then its upload goes on. */
  async claims(file: File, handle?: FileHandle): Promise<boolean> {
    const lost = this.list.filter(({ state, size }) => state === "lost" && size === file.size);
    for (const upload of lost) {
      const before = upload.problem;
      if ((await this.bring(upload, file, handle)) === undefined) return true;
      upload.problem = before;
    }
    return false;
  }

  /** Stops it, and deletes what has arrived. */
  async remove(upload: Upload): Promise<void> {
    const wasSending = upload.isSending;
    const open = upload.isOpen;
    upload.state = "gone";
    upload.stop.abort(PAUSE);
    this.list = this.list.filter((each) => each !== upload);
    this.tell();
    const { kept } = upload;
    if (open && kept !== undefined) {
      this.forget(kept.job);
      await this.api.deleteJob(kept.job, kept.secret).catch(() => undefined);
    }
    if (!wasSending) this.next();
  }

  private line(upload: Upload): void {
    upload.state = "waiting";
    upload.problem = undefined;
    this.next();
  }

  /** Gives the next one its turn, where nobody has it. */
  private next(): void {
    const upload = this.list.find(({ state }) => state === "waiting");
    if (upload !== undefined && !this.list.some((each) => each.isSending)) {
      upload.state = "sending";
      upload.stop = new AbortController();
      upload.meter = new SpeedMeter();
      void this.run(upload);
    }
    this.tell();
  }

  private async run(upload: Upload): Promise<void> {
    const { signal } = upload.stop;
    try {
      await this.send(upload, signal);
      upload.state = "done";
      upload.sent = upload.size;
    } catch (error) {
      // Whoever stopped it has said already what it is now.
      if (!signal.aborted) this.fail(upload, error);
      // It was deleted while its job was being made.
      else if (upload.state === "gone" && upload.kept !== undefined) {
        const { job, secret } = upload.kept;
        this.forget(job);
        await this.api.deleteJob(job, secret).catch(() => undefined);
      }
    }
    this.next();
  }

  private async send(upload: Upload, signal: AbortSignal): Promise<void> {
    const rules = { tries: 6, again: isPassing, wait: backoff, sleep, signal };
    const { job, secret, share, gallery } = await this.jobOf(upload, signal);
    const { numbers, partSize } = await retry(() => this.api.arrivedParts(job, secret, signal), rules);
    const there = new Set(numbers);
    const parts = planParts(upload.size, partSize);
    const missing = parts.filter(({ number }) => !there.has(number));
    const arrived = parts.reduce(
      (sum, part) => sum + (there.has(part.number) ? part.end - part.start : 0),
      0,
    );
    const progress = (bytes: number) => {
      upload.sent = arrived + bytes;
      upload.meter.add(this.now(), upload.sent);
      this.tell();
    };
    progress(0);
    const { file } = upload;
    if (missing.length > 0) {
      if (file === undefined) throw new LostError();
      await uploadParts({
        parts: missing,
        addresses: new AddressBook(
          (group) => this.api.partAddresses(job, secret, group, signal),
          parts.length,
        ),
        put: (url, part, sent, stop) =>
          this.put(url, file.slice(part.start, part.end), { signal: stop, sent }),
        signal,
        progress,
      });
    }
    upload.state = "finishing";
    this.tell();
    await retry(() => this.api.completeUpload(job, secret, signal), rules);
    this.memory.keepVideo({ share, job, secret, title: upload.name, gallery, created: this.now() });
    this.forget(job);
  }

  private async jobOf(upload: Upload, signal: AbortSignal): Promise<KeptUpload> {
    const { kept } = upload;
    if (kept !== undefined) return kept;
    // A pause does not stop it, and going on does not make a second one.
    upload.making ??= this.make(upload).finally(() => (upload.making = undefined));
    const made = await upload.making;
    signal.throwIfAborted();
    return made;
  }

  /** The answer has the secret, which comes only once: nothing stops this. */
  private async make(upload: Upload): Promise<KeptUpload> {
    const { wish } = upload;
    if (wish === undefined) throw new Error("an upload without a job or a wish for one");
    const { file, gallery, matcher, handle } = wish;
    const print = await fingerprintOf(file).catch(() => {
      throw new ApiError(0, "unreadable", strings.video.unreadable(file.name));
    });
    const job = await this.api.createJob({
      file: upload.name,
      type: file.type,
      size: file.size,
      gallery,
      matcher,
    });
    const { id, secret, share } = job;
    upload.kept = { ...print, job: id, secret, share, gallery, created: this.now() };
    this.memory.keepUpload(upload.kept);
    if (handle !== undefined) await this.handles.keep(id, handle);
    return upload.kept;
  }

  private fail(upload: Upload, error: unknown): void {
    if (error instanceof LostError) {
      upload.state = "lost";
      return;
    }
    const isGone = error instanceof ApiError && (error.status === 404 || error.status === 409);
    if (isGone && upload.kept !== undefined) {
      upload.state = "gone";
      upload.problem = error.status === 404 ? words.deleted : error.message;
      this.forget(upload.kept.job);
      return;
    }
    upload.state = "broken";
    upload.problem =
      error instanceof ApiError || error instanceof NetworkError ? sentence(error) : words.failed;
  }

  /** Asks how much is there, and looks for the file. */
  private async findAgain(upload: Upload): Promise<void> {
    const { kept } = upload;
    if (kept === undefined) return;
    upload.handle = await this.handles.find(kept.job);
    if (upload.handle !== undefined) {
      const file = await openAgain(upload.handle, false);
      if (file !== undefined && upload.state === "lost") await this.bring(upload, file);
      if (upload.state !== "lost") return;
    }
    try {
      const { numbers, partSize, parts } = await this.api.arrivedParts(kept.job, kept.secret);
      if (upload.state !== "lost") return;
      if (numbers.length === parts) return this.line(upload);
      upload.sent = Math.min(kept.size, numbers.length * partSize);
    } catch (error) {
      if (error instanceof ApiError && upload.state === "lost") this.fail(upload, error);
      if (upload.state === "broken") upload.state = "lost";
    }
    this.tell();
  }

  private forget(job: string): void {
    this.memory.forgetUpload(job);
    void this.handles.forget(job);
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

/** There are parts to send, and nobody has chosen the file. */
class LostError extends Error {
  override readonly name = "LostError";
}
