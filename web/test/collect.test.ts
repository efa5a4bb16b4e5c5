import { describe, expect, it } from "vitest";
import { unusedAddress } from "../src/collect/address";
import { chooseFaces, LEAST_HEIGHT, MOST_SPOTS, type Spot } from "../src/collect/choose";
import { cropOf, type Rect } from "../src/collect/crop";
import { fileName } from "../src/collect/file-name";
import { outcomeOf } from "../src/collect/outcome";
import { galleryOf } from "../src/collect/whose";
import { FaceSheet } from "../src/player/faces";
import type { Box, Labels, Track } from "../src/player/labels";

const frame = { width: 1000, height: 600 };
const inside = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;
const meet = (a: Rect, b: Rect) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe("what is cut out of a frame", () => {
  const face = { x: 450, y: 250, w: 80, h: 100 };

  it("has room around the face, on all sides alike", () => {
    expect(cropOf(face, [], frame)).toEqual({ x: 360, y: 170, w: 260, h: 260 });
  });

  it("ends where the picture does", () => {
    const crop = cropOf({ x: 0, y: 510, w: 80, h: 100 }, [], frame)!;
    expect(crop).toEqual({ x: 0, y: 430, w: 170, h: 170 });
  });

  it("leaves out a neighbour on any side, and keeps as much as it can", () => {
    for (const other of [
      { x: 580, y: 250, w: 80, h: 100 },
      { x: 320, y: 250, w: 80, h: 100 },
      { x: 450, y: 400, w: 80, h: 100 },
      { x: 450, y: 100, w: 80, h: 100 },
    ]) {
      const crop = cropOf(face, [other], frame)!;
      expect(meet(crop, other)).toBe(false);
      expect(inside(face, crop)).toBe(true);
      // One side was cut alone.
      expect(Math.max(crop.w, crop.h)).toBe(260);
    }
  });

  it("leaves out several neighbours", () => {
    const others = [
      { x: 300, y: 240, w: 80, h: 100 },
      { x: 590, y: 260, w: 80, h: 100 },
      { x: 400, y: 390, w: 80, h: 100 },
    ];
    const crop = cropOf(face, others, frame)!;
    expect(others.some((other) => meet(crop, other))).toBe(false);
    expect(inside(face, crop)).toBe(true);
  });

  it("is nothing where a neighbour is too near", () => {
    expect(cropOf(face, [{ x: 530, y: 250, w: 80, h: 100 }], frame)).toBeUndefined();
    expect(cropOf(face, [{ x: 480, y: 280, w: 80, h: 100 }], frame)).toBeUndefined();
  });
});

interface Seen {
  readonly from: number;
  readonly to: number;
  readonly size?: number;
  readonly at?: (frame: number) => readonly [x: number, y: number];
  readonly name?: string;
  readonly confidence?: number;
}

/** Ten frames a second; by default each track stands still in the middle. */
function sheet(seen: readonly Seen[], shots: Labels["shots"] = [[0, 399]]): FaceSheet {
  return new FaceSheet({
    version: 1,
    video: { ...frame, frames: 400, duration: 40, frameRate: [10, 1], timeBase: [1, 10] },
    frameTimes: { first: 0, steps: [[1, 399]] },
    people: ["Lisa"],
    ...(shots === undefined ? {} : { shots }),
    tracks: seen.map(({ from, to, size = 100, at = () => [450, 250], name, confidence = 1 }, id): Track => ({
      id,
      ...(name === undefined ? { name: "unknown", known: false, stranger: 1 } : { name, known: true }),
      confidence,
      firstFrame: from,
      lastFrame: to,
      start: from / 10,
      end: (to + 1) / 10,
      boxes: Array.from({ length: to - from + 1 }, (_, i): Box => [from + i, ...at(from + i), size, size]),
    })),
  });
}

const all = (of: FaceSheet) => of.labels.tracks.map(({ id }) => id);
const choose = (of: FaceSheet) => chooseFaces(of, all(of));

