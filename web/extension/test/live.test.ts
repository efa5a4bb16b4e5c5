import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { detailIn, detailOf } from "../src/live/detail";
import { cosine, fromBase64, toBase64, unit, weighted } from "../src/live/embedding";
import { forLook, glanced, lookedAt } from "../src/live/finders";
import { Matcher } from "../src/live/gallery";
import { type Landmarks, toArcFace } from "../src/live/geometry";
import { Naming } from "../src/live/naming";
import { Networks } from "../src/live/networks";
import { Recogniser, embed } from "../src/live/recogniser";
import { cut } from "../src/live/sampler";
import { COLUMNS, Cuts, ROWS, Thumbnail } from "../src/live/thumbnail";
import { Tracker } from "../src/live/tracker";

/** What the program's own code gives: its ExtensionNumbersTest holds the file to that. */
const java = readFileSync(new URL("java-numbers.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" "))
  .map(([what, ...numbers]) => ({ what, numbers: numbers.map(Number) }));
const all = (what: string) => java.filter((each) => each.what === what).map(({ numbers }) => numbers);

/** As in ExtensionNumbersTest. */
function pattern(step: number): Uint8Array {
  return Uint8Array.from({ length: 112 * 112 * 3 }, (_, i) => {
    const x = Math.floor((Math.floor(i / 3) % 112) / step);
    const y = Math.floor(Math.floor(i / 3 / 112) / step);
    return (x * ((i % 3) + 2) + y * 3 + Math.floor((x * y) / 7)) % 256;
  });
}

const PATTERNS = [pattern(1), pattern(4)];

describe("what the program has in Java, too", () => {
  it("aligns faces as it does", () => {
    const aligned = all("face").map((at) => {
      const points = [0, 2, 4, 6, 8].map((i) => ({ x: at[i]!, y: at[i + 1]! }));
      const { a, b, tx, ty } = toArcFace(points as unknown as Landmarks);
      return [a, b, tx, ty];
    });
    for (const [i, expected] of all("alignment").entries()) {
      for (const [j, value] of expected.entries()) expect(aligned[i]![j]).toBeCloseTo(value, 2);
    }
    expect(aligned).toHaveLength(4);
  });

  it("measures how much a face shows as it does", () => {
    const measured = PATTERNS.map(detailIn);
    for (const [i, [expected]] of all("detail").entries()) expect(measured[i]).toBeCloseTo(expected!, 2);
    expect(measured.map(detailOf)).toEqual(["full", "quarter"]);
  });
});

describe("networks in WebAssembly", () => {
  let networks: Networks;

  beforeAll(async () => {
    // LiteRT's script looks for a browser's worker. Node's WebAssembly may lack what the smaller file of the two needs.
    const require = createRequire(import.meta.url);
    const script = require.resolve("@litertjs/core").replace(/dist.*/, "wasm/litert_wasm_compat_internal.js");
    Object.assign(globalThis, {
      self: globalThis,
      require,
      navigator: {},
      __filename: script,
      __dirname: script.replace(/\/[^/]*$/, ""),
      importScripts: (path: string) => vm.runInThisContext(readFileSync(path, "utf8")),
      Module: { print: () => {}, printErr: () => {} },
    });
    const models = fileURLToPath(new URL("../../../models/target/classes/models/", import.meta.url));
    networks = await Networks.load(script, async (name) => readFileSync(`${models}${name}.tflite`));
  }, 60_000);

  it("embed faces as the program does, two at a time or one", async () => {
    const expected = all("embedding").map((numbers) => unit(numbers)!);
    const pair = await embed(networks, PATTERNS);
    const [alone] = await embed(networks, PATTERNS.slice(1));
    expect(cosine(pair[0]!, expected[0]!)).toBeGreaterThan(0.999);
    expect(cosine(pair[1]!, expected[1]!)).toBeGreaterThan(0.999);
    expect(cosine(alone!, expected[1]!)).toBeGreaterThan(0.999);
    expect(cosine(expected[0]!, expected[1]!)).toBeLessThan(0.9);
  });

  it("see no face where there is none", async () => {
    const [scores, numbers] = await networks.run(
      "blazeface-full-range-sparse",
      new Float32Array(192 * 192 * 3),
    );
    expect(glanced(scores!, numbers!)).toEqual([]);
    const outputs = await networks.run("mtcnn-onet", forLook(new Uint8Array(48 * 48 * 3)));
    expect(outputs.map(({ length }) => length)).toEqual([2, 4, 10]);
    const { score } = lookedAt({ x: 0, y: 0, w: 48, h: 48 }, outputs[0]!, outputs[1]!, outputs[2]!);
    expect(score).toBeLessThan(0.6);
  });
});

describe("a cut-out", () => {
  const width = 60;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 0 ? ((i / 4) % width) * 4 : i % 4 === 1 ? 9 : 0;
  const picture = { width, height: width, data };

  it("has the pixels themselves where nothing is scaled", () => {
    const out = cut(picture, { a: 1, b: 0, tx: 10, ty: 5 }, 8);
    expect([...out.subarray(0, 6)]).toEqual([40, 9, 0, 44, 9, 0]);
  });

  it("averages where it gets smaller, and repeats the edge", () => {
    const out = cut(picture, { a: 4, b: 0, tx: 0, ty: 0 }, 16);
    expect(out[3]).toBe(Math.round((16 + 20 + 24 + 28) / 4));
    expect(out[15 * 3]).toBe(59 * 4);
  });

  it("turns", () => {
    const out = cut(picture, { a: 0, b: 1, tx: 30, ty: 0 }, 8);
    // Down a column of it is to the left in the picture.
    expect([out[0], out[8 * 3], out[16 * 3]]).toEqual([29 * 4, 28 * 4, 27 * 4]);
  });
});

const vector = (...values: number[]) => unit(values)!;
const text = (embedding: Float32Array) => toBase64(new Uint8Array(embedding.buffer));

function person(name: string, full: Float32Array, soft = full) {
  return { name, faces: { full: text(full), half: text(soft), quarter: text(soft) } };
}

describe("names", () => {
  const [x, y, z] = [vector(1, 0, 0), vector(0, 1, 0), vector(0, 0, 1)];
  const matcher = new Matcher([person("Mina", x, z), person("Sana", y)], 0.56);
  const look = (embedding: Float32Array, detail = 1) => ({ embedding, detail, weight: 1 });

  it("keep vectors as they were sent", () => {
    expect([...fromBase64(text(x))]).toEqual([...new Uint8Array(x.buffer)]);
    expect(weighted([])).toBeUndefined();
  });

  it("are those of the closest mean, made as soft as the face", () => {
    expect(matcher.rank(vector(2, 1, 0), "full").map(({ person }) => person)).toEqual([0, 1]);
    expect(matcher.rank(vector(2, 1, 0), "quarter").map(({ person }) => person)).toEqual([1, 0]);
  });

  it("are nobody's below the threshold, and one's at a time", () => {
    const naming = new Naming(matcher);
    naming.look(1, look(vector(1, 0.2, 0)));
    naming.look(2, look(vector(1, 0.1, 0)));
    naming.look(3, look(vector(0.4, 0.4, 1)));
    expect(naming.names([1, 2, 3])).toEqual([{ track: 1 }, { track: 2, person: 0 }, { track: 3 }]);
  });

  it("do not flicker when a look is a little worse", () => {
    const naming = new Naming(matcher);
    naming.look(1, look(vector(0.7, 0, -0.714)));
    expect(naming.names([1])).toEqual([{ track: 1, person: 0 }]);
    naming.look(1, look(vector(0.38, 0, -0.925)));
    const mean = weighted([look(vector(0.7, 0, -0.714)), look(vector(0.38, 0, -0.925))])!;
    expect(cosine(mean, x)).toBeLessThan(0.56);
    expect(naming.names([1])).toEqual([{ track: 1, person: 0 }]);
    const afresh = new Naming(matcher);
    afresh.look(1, look(mean));
    expect(afresh.names([1])).toEqual([{ track: 1 }]);
  });

  it("go with a face whose place somebody else took", () => {
    const naming = new Naming(matcher);
    for (let i = 0; i < 3; i++) naming.look(1, look(x));
    expect(naming.names([1])).toEqual([{ track: 1, person: 0 }]);
    naming.look(1, look(y));
    expect(naming.names([1])).toEqual([{ track: 1, person: 1 }]);
  });

  it("are given to a face that looks just like a named one of before", () => {
    const naming = new Naming(matcher);
    for (let i = 0; i < 2; i++) naming.look(1, look(vector(0.6, 0, 0.8)));
    naming.names([1]);
    naming.look(2, look(vector(0.45, 0, 0.9)));
    expect(naming.names([2])).toEqual([{ track: 2, person: 0 }]);
  });
});

describe("a page's asks", () => {
  it("lose nothing that is known of a face while others are looked at", async () => {
    const gallery = {
      name: "",
      version: 1,
      model: "mobilefacenet",
      cosine: 0.5,
      people: [person("Mina", vector(1, 0))],
    };
    const recogniser = new Recogniser({ run: async () => [Float32Array.of(1, 0, 1, 0)] }, gallery);
    const nothing = { glances: [], looks: [], faces: [] };
    const pixels = toBase64(new Uint8Array(112 * 112 * 3));
    const told = [];
    for (const part of [
      { faces: [{ track: 7, weight: 1, pixels }], tracks: [7] },
      {},
      { tracks: [7] },
      { tracks: [] },
      { tracks: [7] },
    ]) {
      const answer = await recogniser.answer({ id: 1, ...nothing, ...part });
      told.push(answer.kind === "told" ? answer.names : answer);
    }
    const named = [{ track: 7, person: 0 }];
    expect(told).toEqual([named, [], named, [], []]);
  });
});

describe("faces that are followed", () => {
  const at = (left: number) => ({
    box: { x: left, y: 0, w: 10, h: 10 },
    landmarks: [0, 1, 2, 3, 4].map(() => ({ x: 0, y: 0 })) as unknown as Landmarks,
    score: 1,
  });

  it("go on as they went, are missed for a while, and end with the shot", () => {
    const tracker = new Tracker();
    tracker.add(at(0), 1);
    tracker.add(at(1), 1);
    expect(tracker.tracks).toHaveLength(1);
    tracker.follow([at(4)], 1.1);
    expect(tracker.tracks[0]!.at(1.2).x).toBeCloseTo(6);
    tracker.follow([undefined], 1.2);
    expect(tracker.tracks[0]!.missed).toBe(true);
    tracker.follow([undefined], 1.3);
    tracker.follow([undefined], 1.4);
    expect(tracker.tracks).toEqual([]);
    tracker.add(at(50), 2);
    expect(tracker.tracks[0]!.id).toBe(2);
    tracker.clear();
    expect(tracker.tracks).toEqual([]);
  });

  it("are embedded a few times, apart from each other, and again for a better look or after a while", () => {
    const tracker = new Tracker();
    tracker.add(at(0), 0);
    const [face] = tracker.tracks;
    const taken = [];
    for (let seconds = 0; seconds < 3.95; seconds += 0.1) {
      if (face!.wants(1, seconds) > 0) {
        taken.push(seconds);
        face!.embedded(1, seconds);
      }
    }
    // Four soon, then one a second.
    expect(taken).toHaveLength(4 + 3);
    expect(taken[3]).toBeLessThan(1);
    expect(taken[1]! - taken[0]!).toBeGreaterThan(0.24);
    const last = taken.at(-1)!;
    expect([face!.wants(1, last + 0.5), face!.wants(1.3, last + 0.5) > 0]).toEqual([0, true]);
  });
});

describe("a cut", () => {
  const thumbnail = (light: (x: number, y: number) => number) =>
    Thumbnail.of({
      width: COLUMNS,
      height: ROWS,
      data: Uint8ClampedArray.from({ length: COLUMNS * ROWS * 4 }, (_, i) =>
        light((i >> 2) % COLUMNS, Math.floor((i >> 2) / COLUMNS)),
      ),
    });

  it("is told from a change of light", () => {
    const before = thumbnail((x) => 3 * x);
    expect(new Cuts().isCut(before.difference(thumbnail((x) => x + 20)))).toBe(false);
    expect(new Cuts().isCut(before.difference(thumbnail((_, y) => 6 * y)))).toBe(true);
    expect(thumbnail(() => 0).brightest).toBe(0);
  });

  it("between alike pictures is told where little moved before", () => {
    const [still, dance] = [new Cuts(), new Cuts()];
    for (let i = 0; i < 6; i++) expect([still.isCut(0.02), dance.isCut(0.3)]).toEqual([false, false]);
    expect([still.isCut(0.5), dance.isCut(0.5)]).toEqual([true, false]);
  });
});
