import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, NetworkError } from "../src/api/errors";
import type { NewJob } from "../src/api/types";
import { fingerprintOf, isSame } from "../src/upload/fingerprint";
import type { FileHandle, Handles } from "../src/upload/handles";
import { UploadQueue } from "../src/upload/queue";
import { Memory } from "../src/ui/memory";

const PART = 10;

/** The API and its store, as far as uploads need them: parts by job, and which jobs were completed. */
class Store {
  readonly jobs = new Map<string, { size: number; parts: Map<number, string>; complete: boolean }>();
  readonly put: string[] = [];
  /** While it is set, parts do not arrive. */
  held: Promise<void> | undefined;
  down = false;

  private job(id: string) {
    const job = this.jobs.get(id);
    if (job === undefined) throw new ApiError(404, "not_found", "There is no such video.");
    return job;
  }

  createJob = async ({ size }: NewJob) => {
    const id = `job${this.jobs.size + 1}`;
    this.jobs.set(id, { size, parts: new Map(), complete: false });
    return { id, secret: `secret of ${id}`, share: `share of ${id}`, partSize: PART, parts: 0 };
  };
  arrivedParts = async (id: string) => {
    if (this.down) throw new ApiError(502, "internal", "Something went wrong.");
    const { parts, size } = this.job(id);
    return {
      partSize: PART,
      parts: Math.ceil(size / PART),
      numbers: [...parts.keys()].sort((a, b) => a - b),
    };
  };
  partAddresses = async (id: string, _secret: string, numbers: readonly number[]) =>
    numbers.map((number) => ({ number, url: `${id}/${number}`, size: PART }));
  completeUpload = async (id: string) => {
    const job = this.job(id);
    if (job.parts.size < Math.ceil(job.size / PART))
      throw new ApiError(409, "conflict", "Parts are missing.");
    job.complete = true;
  };
  deleteJob = async (id: string) => void this.jobs.delete(id);

  send = async (url: string, body: Blob, { signal }: { signal: AbortSignal }): Promise<void> => {
    const [id, number] = url.split("/");
    if (this.held !== undefined && number !== "1") {
      await Promise.race([
        this.held,
        new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason))),
      ]);
    }
    signal.throwIfAborted();
    this.put.push(url);
    this.job(id!).parts.set(Number(number), await body.text());
  };

  content(id: string): string {
    const parts = [...this.job(id).parts].sort(([a], [b]) => a - b);
    return parts.map(([, text]) => text).join("");
  }
}

class MapHandles implements Handles {
  readonly map = new Map<string, FileHandle>();
  keep = async (job: string, handle: FileHandle) => void this.map.set(job, handle);
  find = async (job: string) => this.map.get(job);
  forget = async (job: string) => void this.map.delete(job);
}

const TEXT = "the first part, the second, and a third";
const file = (name = "mv.mp4", text = TEXT, lastModified = 5) => new File([text], name, { lastModified });
const wish = (chosen = file(), handle?: FileHandle) => ({
  file: chosen,
  handle,
  gallery: { gallery: "g", secret: "s" },
  matcher: "centroid" as const,
});
const handleOf = (chosen: File, permission: PermissionState): FileHandle => ({
  getFile: async () => chosen,
  queryPermission: async () => permission,
  requestPermission: async () => "granted",
});

