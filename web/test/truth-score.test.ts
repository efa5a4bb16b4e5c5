import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Labels } from "../src/player/labels";
import { rowsFrom, rowsOf } from "../src/truth/csv";
import { facesFromLabels } from "../src/truth/base";
import { type Truth, limit, nameFace } from "../src/truth/model";
import { labelRows, percent, scoreOf } from "../src/truth/score";
import { scoreText } from "../src/truth/score-text";
import { progressOf } from "../src/truth/steps";

const TABLE = new URL(
  "../../functions/core/src/test/resources/io/github/idols/core/label/scores.txt",
  import.meta.url,
);
const VIDEO = { width: 1920, height: 1080, frames: 100 };

describe("the score is that of ./idols evaluate for", () => {
  const cases = readFileSync(TABLE, "utf8").split(/^== /m).slice(1);
  const rows = (csv: string) => (csv.trim().includes("\n") ? rowsFrom(csv, VIDEO) : []);
  for (const each of cases) {
    const [name, truth, labels, figures] = each.split(/^-- \w+\n/m) as [string, string, string, string];
    it(name.trim(), () => {
      const score = scoreOf(rows(truth), rows(labels));
      const { strangersNamed, ...others } = score;
      expect(
        [
          ...["labels", "faces", "precision"].map(
            (key) => `${key}: ${percent(others[key as keyof typeof others])}`,
          ),
          `strangers_named: ${percent(strangersNamed)}`,
          `found: ${percent(others.found)}`,
        ].join("\n"),
      ).toBe(figures.trim());
    });
  }
});

describe("the score of a truth", () => {
  const track = (id: number, name: string, x: number, from: number, to: number) => ({
    id,
    name,
    known: name !== "unknown",
    confidence: 0.9,
    firstFrame: from,
    lastFrame: to,
    start: 0,
    end: 1,
    boxes: Array.from({ length: to - from + 1 }, (_, i) => [from + i, x, 50, 40, 40] as const),
  });
  const labels: Labels = {
    version: 1,
    video: { width: 1920, height: 1080, frames: 20, duration: 1, frameRate: [24, 1], timeBase: [1, 24] },
    frameTimes: { first: 0, steps: [[1, 19]] },
    people: ["lisa", "rosé"],
    tracks: [track(0, "lisa", 100, 0, 9), track(1, "rosé", 300, 5, 14), track(2, "unknown", 600, 10, 19)],
  };
  const start: Truth = { base: "labels", faces: facesFromLabels(labels), newcomers: [] };
  const score = (truth: Truth) => scoreOf(rowsOf(truth), labelRows(labels, truth));

  it("is perfect as long as nobody has corrected anything", () => {
    expect(score(start)).toEqual({
      labels: { part: 20, all: 20 },
      faces: { part: 20, all: 20 },
      precision: { part: 20, all: 20 },
      strangersNamed: { part: 0, all: 10 },
      found: { part: 30, all: 30 },
    });
  });

  it("counts what was corrected", () => {
    const half = nameFace(start, 1, { from: 5, to: 9 }, "lisa");
    expect(score(half).faces).toEqual({ part: 15, all: 20 });
    const removed = nameFace(start, 1, { from: 5, to: 14 }, null);
    expect(score(removed).precision).toEqual({ part: 10, all: 20 });
    expect(score(nameFace(start, 0, { from: 0, to: 9 }, "unknown")).strangersNamed).toEqual({
      part: 10,
      all: 20,
    });
  });

  it("leaves out frames that the truth is not about, of labels too", () => {
    expect(score(limit(start, { from: 0, to: 4 })).precision).toEqual({ part: 5, all: 5 });
  });

  it("leaves out frames that a file of every n-th frame does not have", () => {
    expect(score({ ...start, every: 4 }).faces).toEqual({ part: 5, all: 5 });
  });

  it("is told with the frames, the hand's work and the date", () => {
    const truth = limit(nameFace(start, 0, { from: 0, to: 9 }, "rosé"), { from: 0, to: 9 });
    const date = new Date(2026, 2, 5);
    expect(scoreText("Pink Venom", score(truth), { from: 0, to: 9 }, 1, progressOf(truth), date)).toBe(
      "Score of the labels of Pink Venom\n" +
        "Frames 0 to 9 (10)\n" +
        "Checked by hand: 5 of 10 frames with faces, 2026-03-05\n" +
        "labels: 33.33\nfaces: 33.33\nprecision: 33.33\nstrangers_named: n/a\n",
    );
  });
});
