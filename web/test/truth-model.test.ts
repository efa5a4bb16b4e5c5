import { describe, expect, it } from "vitest";
import { History } from "../src/truth/history";
import {
  type Face,
  type Truth,
  boxAt,
  drawAgain,
  drawFace,
  drawn,
  faceOf,
  fellowsOf,
  limit,
  lookAt,
  moveEnd,
  nameFace,
  nameStranger,
  renamed,
  spotsOn,
  whoAt,
} from "../src/truth/model";
import { marked, reached } from "../src/truth/reach";
import { bestFrame, nextToLookAt, progressOf, shotStart } from "../src/truth/steps";

function face(id: number, who: string, from: number, to: number, x = 100): Face {
  const boxes = Array.from({ length: to - from + 1 }, (_, i) => [from + i, x + i, 50, 40, 40] as const);
  return { id, boxes, runs: [{ from, to, who }], looked: false };
}

const start: Truth = {
  base: "labels",
  faces: [face(0, "lisa", 0, 9), face(1, "rosé", 5, 14, 20), face(2, "unknown", 10, 19, 600)],
  newcomers: [],
};

describe("a name on some frames", () => {
  const runs = [{ from: 10, to: 19, who: "lisa" }];

  it("splits a run, and joins with neighbours of the same name", () => {
    const middle = renamed(runs, 13, 15, "rosé");
    expect(middle).toEqual([
      { from: 10, to: 12, who: "lisa" },
      { from: 13, to: 15, who: "rosé" },
      { from: 16, to: 19, who: "lisa" },
    ]);
    expect(renamed(middle, 16, 19, "rosé")).toEqual([
      { from: 10, to: 12, who: "lisa" },
      { from: 13, to: 19, who: "rosé" },
    ]);
    expect(renamed(middle, 0, 99, "lisa")).toEqual(runs);
  });

  it("leaves other frames and other faces alone, and tells that somebody looked", () => {
    const truth = nameFace(start, 1, { from: 7, to: 9 }, null);
    expect([5, 7, 9, 10].map((frame) => whoAt(faceOf(truth, 1)!, frame))).toEqual([
      "rosé",
      null,
      null,
      "rosé",
    ]);
    expect(truth.faces.map(({ looked }) => looked)).toEqual([false, true, false]);
    expect(truth.faces[0]).toBe(start.faces[0]);
  });

  it("reaches the whole track, from here on, up to here, or marked frames", () => {
    const [, rose] = start.faces as [Face, Face];
    expect(reached(rose, "whole", 7, {})).toEqual({ from: 5, to: 14 });
    expect(reached(rose, "onward", 7, {})).toEqual({ from: 7, to: 14 });
    expect(reached(rose, "upTo", 7, {})).toEqual({ from: 5, to: 7 });
    expect(reached(rose, "marked", 7, { from: 2, to: 6 })).toEqual({ from: 5, to: 6 });
    expect(reached(rose, "marked", 7, { from: 12 })).toEqual({ from: 12, to: 14 });
    expect(reached(rose, "marked", 7, { from: 15, to: 20 })).toBeUndefined();
  });

  it("is marked by two ends that never cross", () => {
    expect(marked(marked({}, "from", 4), "to", 9)).toEqual({ from: 4, to: 9 });
    expect(marked({ from: 4, to: 9 }, "to", 3)).toEqual({ to: 3 });
    expect(marked({ from: 4, to: 9 }, "from", 11)).toEqual({ from: 11 });
    expect(marked({ from: 4, to: 9 }, "from", 9)).toEqual({ from: 9, to: 9 });
  });
});

describe("a drawn face", () => {
  const once = drawFace(start, [10, 0, 0, 10, 20], "lisa");
  const twice = drawAgain(once, 3, [14, 4, 8, 12, 20]);

  it("is on its frame alone, with a number of its own", () => {
    expect(faceOf(once, 3)).toMatchObject({ boxes: [[10, 0, 0, 10, 20]], looked: true });
    expect(spotsOn(once, 10).map((spot) => spot.face.id)).toEqual([3, 1, 2]);
    expect(spotsOn(once, 11).map((spot) => spot.face.id)).toEqual([1, 2]);
  });

  it("moves on straight lines between the frames that it was drawn on", () => {
    expect(faceOf(twice, 3)!.boxes).toEqual([
      [10, 0, 0, 10, 20],
      [11, 1, 2, 10.5, 20],
      [12, 2, 4, 11, 20],
      [13, 3, 6, 11.5, 20],
      [14, 4, 8, 12, 20],
    ]);
    expect(faceOf(twice, 3)!.runs).toEqual([{ from: 10, to: 14, who: "lisa" }]);
  });

  it("is drawn anew on a frame that it was drawn on, and before all of them", () => {
    const anew = drawAgain(twice, 3, [14, 0, 0, 10, 20]);
    expect(boxAt(faceOf(anew, 3)!, 12)).toEqual([12, 0, 0, 10, 20]);
    const before = drawAgain(twice, 3, [8, 2, 0, 10, 20]);
    expect(boxAt(faceOf(before, 3)!, 9)).toEqual([9, 1, 0, 10, 20]);
  });

  it("stands still beyond its first and last box when its ends are moved out", () => {
    const longer = moveEnd(moveEnd(twice, 3, "from", 8), 3, "to", 16);
    const { boxes, runs } = faceOf(longer, 3)!;
    expect([boxes[0], boxes.at(-1)]).toEqual([
      [8, 0, 0, 10, 20],
      [16, 4, 8, 12, 20],
    ]);
    expect(runs).toEqual([{ from: 8, to: 16, who: "lisa" }]);
  });

  it("keeps its boxes when an end is moved in, its name too, and one end takes the other along", () => {
    const shorter = moveEnd(twice, 3, "from", 12);
    expect(faceOf(shorter, 3)!.boxes[0]).toEqual([12, 2, 4, 11, 20]);
    const named = nameFace(twice, 3, { from: 10, to: 11 }, "rosé");
    expect(faceOf(moveEnd(named, 3, "to", 11), 3)!.runs).toEqual([{ from: 10, to: 11, who: "rosé" }]);
    expect(faceOf(moveEnd(named, 3, "from", 18), 3)!.runs).toEqual([{ from: 18, to: 18, who: "lisa" }]);
  });

  it("is rounded to tenths of a pixel", () => {
    const boxes = drawn({
      keys: [
        [0, 0, 0, 10, 10],
        [3, 1, 0, 10, 10],
      ],
      from: 0,
      to: 3,
    });
    expect(boxes.map(([, x]) => x)).toEqual([0, 0.3, 0.7, 1]);
  });
});