describe("uploads", () => {
  let store: Store;
  let memory: Memory;
  let handles: MapHandles;
  /** A queue as a page that is opened has it: what it remembers is the browser's. */
  const page = () => new UploadQueue(store, memory, handles, store.send);
  /** One that was closed when just the first part had come. */
  const closedInTheMiddle = async (handle?: FileHandle) => {
    store.held = new Promise(() => undefined);
    const queue = page();
    queue.add([wish(file(), handle)]);
    await vi.waitFor(() => expect(store.put).toEqual(["job1/1"]));
    store.held = undefined;
  };

  beforeEach(() => {
    store = new Store();
    const items = new Map<string, string>();
    memory = new Memory(() => ({
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
    }));
    handles = new MapHandles();
  });

  it("go up one after the other, each a video of its own", async () => {
    const queue = page();
    queue.add([wish(), wish(file("other.mp4", "short"))]);
    expect(queue.uploads.map(({ state }) => state)).toEqual(["sending", "waiting"]);
    expect(queue.isSending).toBe(true);
    await vi.waitFor(() => expect(queue.uploads.map(({ state }) => state)).toEqual(["done", "done"]));
    expect(queue.isSending).toBe(false);
    expect([store.content("job1"), store.content("job2")]).toEqual([TEXT, "short"]);
    expect(memory.videos.map(({ title }) => title).sort()).toEqual(["mv.mp4", "other.mp4"]);
    expect(memory.uploads).toEqual([]);
  });

  it("stop for a pause, let the next one go, and continue where they were", async () => {
    store.held = new Promise(() => undefined);
    const queue = page();
    queue.add([wish(), wish(file("other.mp4", "short"))]);
    const [first, second] = queue.uploads;
    await vi.waitFor(() => expect(store.put).toEqual(["job1/1"]));
    queue.pause(first!);
    store.held = undefined;
    await vi.waitFor(() => expect(second!.state).toBe("done"));
    expect(first!.state).toBe("paused");
    await queue.goOn(first!);
    await vi.waitFor(() => expect(first!.state).toBe("done"));
    expect(store.put.filter((url) => url === "job1/1")).toHaveLength(1);
    expect(store.content("job1")).toBe(TEXT);
  });

  it("make one job, however soon a pause comes", async () => {
    const queue = page();
    queue.add([wish()]);
    const [upload] = queue.uploads;
    queue.pause(upload!);
    await queue.goOn(upload!);
    await vi.waitFor(() => expect(upload!.state).toBe("done"));
    expect(store.jobs.size).toBe(1);
  });

  it("go on after a reload with the file that is chosen again, and send what is missing", async () => {
    await closedInTheMiddle();
    const queue = page();
    await queue.restore();
    const [upload] = queue.uploads;
    expect([upload!.state, upload!.name, upload!.sent]).toEqual(["lost", "mv.mp4", PART]);
    expect(await queue.bring(upload!, file("mv.mp4", TEXT.replace("second", "SECOND")))).toContain("another");
    expect(upload!.state).toBe("lost");
    expect(await queue.claims(file("else.mp4", "x"))).toBe(false);
    expect(await queue.claims(file())).toBe(true);
    await vi.waitFor(() => expect(upload!.state).toBe("done"));
    expect(store.put).toEqual(["job1/1", "job1/2", "job1/3", "job1/4"]);
    expect(store.content("job1")).toBe(TEXT);
    expect(memory.videos[0]?.share).toBe("share of job1");
    // Across the reload, too: faces of the video may be wanted in it.
    expect(memory.videos[0]?.gallery).toBe("g");
  });

  it("go on by themselves after a reload where the browser may still read the file", async () => {
    await closedInTheMiddle(handleOf(file(), "granted"));
    const queue = page();
    await queue.restore();
    await vi.waitFor(() => expect(queue.uploads[0]?.state).toBe("done"));
    expect(store.content("job1")).toBe(TEXT);
    expect(handles.map.size).toBe(0);
  });

  it("wait for a click where the browser has to ask", async () => {
    await closedInTheMiddle(handleOf(file(), "prompt"));
    const queue = page();
    await queue.restore();
    const [upload] = queue.uploads;
    expect(upload!.state).toBe("lost");
    await queue.goOn(upload!);
    await vi.waitFor(() => expect(upload!.state).toBe("done"));
  });

  it("ask for the file where the one of before was moved", async () => {
    const moved = { ...handleOf(file(), "granted"), getFile: () => Promise.reject(new Error("moved")) };
    await closedInTheMiddle(moved);
    const queue = page();
    await queue.restore();
    const [upload] = queue.uploads;
    await queue.goOn(upload!);
    expect([upload!.state, upload!.handle]).toEqual(["lost", undefined]);
  });

  it("need no file when all parts are there", async () => {
    await closedInTheMiddle();
    for (const number of [2, 3, 4]) store.jobs.get("job1")!.parts.set(number, "");
    const queue = page();
    await queue.restore();
    await vi.waitFor(() => expect(queue.uploads[0]?.state).toBe("done"));
    expect(store.jobs.get("job1")!.complete).toBe(true);
  });

  it("say so when they were deleted or ran out meanwhile, and are forgotten", async () => {
    await closedInTheMiddle();
    store.jobs.clear();
    const queue = page();
    await queue.restore();
    expect(queue.uploads[0]?.state).toBe("gone");
    expect(queue.uploads[0]?.problem).toContain("does not exist any more");
    expect(memory.uploads).toEqual([]);
  });

  it("stay when nobody answers, and keep what they are remembered by", async () => {
    await closedInTheMiddle();
    store.down = true;
    const queue = page();
    await queue.restore();
    expect(queue.uploads[0]?.state).toBe("lost");
    expect(memory.uploads).toHaveLength(1);
  });

  it("are deleted with what has arrived, even while their job is being made", async () => {
    await closedInTheMiddle();
    const queue = page();
    await queue.restore();
    await queue.remove(queue.uploads[0]!);
    expect(store.jobs.size).toBe(0);
    expect(memory.uploads).toEqual([]);

    queue.add([wish()]);
    await queue.remove(queue.uploads[0]!);
    await vi.waitFor(() => expect(store.jobs.size + memory.uploads.length).toBe(0));
    expect(queue.uploads).toEqual([]);
  });

  it("tell why they could not begin, and can be tried again", async () => {
    const make = store.createJob;
    store.createJob = () => Promise.reject(new NetworkError());
    const queue = page();
    queue.add([wish()]);
    const [upload] = queue.uploads;
    await vi.waitFor(() => expect(upload!.state).toBe("broken"));
    expect(upload!.problem).toContain("connection");
    store.createJob = make;
    queue.retryBroken();
    await vi.waitFor(() => expect(upload!.state).toBe("done"));
  });
});

describe("a file", () => {
  it("is known again by size and content, and by its name or last change", async () => {
    const before = await fingerprintOf(file());
    expect(isSame(before, await fingerprintOf(file("renamed.mp4")))).toBe(true);
    expect(isSame(before, await fingerprintOf(file("mv.mp4", TEXT, 9)))).toBe(true);
    expect(isSame(before, await fingerprintOf(file("else.mp4", TEXT, 9)))).toBe(false);
    expect(isSame(before, await fingerprintOf(file("mv.mp4", TEXT.toUpperCase())))).toBe(false);
  });

  it("is sampled, not read whole", async () => {
    const large = new File([new Uint8Array(40 << 20)], "large.mp4");
    const read: number[] = [];
    const slice = large.slice.bind(large);
    large.slice = (start, end, type) => {
      read.push((end ?? 0) - (start ?? 0));
      return slice(start, end, type);
    };
    const before = await fingerprintOf(large);
    expect(read.reduce((a, b) => a + b)).toBeLessThanOrEqual(1 << 20);
    for (const place of [0, (40 << 20) - 1]) {
      const bytes = new Uint8Array(40 << 20);
      bytes[place] = 1;
      expect((await fingerprintOf(new File([bytes], "large.mp4"))).hash).not.toBe(before.hash);
    }
  });
});
