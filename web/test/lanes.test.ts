import { describe, expect, it } from "vitest";
import { buildLanes, union } from "../src/lanes/build";

const on = (name: string, start: number, end: number, known = true) => ({ name, known, start, end });

describe("lanes", () => {
  it("put whoever is on screen longest first, and the unknown last", () => {
    const lanes = buildLanes(
      ["jisoo", "lisa", "rosé"],
      [on("lisa", 0, 2), on("rosé", 5, 9), on("unknown", 0, 60, false)],
    );
    expect(lanes.map(({ name, seconds }) => [name, seconds])).toEqual([
      ["rosé", 4],
      ["lisa", 2],
      ["jisoo", 0],
      ["unknown", 60],
    ]);
  });

  it("keep the gallery's order where people are on screen equally long", () => {
    expect(buildLanes(["b", "a"], []).map(({ name }) => name)).toEqual(["b", "a"]);
  });

  it("have none for the unknown where there are none", () => {
    expect(buildLanes(["a"], [on("a", 0, 1)]).every(({ known }) => known)).toBe(true);
  });

  it("tell a person called unknown from the unknown", () => {
    const lanes = buildLanes(["unknown"], [on("unknown", 0, 1), on("unknown", 2, 5, false)]);
    expect(lanes.map(({ known, seconds }) => [known, seconds])).toEqual([
      [true, 1],
      [false, 3],
    ]);
  });

  it("count time once where two faces of one lane are on screen together", () => {
    const [lane] = buildLanes([], [on("unknown", 0, 4, false), on("unknown", 2, 6, false)]);
    expect(lane).toMatchObject({ seconds: 6, spans: [{ start: 0, end: 6 }] });
  });

  it("show short absences as none but do not count them", () => {
    const [lane] = buildLanes(["a"], [on("a", 4, 5), on("a", 0, 2), on("a", 2.2, 3)]);
    expect(lane!.spans).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 5 },
    ]);
    expect(lane!.seconds).toBeCloseTo(3.8);
  });

  it("join spans that touch", () => {
    expect(
      union(
        [
          { start: 1, end: 2 },
          { start: 0, end: 1 },
        ],
        0,
      ),
    ).toEqual([{ start: 0, end: 2 }]);
    expect(union([], 1)).toEqual([]);
  });
});
