import { describe, expect, it } from "vitest";
import type { Labels, Track } from "../src/player/labels";
import { pairsOf, timesOf } from "../src/together/build";

type Seen = readonly [name: string, start: number, end: number, confidence?: number];

function labels(...seen: readonly Seen[]): Labels {
  return {
    version: 1,
    video: { width: 8, height: 8, frames: 100, duration: 10, frameRate: [10, 1], timeBase: [1, 10] },
    frameTimes: { first: 0, steps: [[1, 99]] },
    people: ["Lisa", "Rosé", "Mina"],
    tracks: seen.map(([name, start, end, confidence = 1], id): Track => ({
      ...{ id, name, known: name !== "unknown", confidence, start, end },
      ...{ firstFrame: 10 * start, lastFrame: 10 * end - 1, boxes: [] },
    })),
  };
}

describe("screen time", () => {
  it("counts once what is seen twice, with its share and what may be wrong of it", () => {
    const times = timesOf(
      labels(["Rosé", 0, 4, 0.5], ["Rosé", 2, 6, 0.75], ["Lisa", 0, 1], ["unknown", 0, 9]),
    );
    expect(times).toEqual([
      { name: "Rosé", seconds: 6, share: 0.6, unsure: 3 },
      { name: "Lisa", seconds: 1, share: 0.1, unsure: 0 },
    ]);
  });

  it("is never unsurer than long", () => {
    expect(timesOf(labels(["Lisa", 0, 4, 0], ["Lisa", 0, 4, 0]))[0]!.unsure).toBe(4);
  });
});

describe("who is seen with whom", () => {
  it("is each pair's time at once, the longest first, from the first scene on", () => {
    const pairs = pairsOf(
      labels(
        ["Lisa", 0, 4],
        ["Lisa", 6, 9],
        ["Rosé", 3, 7],
        ["Mina", 8, 10],
        ["unknown", 0, 10],
        ["Rosé", 9, 10],
      ),
    );
    expect(pairs.map(({ names, seconds }) => [...names, seconds])).toEqual([
      ["Lisa", "Rosé", 2],
      ["Lisa", "Mina", 1],
      ["Rosé", "Mina", 1],
    ]);
    expect(pairs[0]!.first).toBeCloseTo(3, 1);
    expect(pairs[0]!.first).toBeGreaterThan(3);
  });

  it("is nobody who only follows another", () => {
    expect(pairsOf(labels(["Lisa", 0, 2], ["Rosé", 2, 4]))).toEqual([]);
  });
});
