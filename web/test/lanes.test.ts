import { describe, expect, it } from "vitest";
import { buildLanes, union } from "../src/lanes/build";
import { nameOf } from "../src/player/named";

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

  const stranger = (number: number, start: number, end: number) => ({
    ...on("unknown", start, end, false),
    stranger: number,
  });

  it("give each stranger one, the longest on screen first, after the people", () => {
    const lanes = buildLanes(
      ["a"],
      [
        stranger(1, 0, 2),
        stranger(2, 0, 4),
        stranger(1, 5, 8),
        on("a", 0, 1),
        stranger(3, 9, 9.1),
        stranger(3, 10, 10.1),
      ],
    );
    expect(lanes.map((lane) => [nameOf(lane), lane.more])).toEqual([
      ["a", undefined],
      ["Unknown 1", undefined],
      ["Unknown 2", undefined],
      ["Unknown 3", undefined],
    ]);
    expect(lanes[1]!.seconds).toBe(5);
  });

  it("put strangers who are seen for a moment, and all but the first five, together", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => stranger(i + 1, i, i + 1 + i / 10));
    const lanes = buildLanes([], [...crowd, stranger(31, 50, 50.5)]);
    expect(lanes.map(({ stranger, more }) => stranger ?? `${more} more`)).toEqual([
      30,
      29,
      28,
      27,
      26,
      "26 more",
    ]);
    expect(buildLanes([], [stranger(1, 0, 5), stranger(2, 0, 0.5), stranger(3, 1, 1.5)])[1]).toMatchObject({
      more: 2,
      seconds: 1,
    });
  });

  it("call a single stranger by her number, however short she is seen", () => {
    const lanes = buildLanes([], [stranger(1, 0, 5), stranger(2, 0, 0.5)]);
    expect(lanes.map(nameOf)).toEqual(["Unknown 1", "Unknown 2"]);
    expect(buildLanes([], [stranger(1, 0, 0.1), stranger(2, 0, 0.1)]).map(nameOf)).toEqual(["unknown"]);
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
