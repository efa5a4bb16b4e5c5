import { describe, expect, it } from "vitest";
import { ChunkSheets, FaceSheet } from "../src/player/faces";
import { faceAt } from "../src/player/face-picks";
import { contain, place, tagPosition } from "../src/player/fit";
import { FrameTimes } from "../src/player/frames";
import { commandOf } from "../src/player/keys";
import type { Labels, RunLengthTimes, Track } from "../src/player/labels";
import { chipsOf, nameOf } from "../src/player/named";

const BASE = [1, 12288] as const;

function labels(
  times: RunLengthTimes,
  tracks: Partial<Track>[],
  timeBase: readonly [number, number] = BASE,
): Labels {
  const frames = times.steps.reduce((sum, [, count]) => sum + count, 1);
  return {
    version: 1,
    video: { width: 1920, height: 1080, frames, duration: 1, frameRate: [24, 1], timeBase },
    frameTimes: times,
    people: ["lisa", "rosé"],
    tracks: tracks.map((track, id) => ({
      id,
      name: "lisa",
      known: true,
      confidence: 0.9,
      firstFrame: 0,
      lastFrame: 0,
      start: 0,
      end: 1,
      boxes: [],
      ...track,
    })),
  };
}

describe("frame times", () => {
  const constant = new FrameTimes({ first: 0, steps: [[512, 1079]] }, BASE);

  it("finds every frame of a constant rate by its own time, as rounded by a browser", () => {
    expect(constant.count).toBe(1080);
    for (let frame = 0; frame < 1080; frame++) {
      const microseconds = Math.floor((frame * 512 * 1e6) / 12288) / 1e6;
      expect(constant.at(microseconds)).toBe(frame);
    }
  });

  it("holds a frame until the next one appears", () => {
    expect(constant.at(3 / 24 - 0.001)).toBe(2);
    expect(constant.at(3 / 24)).toBe(3);
  });

  it("finds every frame of a variable rate", () => {
    const variable = new FrameTimes(
      {
        first: 1001,
        steps: [
          [1, 1],
          [3003, 2],
          [500, 3],
          [1, 1],
        ],
      },
      [1, 90000],
    );
    const ticks = [1001, 1002, 4005, 7008, 7508, 8008, 8508, 8509];
    expect(ticks.map((tick) => variable.at(tick / 90000))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(variable.at(4004 / 90000)).toBe(1);
  });

  it("shows the first frame before it is due and the last one ever after", () => {
    const late = new FrameTimes({ first: 1000, steps: [[100, 4]] }, [1, 1000]);
    expect(late.at(0)).toBe(0);
    expect(late.at(99)).toBe(4);
    expect(late.at(Number.NaN)).toBe(0);
  });

  it("reads a video of one frame", () => {
    expect(new FrameTimes({ first: 0, steps: [] }, BASE).at(5)).toBe(0);
  });

  it("seeks inside a frame, so that no neighbour is shown", () => {
    for (const frame of [0, 1, 17, 1078, 1079]) expect(constant.at(constant.inside(frame))).toBe(frame);
  });
});

describe("faces on a frame", () => {
  const sheet = new FaceSheet(
    labels({ first: 0, steps: [[512, 9]] }, [
      {
        boxes: [
          [2, 10, 20, 30, 40],
          [3, 11, 21, 31, 41],
        ],
      },
      { name: "rosé", boxes: [[3, 500, 20, 30, 40]] },
    ]),
  );

  it("are those with a box on just that frame", () => {
    expect(sheet.at(1 / 24).faces).toEqual([]);
    expect(sheet.at(2 / 24).faces).toMatchObject([{ x: 10, y: 20, w: 30, h: 40 }]);
    expect(sheet.at(3 / 24).faces.map(({ track }) => track.name)).toEqual(["lisa", "rosé"]);
    expect(sheet.at(4 / 24)).toEqual({ frame: 4, faces: [] });
  });

  it("come from the chunk that a time lies in, and from nowhere where nobody has looked", () => {
    const chunks = new ChunkSheets();
    const second = labels({ first: 10 * 512, steps: [[512, 9]] }, [{ boxes: [[0, 1, 2, 3, 4]] }]);
    chunks.add(1, new FaceSheet(second));
    expect(chunks.at(5 / 24)).toBeUndefined();
    expect(chunks.at(10 / 24)?.faces).toMatchObject([{ x: 1 }]);
    expect(chunks.at(11 / 24)).toEqual({ frame: 1, faces: [] });
    expect(chunks.at(20 / 24 - 0.001)).toEqual({ frame: 9, faces: [] });
    expect(chunks.at(20 / 24)).toBeUndefined();
  });
});

describe("where things are drawn", () => {
  it("finds the face that is clicked, the smaller one of two, in a picture with bars beside it", () => {
    const face = (name: string, x: number, w: number) => ({
      track: { name, known: true },
      x,
      y: 10,
      w,
      h: w,
    });
    const faces = [face("large", 10, 60), face("small", 30, 20)];
    // 100 x 100 in 200 x 100: 50 to the left and right are bars.
    const at = (x: number, y: number) =>
      faceAt(faces, { x, y }, { width: 100, height: 100 }, { width: 200, height: 100 })?.track.name;
    expect(at(65, 15)).toBe("large");
    expect(at(85, 15)).toBe("small");
    expect(at(15, 15)).toBeUndefined();
    expect(at(65, 90)).toBeUndefined();
  });

  it("fits a picture into an area as browsers do", () => {
    expect(contain(1920, 1080, 960, 600)).toEqual({ scale: 0.5, left: 0, top: 30 });
    expect(contain(1080, 1920, 960, 480)).toEqual({ scale: 0.25, left: 345, top: 0 });
    expect(place({ x: 100, y: 40, w: 20, h: 10 }, { scale: 0.5, left: 5, top: 30 })).toEqual({
      x: 55,
      y: 50,
      w: 10,
      h: 5,
    });
  });

  it("puts a name above its box, below where there is no room, and never outside", () => {
    const area = { width: 400, height: 300 };
    const tag = { width: 80, height: 20 };
    expect(tagPosition({ x: 50, y: 100, w: 60, h: 60 }, tag, area)).toEqual({ x: 50, y: 80 });
    expect(tagPosition({ x: 380, y: 5, w: 60, h: 60 }, tag, area)).toEqual({ x: 320, y: 65 });
    expect(tagPosition({ x: -30, y: -5, w: 460, h: 400 }, tag, area)).toEqual({ x: 0, y: 280 });
  });
});

describe("keys", () => {
  const key = (name: string, more = {}) =>
    commandOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

  it("command the player", () => {
    expect(key(" ")).toEqual({ kind: "toggle" });
    expect(key("ArrowLeft")).toEqual({ kind: "seek", seconds: -5 });
    expect(key("L")).toEqual({ kind: "labels" });
    expect(key("f")).toEqual({ kind: "fullscreen" });
  });

  it("stay the browser's with a modifier, and where they mean nothing here", () => {
    expect(key("f", { ctrlKey: true })).toBeUndefined();
    expect(key("q")).toBeUndefined();
  });
});

describe("what faces are called", () => {
  const face = (name: string, stranger?: number) => ({
    track: { name, known: name !== "unknown", ...(stranger === undefined ? {} : { stranger }) },
  });
  const said = (...faces: ReturnType<typeof face>[]) =>
    chipsOf(faces, ["lisa", "rosé"]).map(({ text }) => text);

  it("is their name, or their number among the strangers", () => {
    expect(nameOf(face("lisa").track)).toBe("lisa");
    expect(nameOf(face("unknown", 3).track)).toBe("Unknown 3");
    expect(nameOf(face("unknown").track)).toBe("unknown");
  });

  it("is told people first, then strangers by their numbers", () => {
    expect(said(face("unknown", 12), face("rosé"), face("unknown", 2), face("lisa"))).toEqual([
      "lisa",
      "rosé",
      "Unknown 2",
      "Unknown 12",
    ]);
  });

  it("is a count where labels do not tell strangers apart", () => {
    expect(said(face("unknown"))).toEqual(["unknown"]);
    expect(said(face("unknown"), face("lisa"), face("unknown"))).toEqual(["lisa", "2 × unknown"]);
  });

  it("is a count for all but a few of a crowd", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => face("unknown", i + 1));
    expect(said(...crowd)).toEqual(["Unknown 1", "Unknown 2", "Unknown 3", "27 more unknown"]);
    expect(said(...crowd.slice(0, 4)).at(-1)).toBe("Unknown 4");
  });
});
