import { describe, expect, it } from "vitest";
import type { Video } from "../src/api/types";
import { Corrector } from "../src/correct/corrector";
import { changesBetween, pickAll, pickTrack } from "../src/correct/picks";
import { LabelSource } from "../src/job/label-source";
import type { Labels, Track } from "../src/player/labels";

/** Tracks by their names; a number is a stranger's. */
function labels(...names: readonly (string | number)[]): Labels {
  return {
    version: 1,
    video: { width: 8, height: 8, frames: 10, duration: 1, frameRate: [10, 1], timeBase: [1, 10] },
    frameTimes: { first: 0, steps: [[1, 9]] },
    people: ["Lisa", "Rosé"],
    tracks: names.map((name, id): Track => ({
      id,
      ...(typeof name === "string" ? { name, known: true } : { name: "unknown", known: false }),
      ...(typeof name === "number" && name > 0 ? { stranger: name } : {}),
      confidence: 1,
      firstFrame: 0,
      lastFrame: 0,
      start: 0,
      end: 0.1,
      boxes: [[0, 1, 1, 2, 2]],
    })),
  };
}

describe("faces to be named", () => {
  const video = labels("Lisa", 2, "Lisa", 2, 1, 0);

  it("are one appearance of somebody, or all of them", () => {
    expect(pickTrack(video, video.tracks[1]!)).toMatchObject({
      called: "Unknown 2",
      tracks: [1],
      ofAll: 2,
    });
    expect(pickAll(video, { name: "unknown", known: false, stranger: 2 })!.tracks).toEqual([1, 3]);
    expect(pickAll(video, { name: "Lisa", known: true })!.tracks).toEqual([0, 2]);
  });

  it("are not several strangers at once, nor somebody who is not there", () => {
    expect(pickAll(video, { name: "unknown", known: false })).toBeUndefined();
    expect(pickAll(video, { name: "Rosé", known: true })).toBeUndefined();
    expect(pickTrack(video, video.tracks[5]!)).toMatchObject({ tracks: [5], ofAll: 1 });
  });
});

describe("what a correction changed", () => {
  it("is told by names, and not by strangers' numbers that move up", () => {
    const before = labels("Lisa", 1, 1, 2, "Rosé");
    const after = labels("Lisa", "Jennie", "Jennie", 1, 2);
    expect(changesBetween(before, after)).toEqual([
      { from: "Unknown 1", to: "Jennie", tracks: 2 },
      { from: "Rosé", to: "unknown", tracks: 1 },
    ]);
    expect(changesBetween(before, before)).toEqual([]);
  });
});

describe("a corrector", () => {
  const video = (version: number, named: number, drawn = 0, count = 1): Video => ({
    share: "s".repeat(22),
    title: "mv.mp4",
    state: "done",
    created: "2026-11-26T00:00:00Z",
    corrections: { count, version, named, drawn },
  });

  function begin(answer = 1) {
    let now = labels(1, "Rosé");
    const said: unknown[][] = [];
    let looks = 0;
    const corrector = new Corrector(
      {
        say: async (...what) => (said.push(what), answer),
        undo: async () => answer,
        draw: async () => undefined,
      },
      () => now,
      () => looks++,
      () => undefined,
    );
    return { corrector, said, looks: () => looks, load: (next: Labels) => (now = next) };
  }

  it("works until labels of that version are there, then tells what changed", async () => {
    const { corrector, said, looks, load } = begin();
    expect(corrector.shown).toEqual({ working: false, canUndo: false, older: false });
    await corrector.is(pickAll(labels(1), { name: "unknown", known: false, stranger: 1 })!, "Lisa");
    expect(said).toEqual([[[0], "Lisa", true]]);
    expect(looks()).toBe(1);
    expect(corrector.shown.working).toBe(true);

    corrector.take(video(1, 0));
    corrector.loaded(0);
    expect(corrector.shown.working).toBe(true);

    corrector.take(video(1, 1));
    expect(corrector.shown).toMatchObject({ working: true, older: true, canUndo: false });
    load(labels("Lisa", "Rosé"));
    corrector.loaded(1);
    expect(corrector.shown).toEqual({
      working: false,
      changes: [{ from: "Unknown 1", to: "Lisa", tracks: 1 }],
      canUndo: true,
      older: true,
    });
  });

  it("says of whom somebody is not", async () => {
    const { corrector, said } = begin();
    await corrector.isNot(pickAll(labels("Rosé"), { name: "Rosé", known: true })!);
    expect(said).toEqual([[[0], "Rosé", false]]);
  });

  it("is not stuck when labels come before the answer, or when nobody answers", async () => {
    const { corrector, load } = begin();
    const saying = corrector.undo();
    load(labels("Lisa", "Rosé"));
    corrector.loaded(1);
    await saying;
    corrector.take(video(1, 1));
    expect(corrector.shown.working).toBe(false);

    const failing = new Corrector(
      {
        say: async () => 1,
        undo: () => Promise.reject(new Error("no")),
        draw: async () => undefined,
      },
      () => undefined,
      () => undefined,
      () => undefined,
    );
    await expect(failing.undo()).rejects.toThrow("no");
    expect(failing.shown.working).toBe(false);
  });

  it("offers to draw again only what is older", () => {
    const { corrector } = begin();
    corrector.take(video(2, 2, 2));
    expect(corrector.shown.older).toBe(false);
    corrector.take({ ...video(3, 3, 2, 0), state: "rendering" });
    expect(corrector.shown).toMatchObject({ older: false, canUndo: false });
  });
});

describe("labels", () => {
  it("are loaded once for each version of the corrections", async () => {
    const urls: string[] = [];
    const source = new LabelSource(
      new AbortController().signal,
      () => undefined,
      async (url) => (urls.push(url), labels("Lisa")),
    );
    const done = (named: number): Video => ({
      share: "s".repeat(22),
      title: "mv.mp4",
      state: "done",
      created: "2026-11-26T00:00:00Z",
      links: { labels: `l${named}` },
      ...(named > 0 && { corrections: { count: 1, version: named, named, drawn: 0 } }),
    });
    for (const named of [0, 0, 1, 1, 2]) {
      source.take(done(named));
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(urls).toEqual(["l0", "l1", "l2"]);
    expect(source.version).toBe(2);
  });
});
