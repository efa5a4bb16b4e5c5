import { describe, expect, it } from "vitest";
import { ApiError, NetworkError } from "../src/api/errors";
import { AddressBook } from "../src/upload/addresses";
import { factsRefusal, fileRefusal } from "../src/upload/check";
import { planParts } from "../src/upload/parts";
import { PutError } from "../src/upload/put";
import { backoff, retry, sleep } from "../src/upload/retry";
import { SpeedMeter } from "../src/upload/speed";
import { uploadParts } from "../src/upload/uploader";

const MIB = 1024 ** 2;

const LIMITS = {
  bytes: 5 * 1024 ** 3,
  seconds: 4 * 3600,
  pixels: 4096 * 2304,
  longerSide: 8192,
  shorterSide: 16,
  kinds: ["MP4", "MOV"],
  uploadDays: 7,
};

/** A file that begins with this text, each character a byte. */
function file(name: string, head: string): File {
  return new File([Uint8Array.from(head, (c) => c.charCodeAt(0))], name);
}

const MP4 = "\0\0\0\x20ftypisom";

describe("a video's file", () => {
  it("is known by its first bytes, whatever its name says", async () => {
    for (const head of [MP4, "\0\0\0\x08wide", "\0\0\0\x20ftypqt  ", "\x1aE\xdf\xa3\x9f"]) {
      expect(await fileRefusal(file("clip", head), LIMITS)).toBeUndefined();
    }
    for (const [head, why] of [
      ["\xff\xd8\xff\xe0", "picture"],
      ["\0\0\0\x20ftypheic", "picture"],
      ["ID3\x04", "sound only"],
      ["\0\0\0\x20ftypM4A ", "sound only"],
      ["RIFF....AVI ", "kind of video"],
      ["These are the lyrics.", "not a video"],
    ] as const) {
      expect(await fileRefusal(file("mv.mp4", head), LIMITS)).toContain(why);
    }
    expect(await fileRefusal(file("mv.mp4", ""), LIMITS)).toContain("empty");
  });

  it("may be as large and as long as the limits say, and no larger", async () => {
    const small = { ...LIMITS, bytes: MP4.length };
    expect(await fileRefusal(file("a.mp4", MP4), small)).toBeUndefined();
    expect(await fileRefusal(file("a.mp4", `${MP4}.`), small)).toContain("a.mp4");
    // Where nobody told the limits, the API says it.
    expect(await fileRefusal(file("a.mp4", `${MP4}.`), undefined)).toBeUndefined();

    const facts = { duration: LIMITS.seconds, width: 3840, height: 2160 };
    expect(factsRefusal("a.mp4", facts, LIMITS)).toBeUndefined();
    expect(factsRefusal("a.mp4", { ...facts, duration: LIMITS.seconds + 1 }, LIMITS)).toContain("4 hours");
    expect(factsRefusal("a.mp4", { ...facts, width: 7680, height: 4320 }, LIMITS)).toContain("7680 × 4320");
    expect(factsRefusal("a.mp4", { ...facts, width: 12, height: 20 }, LIMITS)).toContain("too small");
    // A browser that cannot decode the picture knows nothing of its size.
    expect(factsRefusal("a.mp4", { ...facts, width: 0, height: 0 }, LIMITS)).toBeUndefined();
  });
});

