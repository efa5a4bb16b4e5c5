import { describe, expect, it } from "vitest";
import type { Video } from "../src/api/types";
import { type Faces, FaceSource, faceOf } from "../src/lanes/faces";
import type { Track } from "../src/player/labels";

const track = (id: number, name: string, stranger?: number): Track => ({
  id,
  name,
  known: stranger === undefined,
  ...(stranger === undefined ? {} : { stranger }),
  confidence: 1,
  firstFrame: id,
  lastFrame: id,
  start: id,
  end: id + 1,
  boxes: [[id, 0, 0, 1, 1]],
});
const faces = (...tracks: number[]): Faces => ({
  version: 1,
  faces: tracks.map((each) => ({ track: each, jpeg: `of${each}` })),
});
const shown = (jpeg: string) => `data:image/jpeg;base64,${jpeg}`;

describe("a lane's face", () => {
  const tracks = [track(0, "Lisa"), track(1, "unknown", 4), track(2, "Lisa"), track(3, "unknown", 5)];

  it("is the best of whoever the lane is for", () => {
    const all = faces(2, 3, 0, 1);
    expect(faceOf({ name: "Lisa", known: true }, all, tracks)).toBe(shown("of2"));
    expect(faceOf({ name: "unknown", known: false, stranger: 4 }, all, tracks)).toBe(shown("of1"));
  });

  it("follows corrections, since pictures belong to tracks", () => {
    const corrected = [tracks[0]!, track(1, "Lisa"), track(2, "unknown", 4), tracks[3]!];
    expect(faceOf({ name: "Lisa", known: true }, faces(2, 3, 0, 1), corrected)).toBe(shown("of0"));
    expect(faceOf({ name: "unknown", known: false, stranger: 4 }, faces(2, 3, 0, 1), corrected)).toBe(
      shown("of2"),
    );
  });

  it("is none where there is no picture, or where several strangers share the lane", () => {
    expect(faceOf({ name: "Lisa", known: true }, undefined, tracks)).toBeUndefined();
    expect(faceOf({ name: "Lisa", known: true }, faces(1, 9), tracks)).toBeUndefined();
    expect(faceOf({ name: "unknown", known: false }, faces(1), tracks)).toBeUndefined();
    expect(faceOf({ name: "unknown", known: true }, faces(1), tracks)).toBeUndefined();
  });
});

describe("pictures of faces", () => {
  const video = (drawn: number | undefined, more: Partial<Video> = {}) =>
    ({
      state: "done",
      links: { faces: "https://files/faces.json" },
      ...(drawn === undefined ? {} : { corrections: { count: 1, version: 9, named: 9, drawn } }),
      ...more,
    }) as Video;
  const settle = () => new Promise((done) => setTimeout(done));

  it("are had once, and again when the video was drawn again", async () => {
    const asked: string[] = [];
    let changes = 0;
    const source = new FaceSource(
      new AbortController().signal,
      () => changes++,
      async (url) => (asked.push(url), faces(asked.length)),
    );
    source.take(video(undefined, { state: "rendering" }));
    source.take(video(undefined, { links: {} }));
    expect(asked).toHaveLength(0);
    for (const drawn of [undefined, undefined, 0, 3, 3]) {
      source.take(video(drawn));
      await settle();
    }
    expect([asked.length, changes]).toEqual([2, 2]);
    expect(source.shown).toEqual(faces(2));
  });

  it("are asked for again only where nobody could say whether there are any", async () => {
    const answers = [() => Promise.reject(new Error("offline")), async () => undefined];
    let asked = 0;
    const source = new FaceSource(
      new AbortController().signal,
      () => undefined,
      () => answers[asked++]!(),
    );
    for (let i = 0; i < 4; i++) {
      source.take(video(undefined));
      await settle();
    }
    expect(asked).toBe(2);
    expect(source.shown).toBeUndefined();
  });
});
