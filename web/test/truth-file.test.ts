import { describe, expect, it } from "vitest";
import type { Labels } from "../src/player/labels";
import { everyOf, facesFromLabels, facesFromRows, fingerprint } from "../src/truth/base";
import { csvOf, rowsFrom, rowsOf } from "../src/truth/csv";
import { Keeper } from "../src/truth/keeper";
import { truthCommandOf } from "../src/truth/keys";
import { type Truth, drawFace, limit, lookAt, nameFace, welcome } from "../src/truth/model";

const VIDEO = { width: 1920, height: 1080, frames: 100 };
const labels: Labels = {
  version: 1,
  video: { ...VIDEO, duration: 4, frameRate: [24, 1], timeBase: [1, 24] },
  frameTimes: { first: 0, steps: [[1, 99]] },
  people: ["lisa", "rosé"],
  shots: [
    [0, 49],
    [50, 99],
  ],
  tracks: [
    ["lisa", 100, 0],
    ["rosé", 20.5, 1],
    ["unknown", 600, 2],
  ].map(([name, x, from], id) => ({
    id,
    name: name as string,
    known: name !== "unknown",
    confidence: 0.9,
    firstFrame: from as number,
    lastFrame: (from as number) + 1,
    start: 0,
    end: 1,
    boxes: [0, 1].map((i) => [(from as number) + i, (x as number) + i, 50, 40, 44.4] as const),
  })),
};
const start: Truth = { base: "labels", faces: facesFromLabels(labels), newcomers: [] };

describe("truth.csv", () => {
  it("has a row for every face and frame, by frame and from left to right", () => {
    expect(csvOf(rowsOf(start))).toBe(
      "frame,x,y,w,h,name\n" +
        "0,100.0,50.0,40.0,44.4,lisa\n" +
        "1,20.5,50.0,40.0,44.4,rosé\n" +
        "1,101.0,50.0,40.0,44.4,lisa\n" +
        "2,21.5,50.0,40.0,44.4,rosé\n" +
        "2,600.0,50.0,40.0,44.4,unknown\n" +
        "3,601.0,50.0,40.0,44.4,unknown\n",
    );
  });

  it("has neither what is no face, nor frames that the truth is not about", () => {
    const truth = limit(nameFace(start, 1, { from: 1, to: 2 }, null), { from: 1, to: 2 });
    expect(rowsOf(truth).map(({ frame, name }) => [frame, name])).toEqual([
      [1, "lisa"],
      [2, "unknown"],
    ]);
  });

  it("is read as it was written, whatever the names", () => {
    const names = ['Lisa, "the dancer"', "지수", "two\nlines", "plain"];
    const rows = names.map((name, i) => ({ frame: i, x: -3.2, y: 0, w: 10, h: 12.5, name }));
    expect(rowsFrom(csvOf(rows), VIDEO)).toEqual(rows);
  });

  it("may have its columns in any order and among others, and no name for a stranger", () => {
    expect(
      rowsFrom("\uFEFFname,h,w,y,x,frame,note\r\nlisa,4,3,2,1,7,hi\r\n\r\n,4,3,2,1e0, 8 ,\r", VIDEO),
    ).toEqual([
      { frame: 7, x: 1, y: 2, w: 3, h: 4, name: "lisa" },
      { frame: 8, x: 1, y: 2, w: 3, h: 4, name: "unknown" },
    ]);
  });

  it.each([
    ["", "This file is empty. Its first line must be frame,x,y,w,h,name."],
    ["frame,x,y,w,h\n1,2,3,4,5\n", "The first line has no column “name”. It must be frame,x,y,w,h,name."],
    ["frame,x,y,w,h,name\n", "This file has no faces, only its first line."],
    ["frame,x,y,w,h,name\n1,2,3,4\n", "Line 2 has no h. Is the file whole?"],
    ["frame,x,y,w,h,name\n1,2,3,4,five,a\n", "Line 2: h is “five”, it must be a number."],
    ["frame,x,y,w,h,name\n1.5,2,3,4,5,a\n", "Line 2: frame is “1.5”, it must be a whole number from 0."],
    ["frame,x,y,w,h,name\n1,2,3,0,5,a\n", "Line 2: the box has no size, w and h must be over 0."],
    [
      'frame,x,y,w,h,name\n1,2,3,4,5,"a\nb"\n100,2,3,4,5,a\n',
      "Line 4 is about frame 100, but this video ends with frame 99. Is it another video's truth?",
    ],
    [
      "frame,x,y,w,h,name\n1,1920,3,4,5,a\n",
      "Line 2: the box lies outside of the picture of 1920×1080 pixels. Is it another video's truth?",
    ],
  ])("is refused with one sentence: %j", (text, sentence) => {
    expect(() => rowsFrom(text, VIDEO)).toThrow(sentence);
  });
});