describe("parts", () => {
  it("cover every byte once, the last as short as it must be", () => {
    const size = 40 * MIB + 7;
    const parts = planParts(size, 16 * MIB);
    expect(parts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(parts[0]).toEqual({ number: 1, start: 0, end: 16 * MIB });
    parts.slice(1).forEach((part, i) => expect(part.start).toBe(parts[i]!.end));
    expect(parts.at(-1)!.end).toBe(size);
  });

  it("are one for a small file, and none too many for a file of whole parts", () => {
    expect(planParts(1, 16)).toEqual([{ number: 1, start: 0, end: 1 }]);
    expect(planParts(32, 16)).toHaveLength(2);
    // S3 takes 10,000 of an upload.
    expect(planParts(LIMITS.bytes, 16 * MIB)).toHaveLength(320);
    expect(() => planParts(0, 16)).toThrow(RangeError);
  });
});

describe("addresses", () => {
  it("are asked for in groups, once each", async () => {
    const asked: (readonly number[])[] = [];
    const book = new AddressBook(
      async (numbers) => {
        asked.push(numbers);
        return numbers.map((number) => ({ number, url: `u${number}` }));
      },
      5,
      3,
    );
    expect(await Promise.all([1, 2, 3].map((n) => book.get(n)))).toEqual(["u1", "u2", "u3"]);
    expect(await book.get(4)).toBe("u4");
    expect(asked).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it("are asked for anew when forgotten, or when there was no answer", async () => {
    let calls = 0;
    const book = new AddressBook(async (numbers) => {
      calls++;
      if (calls === 1) throw new NetworkError();
      return numbers.map((number) => ({ number, url: `u${number}.${calls}` }));
    }, 2);
    await expect(book.get(1)).rejects.toThrow(NetworkError);
    expect(await book.get(1)).toBe("u1.2");
    book.forget(1);
    expect(await book.get(1)).toBe("u1.3");
    expect(await book.get(2)).toBe("u2.2");
  });
});

describe("retrying", () => {
  const rules = (waits: number[], signal = new AbortController().signal) => ({
    tries: 4,
    again: (error: unknown) => error instanceof NetworkError,
    wait: (failures: number) => failures * 10,
    sleep: async (milliseconds: number) => void waits.push(milliseconds),
    signal,
  });

  it("goes on until it works", async () => {
    const waits: number[] = [];
    let calls = 0;
    const work = async () => {
      if (++calls < 3) throw new NetworkError();
      return "there";
    };
    expect(await retry(work, rules(waits))).toBe("there");
    expect(waits).toEqual([10, 20]);
  });

  it("gives up after the last try, and at once where another makes no sense", async () => {
    const waits: number[] = [];
    const failing = (error: Error) => retry(() => Promise.reject(error), rules(waits));
    await expect(failing(new NetworkError())).rejects.toThrow(NetworkError);
    expect(waits).toHaveLength(3);
    await expect(failing(new ApiError(404, "not_found", "gone"))).rejects.toThrow("gone");
    expect(waits).toHaveLength(3);
  });

  it("waits longer each time, never for ever", () => {
    const waits = [1, 2, 3, 4, 5, 6, 20].map((n) => backoff(n, () => 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000]);
    expect(backoff(1, () => 1)).toBe(750);
  });

  it("stops waiting when it is told to", async () => {
    const stop = new AbortController();
    const waiting = sleep(60_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("uploading", () => {
  const parts = planParts(95, 10);
  const book = () =>
    new AddressBook(async (numbers) => numbers.map((number) => ({ number, url: `u${number}` })), 10, 4);

  it("sends every part, some at a time, and tells how far it is", async () => {
    const sent = new Map<string, number>();
    const progress: number[] = [];
    let together = 0;
    let most = 0;
    await uploadParts({
      parts,
      addresses: book(),
      put: async (url, part, tell) => {
        most = Math.max(most, ++together);
        tell(1);
        await Promise.resolve();
        sent.set(url, part.end - part.start);
        together--;
      },
      signal: new AbortController().signal,
      progress: (bytes) => progress.push(bytes),
    });
    expect([...sent.keys()].sort()).toEqual(parts.map(({ number }) => `u${number}`).sort());
    expect([...sent.values()].reduce((a, b) => a + b)).toBe(95);
    expect(most).toBe(3);
    expect(progress.at(-1)).toBe(95);
    expect(Math.max(...progress)).toBe(95);
  });

  it("takes a fresh address when one ran out, and the same one when the line broke", async () => {
    let asked = 0;
    const used: string[] = [];
    const addresses = new AddressBook(async (numbers) => {
      asked++;
      return numbers.map((number) => ({ number, url: `u${number}.${asked}` }));
    }, 2);
    const failures = [new PutError(403), new PutError(0)];
    await uploadParts({
      parts: planParts(10, 10),
      addresses,
      put: async (url) => {
        used.push(url);
        const failure = failures.shift();
        if (failure) throw failure;
      },
      signal: new AbortController().signal,
      progress: () => undefined,
      sleep: async () => undefined,
    });
    expect(used).toEqual(["u1.1", "u1.2", "u1.2"]);
  });

  it("stops all parts when one cannot be sent", async () => {
    const stopped: number[] = [];
    const uploading = uploadParts({
      parts,
      addresses: book(),
      put: (_, part, __, signal) =>
        part.number === 2
          ? Promise.reject(new ApiError(404, "not_found", "This upload does not exist any more."))
          : new Promise((_, reject) =>
              signal.addEventListener("abort", () => {
                stopped.push(part.number);
                reject(signal.reason);
              }),
            ),
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    await expect(uploading).rejects.toThrow("does not exist");
    expect(stopped).toEqual([1, 3]);
  });

  it("ends when it is cancelled, and starts no further part", async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    const uploading = uploadParts({
      parts,
      addresses: book(),
      put: async (_, part) => {
        begun.push(part.number);
        if (part.number === 3) stop.abort();
      },
      signal: stop.signal,
      progress: () => undefined,
    });
    await expect(uploading).rejects.toMatchObject({ name: "AbortError" });
    expect(begun.length).toBeLessThan(parts.length);
  });
});

describe("speed", () => {
  it("is told once there is enough to go by, over the last seconds only", () => {
    const meter = new SpeedMeter(4_000);
    meter.add(0, 0);
    expect(meter.perSecond).toBeUndefined();
    meter.add(1_000, 5_000_000);
    expect(meter.perSecond).toBe(5_000_000);
    expect(meter.secondsTo(15_000_000)).toBe(2);
    for (let second = 2; second <= 10; second++)
      meter.add(second * 1_000, 5_000_000 + (second - 1) * 1_000_000);
    expect(meter.perSecond).toBe(1_000_000);
  });

  it("is not told while nothing moves", () => {
    const meter = new SpeedMeter();
    meter.add(0, 10);
    meter.add(2_000, 10);
    expect(meter.perSecond).toBeUndefined();
    expect(meter.secondsTo(20)).toBeUndefined();
  });
});
