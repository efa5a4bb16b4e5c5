import { describe, expect, it } from "vitest";
import type { Video } from "../src/api/types";
import { LabelSource } from "../src/job/label-source";
import { nextLook } from "../src/job/pace";
import { hasLabels, isWorking, progressOf } from "../src/job/progress";
import { TimeLeft } from "../src/job/time-left";
import { stepOf } from "../src/job/wording";
import type { Labels } from "../src/player/labels";
import { nameOf } from "../src/player/named";

function video(
  state: Video["state"],
  recognized: number,
  rendered: number,
  more: Partial<Video> = {},
): Video {
  return {
    share: "s".repeat(22),
    title: "mv.mp4",
    state,
    created: "2026-11-24T00:00:00Z",
    video: { width: 1920, height: 1080, duration: 40, frames: 960, frameRate: 24 },
    chunks: [0, 1, 2, 3].map((i) => ({
      start: i * 10,
      end: i * 10 + 10,
      recognized: i < recognized,
      rendered: i < rendered,
    })),
    ...more,
  };
}

describe("progress", () => {
  it("is unknown before the video is planned", () => {
    expect(progressOf({ ...video("recognizing", 0, 0), chunks: [] })).toBeUndefined();
    const { chunks, ...unplanned } = video("uploading", 0, 0);
    expect(chunks).toHaveLength(4);
    expect(progressOf(unplanned)).toBeUndefined();
  });

  it("counts the chunks of the present step by their length", () => {
    expect(progressOf(video("recognizing", 1, 0))).toMatchObject({
      secondsDone: 10,
      secondsAll: 40,
      framesDone: 240,
    });
    expect(progressOf(video("rendering", 4, 3))).toMatchObject({ secondsDone: 30, framesDone: 720 });
  });

  it("never goes back from one step to the next", () => {
    const steps = [
      video("recognizing", 0, 0),
      video("recognizing", 3, 0),
      video("recognizing", 4, 0),
      video("rendering", 4, 0),
      video("rendering", 4, 4),
      video("done", 4, 4),
    ];
    const fractions = steps.map((step) => progressOf(step)!.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBe(1);
  });

  it("is told in words of its own where the API has one state for several things", () => {
    expect(stepOf({ ...video("recognizing", 0, 0), chunks: [] })).toBe("planning");
    expect(stepOf(video("recognizing", 2, 0))).toBe("recognizing");
    expect(stepOf(video("recognizing", 4, 0))).toBe("naming");
    expect(stepOf(video("refused", 0, 0))).toBeUndefined();
    expect(
      ["uploading", "recognizing", "rendering", "done", "refused", "failed"].map((state) => {
        const seen = video(state as Video["state"], 0, 0);
        return [isWorking(seen), hasLabels(seen)];
      }),
    ).toEqual([
      [true, false],
      [true, false],
      [true, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });
});

describe("time left", () => {
  it("is not told before there is something to go by", () => {
    const left = new TimeLeft();
    expect(left.at(0)).toBeUndefined();
    left.add(0, 0.5);
    left.add(5_000, 0.5);
    expect(left.at(5_000)).toBeUndefined();
  });

  it("follows the pace since the page was opened, and counts down in between", () => {
    const left = new TimeLeft();
    left.add(0, 0.5);
    left.add(10_000, 0.6);
    expect(left.at(10_000)).toBeCloseTo(40);
    left.add(12_000, 0.6);
    expect(left.at(15_000)).toBeCloseTo(35);
    expect(left.at(999_000)).toBe(1);
  });

  it("starts over when the work did", () => {
    const left = new TimeLeft();
    left.add(0, 0.9);
    left.add(1_000, 0.1);
    expect(left.at(1_000)).toBeUndefined();
    left.add(11_000, 0.2);
    expect(left.at(11_000)).toBeCloseTo(80);
  });
});

describe("looking again", () => {
  it("is every second while things change, and rarer when they do not", () => {
    expect(nextLook(0, 0)).toBe(1_000);
    expect(nextLook(14_000, 0)).toBe(1_000);
    expect(nextLook(35_000, 0)).toBe(3_000);
    expect(nextLook(600_000, 0)).toBe(5_000);
  });

  it("slows down while nobody answers", () => {
    expect([1, 2, 3, 4, 9].map((failures) => nextLook(0, failures))).toEqual([
      1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
  });
});

describe("labels on their way", () => {
  const labels = (name: string): Labels => ({
    version: 1,
    video: { width: 10, height: 10, frames: 10, duration: 10, frameRate: [1, 1], timeBase: [1, 1] },
    frameTimes: { first: 0, steps: [[1, 9]] },
    people: [name],
    tracks: [],
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  it("come chunk by chunk, each once, until the final ones take their place", async () => {
    const asked: string[] = [];
    let changes = 0;
    const source = new LabelSource(
      new AbortController().signal,
      () => changes++,
      async (url) => {
        asked.push(url);
        return labels(url);
      },
    );
    const working = video("recognizing", 1, 0);
    working.chunks![0]!.labels = "chunk0";
    source.take(working);
    source.take(working);
    await settled();
    source.take(working);
    expect(source.at(5)).toBeDefined();
    expect(source.at(15)).toBeUndefined();
    expect(source.isFinal).toBe(false);

    source.take(video("rendering", 4, 0, { links: { labels: "final" } }));
    await settled();
    source.take(video("done", 4, 4, { links: { labels: "final again" } }));
    expect(source.at(15)).toBeDefined();
    expect(source.sheets.map((sheet) => sheet.labels.people)).toEqual([["final"]]);
    expect(asked).toEqual(["chunk0", "final"]);
    expect(changes).toBe(2);
  });

  it("number strangers once the whole video is known, not chunk by chunk", async () => {
    const box = [0, 1, 2, 3, 4] as const;
    const stranger = { id: 0, name: "unknown", known: false, stranger: 1, confidence: 0.9, boxes: [box] };
    const ends = { firstFrame: 0, lastFrame: 0, start: 0, end: 1 };
    const source = new LabelSource(
      new AbortController().signal,
      () => undefined,
      async (url) => ({ ...labels(url), tracks: [{ ...stranger, ...ends }] }),
    );
    const names = () => source.sheets.flatMap((sheet) => sheet.labels.tracks.map(nameOf));
    const working = video("recognizing", 2, 0);
    working.chunks![0]!.labels = "chunk0";
    working.chunks![1]!.labels = "chunk1";
    source.take(working);
    await settled();
    expect(names()).toEqual(["unknown", "unknown"]);
    source.take(video("rendering", 4, 0, { links: { labels: "final" } }));
    await settled();
    expect(names()).toEqual(["Unknown 1"]);
  });

  it("are asked for again with the next answer when they could not be had", async () => {
    const answers = [Promise.reject(new Error("403")), Promise.resolve(labels("x"))];
    const source = new LabelSource(
      new AbortController().signal,
      () => undefined,
      () => answers.shift()!,
    );
    const done = video("done", 4, 4, { links: { labels: "u" } });
    source.take(done);
    await settled();
    expect(source.isFinal).toBe(false);
    source.take(done);
    await settled();
    expect(source.isFinal).toBe(true);
  });
});