describe("faces of an opened file", () => {
  const row = (frame: number, x: number, name: string) => ({ frame, x, y: 0, w: 40, h: 40, name });

  it("are followed by their places, not by their names", () => {
    const faces = facesFromRows(
      [row(0, 0, "lisa"), row(0, 100, "rosé"), row(1, 104, "rosé"), row(1, 4, "rosé"), row(2, 8, "lisa")],
      [],
    );
    expect(faces.map(({ boxes, runs }) => [boxes.map(([frame, x]) => [frame, x]), runs])).toEqual([
      [
        [
          [0, 0],
          [1, 4],
          [2, 8],
        ],
        [
          { from: 0, to: 0, who: "lisa" },
          { from: 1, to: 1, who: "rosé" },
          { from: 2, to: 2, who: "lisa" },
        ],
      ],
      [
        [
          [0, 100],
          [1, 104],
        ],
        [{ from: 0, to: 1, who: "rosé" }],
      ],
    ]);
  });

  it("end at a cut, and where they are not on the next frame", () => {
    const still = [0, 1, 2, 4].map((frame) => row(frame, 0, "lisa"));
    const shots = [
      { from: 0, to: 0 },
      { from: 1, to: 9 },
    ];
    expect(facesFromRows(still, shots).map(({ boxes }) => boxes.length)).toEqual([1, 2, 1]);
  });

  it("are followed in steps when the file has every n-th frame", () => {
    const rows = [0, 12, 24].map((frame) => row(frame, 0, "lisa"));
    expect(facesFromRows(rows, [])).toMatchObject([{ runs: [{ from: 0, to: 24, who: "lisa" }] }]);
    expect(everyOf(rows)).toBe(12);
    expect(everyOf([row(3, 0, "lisa"), row(4, 0, "lisa")])).toBe(1);
    expect(everyOf([row(7, 0, "lisa")])).toBe(1);
  });
});

describe("what a browser keeps", () => {
  function memory() {
    const texts = new Map<string, string>();
    return {
      texts,
      keepNow: (name: string, text: string) => (texts.set(name, text), true),
      keep: async (name: string, text: string) => (texts.set(name, text), true),
      read: async (name: string) => texts.get(name) ?? null,
      readNow: (name: string) => texts.get(name) ?? null,
      forget: async (name: string) => void texts.delete(name),
    };
  }

  it("is all that was done by hand, over a reload", async () => {
    const store = memory();
    const keeper = new Keeper(labels, store);
    const { truth } = await keeper.load();
    expect(truth).toEqual(start);
    const named = nameFace(lookAt(welcome(truth, "jisoo"), 2, true), 0, { from: 1, to: 1 }, "jisoo");
    const edited = limit(drawFace(named, [3, 1, 2, 3, 4], "lisa"), { from: 0, to: 50 });
    expect(keeper.keep(edited)).toBe(true);
    expect(await new Keeper(labels, store).load()).toEqual({ truth: edited });
  });

  it("is an opened file too, until another one is in its place", async () => {
    const store = memory();
    const keeper = new Keeper(labels, store, () => 1);
    const text = csvOf(rowsOf(start));
    for (const base of ["file 0", keeper.newBase()]) {
      const faces = facesFromRows(rowsFrom(text, VIDEO), []);
      await keeper.adopt(base, faces, text);
      keeper.keep(nameFace({ base, faces, newcomers: [] }, 0, { from: 0, to: 0 }, "rosé"));
    }
    expect(store.texts.has("file 0")).toBe(true);
    const { truth } = await new Keeper(labels, store).load();
    expect([truth.base, truth.faces.length]).toEqual(["file 1", 3]);
    expect(truth.faces[0]!.runs[0]).toEqual({ from: 0, to: 0, who: "rosé" });
    expect(store.texts.has("file 0")).toBe(false);
  });

  it("does not go onto other labels, and is not thrown away", async () => {
    const store = memory();
    new Keeper(labels, store).keep(lookAt(start, 0, true));
    const before = store.readNow("edits");
    const others = { ...labels, tracks: labels.tracks.slice(1) };
    expect(fingerprint(others)).not.toBe(fingerprint(labels));
    const { truth, problem } = await new Keeper(others, store).load();
    expect(truth.faces.every(({ looked }) => !looked)).toBe(true);
    expect(problem).toContain("labels of this video have changed");
    expect(store.readNow("edits of earlier labels")).toBe(before);
  });

  it("is passed over when it cannot be read", async () => {
    const store = memory();
    store.keepNow("edits", "{");
    expect(await new Keeper(labels, store).load()).toEqual({ truth: start });
  });
});

describe("keys", () => {
  const key = (name: string, more = {}) =>
    truthCommandOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

  it("name, pick, mark, step, undo", () => {
    expect(key("3")).toEqual({ kind: "who", place: 2 });
    expect(key("0")).toEqual({ kind: "stranger" });
    expect(key("[", { altKey: true })).toEqual({ kind: "mark", end: "from" });
    expect(key(">", { shiftKey: true })).toEqual({ kind: "shot", by: 1 });
    expect(key(",")).toEqual({ kind: "frame", by: -1 });
    expect(key("Z", { metaKey: true, shiftKey: true })).toEqual({ kind: "redo" });
    expect(key("z", { ctrlKey: true })).toEqual({ kind: "undo" });
  });

  it("leave the player its own, and the browser what it wants with a modifier", () => {
    for (const each of [" ", "k", "ArrowLeft", "ArrowRight", "l", "m", "f"]) {
      expect(key(each)).toBeUndefined();
    }
    expect(key("c", { ctrlKey: true })).toBeUndefined();
    expect(key("1", { altKey: true })).toBeUndefined();
  });
});