describe("what is left to do", () => {
  it("is counted over the tracks and frames that the truth is about", () => {
    expect(progressOf(start)).toEqual({ looked: 0, all: 3, framesChecked: 0, framesWithFaces: 20 });
    const one = lookAt(start, 0, true);
    expect(progressOf(one)).toEqual({ looked: 1, all: 3, framesChecked: 5, framesWithFaces: 20 });
    expect(progressOf(limit(one, { from: 0, to: 6 }))).toEqual({
      looked: 1,
      all: 2,
      framesChecked: 5,
      framesWithFaces: 7,
    });
  });

  it("comes in the order of the video, from the start again after the end, until nothing is left", () => {
    const [zero, one, two] = start.faces as [Face, Face, Face];
    expect(nextToLookAt(start, 0, undefined)?.id).toBe(0);
    expect(nextToLookAt(start, 12, undefined)?.id).toBe(1);
    expect(nextToLookAt(start, 12, zero)?.id).toBe(1);
    expect(nextToLookAt(lookAt(start, 1, true), 0, zero)?.id).toBe(2);
    expect(nextToLookAt(start, 12, two)?.id).toBe(0);
    const done = [0, 1, 2].reduce((truth, id) => lookAt(truth, id, true), start);
    expect(nextToLookAt(done, 0, one)).toBeUndefined();
  });

  it("is shown where the face is seen best", () => {
    expect(bestFrame(start.faces[1]!, undefined)).toBe(10);
    expect(bestFrame(start.faces[1]!, { from: 0, to: 6 })).toBe(6);
  });

  it("goes from shot to shot", () => {
    const shots = [
      { from: 0, to: 9 },
      { from: 10, to: 30 },
      { from: 31, to: 40 },
    ];
    expect(shotStart(shots, 4, 1)).toBe(10);
    expect(shotStart(shots, 12, -1)).toBe(10);
    expect(shotStart(shots, 10, -1)).toBe(0);
    expect(shotStart(shots, 35, 1)).toBeUndefined();
    expect(shotStart(shots, 0, -1)).toBeUndefined();
  });
});

describe("history", () => {
  it("goes back and forth, and forgets what was undone when something new is done", () => {
    const history = new History("a");
    history.push("b");
    history.push("c");
    expect(history.undo() && history.now).toBe("b");
    expect(history.redo() && history.now).toBe("c");
    expect(history.redo()).toBe(false);
    history.undo();
    history.push("d");
    expect(history.canRedo).toBe(false);
    history.undo();
    history.undo();
    expect([history.now, history.undo()]).toEqual(["a", false]);
  });

  it("does not count what changes nothing", () => {
    const history = new History("a");
    history.push("a");
    expect(history.canUndo).toBe(false);
  });
});

describe("a stranger on many tracks", () => {
  const truth: Truth = {
    ...start,
    faces: [
      face(0, "lisa", 0, 9),
      { ...face(1, "unknown", 0, 9), stranger: 3 },
      { ...face(2, "unknown", 20, 29), stranger: 3 },
      { ...face(3, "unknown", 40, 49), stranger: 4 },
      { ...face(4, "jisoo", 60, 69), stranger: 3 },
    ],
  };
  const names = (of: Truth) => of.faces.map(({ runs }) => runs.map(({ who }) => who).join());

  it("is named at once, but for tracks that somebody named otherwise", () => {
    const named = nameStranger(truth, 2, "unknown", "rosé");
    expect(names(named)).toEqual(["lisa", "rosé", "rosé", "unknown", "jisoo"]);
    expect(named.faces.map(({ looked }) => looked)).toEqual([false, false, true, false, false]);
  });

  it("gets another name at once, too", () => {
    const again = nameStranger(nameStranger(truth, 2, "unknown", "rosé"), 1, "rosé", null);
    expect(names(again)).toEqual(["lisa", "", "", "unknown", "jisoo"]);
  });

  it("has no fellows where labels do not number strangers", () => {
    expect(fellowsOf(truth, 0, "lisa")).toEqual([]);
    expect(fellowsOf(truth, 3, "unknown").map(({ id }) => id)).toEqual([3]);
  });
});
