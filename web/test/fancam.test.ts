import { describe, expect, it } from "vitest";
import type { Fancam } from "../src/api/types";
import { fancamRows } from "../src/fancam/rows";
import type { Lane } from "../src/lanes/build";

const lane = (name: string, seconds: number, known = true): Lane => ({ name, known, seconds, spans: [] });
const fancam = (person: string, state: Fancam["state"], current = true): Fancam => ({
  id: `${person}-${String(current)}`,
  person,
  state,
  done: 0,
  chunks: 3,
  current,
});
const lanes = [lane("Lisa", 9), lane("Rosé", 4), lane("Jennie", 0), lane("unknown", 2, false)];

describe("who is listed with a fancam", () => {
  it("is everybody who appears, for whoever made the video", () => {
    expect(fancamRows(lanes, [], true)).toEqual([{ person: "Lisa" }, { person: "Rosé" }]);
  });

  it("is for others only who has one to see", () => {
    const there = [fancam("Lisa", "working"), fancam("Rosé", "done")];
    expect(fancamRows(lanes, there, false)).toEqual([{ person: "Rosé", fancam: there[1] }]);
  });

  it("is also who no longer appears but has one", () => {
    const old = fancam("Jisoo", "done", false);
    expect(fancamRows(lanes, [old], true).at(-1)).toEqual({ person: "Jisoo", fancam: old });
  });

  it("has the one by the names of now, if there are two", () => {
    const now = fancam("Lisa", "working");
    const old = fancam("Lisa", "done", false);
    for (const both of [
      [old, now],
      [now, old],
    ]) {
      expect(fancamRows(lanes, both, true)[0]).toEqual({ person: "Lisa", fancam: now });
    }
  });
});
