import { describe, expect, it } from "vitest";
import { compare } from "../src/beside/compare";
import { namesOf } from "../src/beside/names";
import { EitherShown, NoOtherLabels, otherLabels } from "../src/beside/other-labels";
import type { Video } from "../src/api/types";
import { FaceSheet } from "../src/player/faces";
import type { Labels, Track } from "../src/player/labels";

/** A second for each track, one after the other, on as many frames as its place; a number is a stranger's. */
function labels(...names: readonly (string | number)[]): Labels {
  return {
    version: 1,
    video: { width: 8, height: 8, frames: 100, duration: 10, frameRate: [10, 1], timeBase: [1, 10] },
    frameTimes: { first: 0, steps: [[1, 99]] },
    people: ["Lisa", "Rosé"],
    tracks: names.map((name, id): Track => ({
      id,
      ...(typeof name === "string"
        ? { name, known: true }
        : { name: "unknown", known: false, stranger: name }),
      confidence: 1,
      firstFrame: 10 * id,
      lastFrame: 10 * id + id,
      start: id,
      end: id + 1,
      boxes: Array.from({ length: id + 1 }, (_, i) => [10 * id + i, 1, 1, 2, 2] as const),
    })),
  };
}

describe("two recognisers", () => {
  it("are compared track by track, by faces and by seconds", () => {
    const seen = compare(labels("Lisa", "Lisa", "Rosé", 1), labels("Lisa", 1, "Lisa", 2));
    expect(seen).toMatchObject({ tracks: 4, agree: 2 });
    // Faces on 1 + 2 + 3 + 4 frames, of which 2 and 3 are named in two ways.
    expect(seen.share).toBeCloseTo(0.5);
    expect(
      seen.differences.map(({ track, start, one, other }) => [track, start, one.name, other.name]),
    ).toEqual([
      [1, 1, "Lisa", "unknown"],
      [2, 2, "Rosé", "Lisa"],
    ]);
    expect(seen.times).toEqual([
      { name: "Lisa", one: 2, other: 2 },
      { name: "Rosé", one: 1, other: 0 },
    ]);
  });

  it("agree on whom neither knows, whatever the numbers, and on nothing at all", () => {
    expect(compare(labels(1, 2), labels(2, 1))).toMatchObject({
      agree: 2,
      share: 1,
      differences: [],
      times: [],
    });
    expect(compare(labels(), labels())).toMatchObject({ tracks: 0, share: 1 });
  });

  it("cannot be compared on other tracks", () => {
    expect(() => compare(labels("Lisa", 1), labels("Lisa"))).toThrow();
    expect(() => compare(labels("Lisa"), labels("Lisa", 1))).toThrow();
  });

  it("are called as where they were chosen", () => {
    expect(namesOf({ recognisers: { used: "nearest", beside: "classifier" } })).toEqual([
      "Closest picture",
      "Trained classifier",
    ]);
  });

  it("are drawn by turns", () => {
    const used = new FaceSheet(labels("Lisa"));
    const either = new EitherShown({
      isFinal: true,
      people: ["Lisa", "Rosé"],
      times: used.times,
      at: (seconds) => used.at(seconds),
    });
    const first = () => either.at(0)!.faces[0]!.track.name;
    expect(first()).toBe("Lisa");
    either.show(labels("Rosé"));
    expect(first()).toBe("Rosé");
    either.show(undefined);
    expect(first()).toBe("Lisa");
  });
});

describe("the other names", () => {
  const video = (beside?: string) => ({ links: beside === undefined ? {} : { beside } }) as Video;

  it("are not there before the video is named, nor of videos named long ago", async () => {
    const { signal } = new AbortController();
    const before = globalThis.fetch;
    expect(await otherLabels(video(), signal)).toBeUndefined();
    try {
      for (const status of [403, 404]) {
        globalThis.fetch = async () => new Response("", { status });
        await expect(otherLabels(video("http://x/"), signal)).rejects.toBeInstanceOf(NoOtherLabels);
      }
      globalThis.fetch = async () => new Response("", { status: 500 });
      await expect(otherLabels(video("http://x/"), signal)).rejects.toThrow("500");
      globalThis.fetch = async () => new Response(JSON.stringify(labels("Lisa")));
      expect((await otherLabels(video("http://x/"), signal))!.tracks).toHaveLength(1);
    } finally {
      globalThis.fetch = before;
    }
  });
});