describe("faces for a gallery", () => {
  it("come from all shots rather than often from one, in the order of the video", () => {
    const shots = [0, 1, 2, 3, 4, 5].map((i): readonly [number, number] => [60 * i, 60 * i + 59]);
    const { spots } = choose(
      sheet(
        shots.map(([from, to]) => ({ from, to })),
        shots,
      ),
    );
    expect(spots).toHaveLength(MOST_SPOTS);
    expect(new Set(spots.map(({ track }) => track))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(spots.map((spot) => spot.frame)).toEqual(spots.map((spot) => spot.frame).sort((a, b) => a - b));
  });

  it("of one long shot are far from each other", () => {
    const { spots } = choose(sheet([{ from: 0, to: 399 }]));
    expect(spots).toHaveLength(MOST_SPOTS);
    const gaps = spots.slice(1).map((spot, i) => spot.frame - spots[i]!.frame);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
  });

  it("are large rather than small", () => {
    const { spots } = choose(
      sheet(
        Array.from({ length: 20 }, (_, i) => ({ from: 20 * i, to: 20 * i + 19, size: i % 2 ? 150 : 40 })),
        Array.from({ length: 20 }, (_, i): [number, number] => [20 * i, 20 * i + 19]),
      ),
    );
    expect(spots.every(({ height }) => height === 150)).toBe(true);
  });

  it("are not beside a cut", () => {
    const { spots } = choose(
      sheet(
        [{ from: 100, to: 110 }],
        [
          [0, 99],
          [100, 110],
          [111, 399],
        ],
      ),
    );
    expect(spots).toHaveLength(1);
    expect(spots[0]!.frame).toBeGreaterThanOrEqual(103);
    expect(spots[0]!.frame).toBeLessThanOrEqual(107);
    expect(choose(sheet([{ from: 100, to: 101 }], [[100, 101]]))).toEqual({
      spots: [],
      tooSmall: 0,
      unusable: 1,
    });
  });

  it("stand still where they can", () => {
    const at = (n: number): readonly [number, number] => [n < 106 ? 300 + 30 * (n - 100) : 480, 250];
    const { spots } = choose(sheet([{ from: 100, to: 109, at }], [[90, 119]]));
    expect(spots).toHaveLength(1);
    expect(spots[0]!.frame).toBeGreaterThanOrEqual(107);
  });

  it("are alone in what is cut out, or wait until they are", () => {
    const leaving = (n: number): readonly [number, number] => [n < 205 ? 540 : 800, 250];
    const both = sheet(
      [
        { from: 200, to: 209 },
        { from: 200, to: 209, at: leaving },
      ],
      [[190, 219]],
    );
    const { spots } = chooseFaces(both, [0]);
    expect(spots).toHaveLength(1);
    expect(spots[0]!.frame).toBeGreaterThanOrEqual(205);
    const near = sheet([
      { from: 0, to: 9 },
      { from: 0, to: 9, at: () => [520, 250] },
    ]);
    expect(chooseFaces(near, [0])).toEqual({ spots: [], tooSmall: 0, unusable: 1 });
  });

  it("are not smaller than a gallery takes, nor cut by the picture's edge", () => {
    const { spots, tooSmall, unusable } = choose(
      sheet([
        { from: 0, to: 9, size: LEAST_HEIGHT - 1 },
        { from: 20, to: 29, at: () => [-30, 250] },
        { from: 40, to: 49 },
      ]),
    );
    expect(spots.map(({ track }) => track)).toEqual([2]);
    expect([tooSmall, unusable]).toEqual([1, 1]);
  });

  it("are good where it is sure whose they are, and where they are not small", () => {
    const lisa = { name: "Lisa" };
    const video = sheet([
      { from: 0, to: 9, ...lisa },
      { from: 50, to: 59, ...lisa, confidence: 0.6 },
      { from: 100, to: 109, ...lisa, size: 50 },
      { from: 150, to: 159 },
    ]);
    const good = (spots: readonly Spot[]) => spots.filter((each) => each.good).map(({ track }) => track);
    expect(good(choose(video).spots)).toEqual([0, 3]);
    expect(good(chooseFaces(video, all(video), new Set([1])).spots)).toEqual([0, 1, 3]);
  });
});

describe("an address to cut faces out of", () => {
  it("is another than the player's, which the browser would refuse to a canvas", async () => {
    const answers = ["signed at 7", "signed at 7", "signed at 8"];
    const slept: number[] = [];
    const found = await unusedAddress(
      async () => answers.shift(),
      () => "signed at 7",
      async (ms) => void slept.push(ms),
    );
    expect(found).toBe("signed at 8");
    expect(slept).toEqual([1_000, 1_000]);
  });
});

describe("a picture's name", () => {
  it("is the same for the same face, and never too long for the API", () => {
    const spot = { frame: 120, track: 7 };
    expect(fileName("Pink Venom", spot)).toBe("Pink Venom 120-7.jpg");
    expect([...fileName("가".repeat(250), { frame: 345_600, track: 12_345 })].length).toBeLessThanOrEqual(
      255,
    );
  });
});

describe("what became of faces", () => {
  const states = (...all: string[]) => all.map((state) => ({ state }));

  it("is told with how many there are now", () => {
    expect(outcomeOf("Lisa", states("taken", "taken"), states("taken", "taken", "taken", "refused"))).toBe(
      "2 faces of Lisa added: 3 usable pictures now.",
    );
    expect(
      outcomeOf("Lisa", states("taken", "refused", "failed"), states("taken", "refused", "failed")),
    ).toBe(
      "1 face of Lisa added: 1 usable picture now. 1 was refused, for the reason beside it. 1 did not arrive: try again.",
    );
    expect(outcomeOf("Lisa", states("refused"), states("taken", "refused"))).toBe(
      "No face was added. 1 was refused, for the reason beside it.",
    );
  });
});

describe("the gallery of a video", () => {
  const twice = { id: "a", secret: "s", name: "TWICE" };
  const galleries = [twice, { ...twice, id: "b", name: "Mixed" }, { ...twice, id: "c", name: "Mixed" }];
  const memory = { galleries, gallery: (id: string) => galleries.find((each) => each.id === id) };

  it("is the one that was kept with it, as long as this browser has it", () => {
    expect(galleryOf(memory, { gallery: "c" }, "Mixed")?.id).toBe("c");
    expect(galleryOf(memory, { gallery: "deleted" }, "TWICE")).toBeUndefined();
  });

  it("of an older video is the only one of that name", () => {
    expect(galleryOf(memory, {}, "TWICE")).toBe(twice);
    expect(galleryOf(memory, {}, "Mixed")).toBeUndefined();
    expect(galleryOf(memory, {}, "ITZY")).toBeUndefined();
  });
});
