import { describe, expect, it } from "vitest";
import { edlOf } from "../src/exports/edl";
import { srtOf } from "../src/exports/srt";
import { nextScene, sceneBefore, startOf } from "../src/lanes/scenes";
import { commandOf } from "../src/player/keys";
import type { Labels } from "../src/player/labels";
import { patternOf, personColour } from "../src/ui/colours";

describe("SubRip", () => {
  it("has the cues of WebVTT, numbered, with a comma in times and names as they are", () => {
    const vtt =
      "WEBVTT\n\n00:00:00.000 --> 00:00:01.200\nLisa, Ros\u00e9\n\n01:02:03.004 --> 01:02:04.000\nA &amp; B &lt;3\n";
    expect(srtOf(vtt)).toBe(
      "1\n00:00:00,000 --> 00:00:01,200\nLisa, Ros\u00e9\n\n2\n01:02:03,004 --> 01:02:04,000\nA & B <3\n",
    );
    expect(srtOf("WEBVTT\n")).toBe("");
  });
});

describe("an edit decision list", () => {
  const labels = (rate: readonly [number, number], steps: Labels["frameTimes"]["steps"]): Labels => ({
    version: 1,
    video: { width: 8, height: 8, frames: 5_000, duration: 200, frameRate: rate, timeBase: [1, 1000] },
    frameTimes: { first: 0, steps },
    people: ["Lisa", "Ros\u00e9"],
    tracks: (
      [
        [100, 147, "Lisa"],
        [24, 47, "Lisa"],
        [50, 60, "Lisa"],
        [0, 500, "Ros\u00e9"],
      ] as const
    ).map(([firstFrame, lastFrame, name], id) => ({
      id,
      name,
      known: true,
      confidence: 1,
      firstFrame,
      lastFrame,
      start: 0,
      end: 0,
      boxes: [],
    })),
  });

  it("puts the scenes of one person one after another, frames counted by the rounded rate", () => {
    expect(edlOf(labels([24_000, 1_001], [[42, 4_999]]), "Lisa", "mv.mp4").split("\r\n")).toEqual([
      "TITLE: mv.mp4 - Lisa",
      "FCM: NON-DROP FRAME",
      "",
      "001  AX       V     C        00:00:01:00 00:00:02:13 00:00:00:00 00:00:01:13",
      "* FROM CLIP NAME: mv.mp4",
      "002  AX       V     C        00:00:04:04 00:00:06:04 00:00:01:13 00:00:03:13",
      "* FROM CLIP NAME: mv.mp4",
      "",
    ]);
  });

  it("goes by times where the frame rate varies", () => {
    // 50 frames of 40 ms, then of 80: frame 100 comes after 6 s.
    const text = edlOf(
      labels(
        [25, 1],
        [
          [40, 50],
          [80, 4_949],
        ],
      ),
      "Lisa",
      "mv.mp4",
    );
    expect(text).toContain("00:00:06:00 00:00:09:21");
  });
});

describe("scenes", () => {
  const lane = {
    spans: [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
      { start: 9, end: 11 },
    ],
  };

  it("lead on from one to the next, and from the last to the first", () => {
    const seen = [];
    let now = 1;
    for (let i = 0; i < 4; i++) {
      now = startOf(nextScene(lane, now)!);
      seen.push(Math.floor(now));
    }
    expect(seen).toEqual([5, 9, 0, 5]);
    expect(nextScene({ spans: [] }, 0)).toBeUndefined();
  });

  it("lead back to the start of the one that is seen, then to the one before", () => {
    expect(sceneBefore(lane, 10)!.start).toBe(9);
    expect(sceneBefore(lane, startOf(lane.spans[2]!))!.start).toBe(5);
    expect(sceneBefore(lane, 0)!.start).toBe(9);
    expect(sceneBefore({ spans: [] }, 0)).toBeUndefined();
  });

  it("have keys: digits for people, N for the one of last time, Shift for back", () => {
    const plain = { ctrlKey: false, metaKey: false, altKey: false };
    expect(commandOf({ ...plain, key: "3", code: "Digit3" })).toEqual({
      kind: "scene",
      lane: 2,
      back: false,
    });
    expect(commandOf({ ...plain, key: "#", code: "Digit3", shiftKey: true })).toEqual({
      kind: "scene",
      lane: 2,
      back: true,
    });
    expect(commandOf({ ...plain, key: "N", code: "KeyN", shiftKey: true })).toEqual({
      kind: "scene",
      back: true,
    });
    expect(commandOf({ ...plain, key: "3", code: "Digit3", ctrlKey: true })).toBeUndefined();
  });
});

describe("colours of people", () => {
  /** As somebody sees them who lacks a kind of cones: G. M. Machado, M. M. Oliveira, L. A. Fernandes 2009, severity 1. */
  const kinds = {
    protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
    deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
    tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
    all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  };

  /** CIE L*a*b*, D65. */
  function lab(colour: string, matrix: readonly number[]): readonly number[] {
    const rgb = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    const times = (m: readonly number[], v: readonly number[]) =>
      [0, 3, 6].map((row) => m[row]! * v[0]! + m[row + 1]! * v[1]! + m[row + 2]! * v[2]!);
    const seen = times(matrix, rgb).map((part) => Math.max(0, Math.min(1, part)));
    const [x, y, z] = times(
      [0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505],
      seen,
    ).map((part, i) => Math.cbrt(part / [0.9505, 1, 1.089][i]!));
    return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
  }

  it.each(Object.entries(kinds))("are told apart without seeing all of them: %s", (_, matrix) => {
    const seen = Array.from({ length: 7 }, (_, i) => lab(personColour(i), matrix));
    for (let a = 0; a < 7; a++) {
      for (let b = 0; b < a; b++) {
        // From 10 on, two colours are plainly different to whoever looks at both.
        expect(
          Math.hypot(...seen[a]!.map((part, i) => part - seen[b]![i]!)),
          `${a} and ${b}`,
        ).toBeGreaterThan(10);
      }
    }
  });

  it("beyond the first seven come with stripes or dots", () => {
    const people = Array.from({ length: 22 }, (_, i) => `p${i}`);
    expect([0, 6, 7, 13, 14, 20, 21].map((i) => patternOf(people, `p${i}`, true))).toEqual([
      "plain",
      "plain",
      "striped",
      "striped",
      "dotted",
      "dotted",
      "plain",
    ]);
    expect(patternOf(people, "unknown", false)).toBe("plain");
  });
});
