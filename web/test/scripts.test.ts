import { describe, expect, it } from "vitest";
import { srtOf } from "../src/exports/srt";
import { vttWith } from "../src/exports/vtt";
import { LabelSource } from "../src/job/label-source";
import type { Labels } from "../src/player/labels";
import { inScript, namesIn, scriptsOf } from "../src/player/scripts";

const track = (id: number, name: string, known = true) => ({
  id,
  name,
  known,
  confidence: 0.9,
  firstFrame: 0,
  lastFrame: 0,
  start: 0,
  end: 1,
  boxes: [[0, 10 * id, 0, 5, 5]] as const,
});

const labels: Labels = {
  version: 1,
  video: { width: 99, height: 99, frames: 1, duration: 1, frameRate: [1, 1], timeBase: [1, 1] },
  frameTimes: { first: 0, steps: [] },
  people: ["Jisoo", "Kim, J & co", "Lisa", "Rosé"],
  names: [
    { name: "Jisoo", korean: "지수" },
    { name: "Kim, J & co", korean: "지수", english: "Kim" },
    { name: "Lisa", korean: "리사", romanised: "Risa" },
  ],
  tracks: [track(0, "Lisa"), track(1, "Rosé"), track(2, "unknown", false)],
};
const { names: _, ...older } = labels;

describe("names in other scripts", () => {
  it("are offered where somebody has one", () => {
    expect(scriptsOf(labels)).toEqual(["korean", "romanised", "english"]);
    expect(scriptsOf({ people: ["Lisa"], names: [{ name: "Lisa", english: "Lalisa" }] })).toEqual([
      "english",
    ]);
    expect(scriptsOf(older)).toEqual([]);
  });

  it("keep people apart: who has none keeps the label, two of one name get it behind", () => {
    expect([...namesIn(labels, "korean")]).toEqual([
      ["Jisoo", "지수 (Jisoo)"],
      ["Kim, J & co", "지수 (Kim, J & co)"],
      ["Lisa", "리사"],
      ["Rosé", "Rosé"],
    ]);
    expect([...namesIn(labels, "name").entries()].every(([name, shown]) => name === shown)).toBe(true);
  });

  it("are written all through the labels, people in their order", () => {
    const shown = inScript(labels, "korean");
    expect(shown.people).toEqual(["지수 (Jisoo)", "지수 (Kim, J & co)", "리사", "Rosé"]);
    expect(shown.tracks.map(({ name }) => name)).toEqual(["리사", "Rosé", "unknown"]);
    expect(inScript(labels, "name")).toBe(labels);
    expect(inScript(older, "korean")).toBe(older);
  });

  it("stand in subtitles, whatever commas and signs names have", () => {
    const vtt =
      "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nKim, J &amp; co, Lisa\n\n00:00:01.000 --> 00:00:02.000\nRosé\n\n00:00:02.000 --> 00:00:03.000\nSomebody\n";
    const names = namesIn(labels, "romanised");
    expect(vttWith(vtt, names)).toBe(vtt.replace("Lisa", "Risa"));
    expect(vttWith(vtt, namesIn(labels, "english"))).toBe(vtt.replace("Kim, J &amp; co", "Kim"));
    expect(srtOf(vttWith(vtt, namesIn(labels, "korean")))).toContain("\n지수 (Kim, J & co), 리사\n");
    expect(vttWith(vtt, namesIn(labels, "name"))).toBe(vtt);
  });

  it("are shown from the moment they are chosen, and corrections still name the labels' people", async () => {
    let told = 0;
    const source = new LabelSource(
      new AbortController().signal,
      () => told++,
      async () => labels,
    );
    source.show("korean");
    expect(told).toBe(0);
    source.take({ state: "done", links: { labels: "x" } } as Parameters<LabelSource["take"]>[0]);
    await new Promise((done) => setTimeout(done));
    expect(told).toBe(1);
    expect(source.people[2]).toBe("리사");
    expect(source.at(0)!.faces[0]!.track.name).toBe("리사");
    expect(source.asWritten).toBe(labels);
    expect(source.nameOf("리사")).toBe("Lisa");
    expect(source.nameOf("Somebody")).toBe("Somebody");

    source.show("name");
    expect(told).toBe(2);
    expect(source.people).toEqual(labels.people);
    expect(source.at(0)!.faces[0]!.track.name).toBe("Lisa");
  });
});
