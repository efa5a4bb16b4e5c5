import { describe, expect, it } from "vitest";
import { routeOf } from "../src/routes";
import { UNKNOWN_COLOUR, colourOf, personColour, textOn } from "../src/ui/colours";
import { bytes, cents, clock, preciseClock, roughly, screenTime, titleOf } from "../src/ui/format";
import { Memory } from "../src/ui/memory";

class Store {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
}

describe("colours", () => {
  it("are those of the annotated MP4, in the gallery's order", () => {
    expect([0, 1, 6].map(personColour)).toEqual(["#e69f00", "#56b4e9", "#0072b2"]);
    expect(new Set(Array.from({ length: 21 }, (_, i) => personColour(i))).size).toBe(21);
  });

  it("belong to a person, whoever else is on screen", () => {
    expect(colourOf(["a", "b"], "b", true)).toBe("#56b4e9");
    expect(colourOf(["a", "b"], "unknown", false)).toBe(UNKNOWN_COLOUR);
  });

  it("carry a text that can be read", () => {
    expect(textOn("#f0e442")).toBe("#000000");
    expect(textOn("#0072b2")).toBe("#ffffff");
  });
});

describe("figures", () => {
  it("read as people say them", () => {
    expect([0, 7.9, 185, 3723].map(clock)).toEqual(["0:00", "0:07", "3:05", "1:02:03"]);
    expect([0.04, 59.96, 7.35].map(preciseClock)).toEqual(["0:00.0", "1:00.0", "0:07.4"]);
    expect([300, 9_311_939, 740_000_000, 1_240_000_000].map(bytes)).toEqual([
      "1 kB",
      "9.3 MB",
      "740 MB",
      "1.24 GB",
    ]);
    expect([2, 31, 70, 200, 4000].map(roughly)).toEqual([
      "a few seconds",
      "35 s",
      "1 min",
      "3 min",
      "1 h 7 min",
    ]);
    expect([0.04, 0.44, 9.96, 120].map(cents)).toEqual(["0.04 cents", "0.4 cents", "10 cents", "$1.20"]);
    expect([12.44, 65].map(screenTime)).toEqual(["12.4 s", "1 min 05 s"]);
    expect(["mv.mp4", "a.b.webm", ".mp4", "no ending"].map(titleOf)).toEqual([
      "mv",
      "a.b",
      ".mp4",
      "no ending",
    ]);
  });
});

describe("addresses of pages", () => {
  it("lead home, to a video, or nowhere", () => {
    expect(routeOf("/")).toEqual({ kind: "home" });
    expect(routeOf("/v/AbC-_0123456789abcdefg")).toEqual({ kind: "video", share: "AbC-_0123456789abcdefg" });
    expect(routeOf("/v/abc/truth")).toEqual({ kind: "truth", share: "abc" });
    expect(routeOf("/embed/AbC-_0")).toEqual({ kind: "embed", share: "AbC-_0" });
    expect(routeOf("/g/AbC-_0")).toEqual({ kind: "gallery", share: "AbC-_0" });
    expect(routeOf("/g/").kind).toBe("nothing");
    expect(routeOf("/g/a/b").kind).toBe("nothing");
    expect(routeOf("/embed/").kind).toBe("nothing");
    expect(routeOf("/embed/a/b").kind).toBe("nothing");
    expect(routeOf("/v/").kind).toBe("nothing");
    expect(routeOf("/v/a/b").kind).toBe("nothing");
  });
});

describe("what this browser made", () => {
  const own = { id: "g", secret: "s", name: "TWICE" };
  const made = (share: string, created: number) => ({ share, job: "j", secret: "s", title: "mv", created });

  it("is there again on the next visit", () => {
    const store = new Store();
    new Memory(() => store).keepGallery(own);
    new Memory(() => store).keepGallery({ ...own, name: "TWICE 2" });
    expect(new Memory(() => store).galleries).toEqual([{ ...own, name: "TWICE 2" }]);
    new Memory(() => store).forgetGallery("g");
    expect(new Memory(() => store).galleries).toEqual([]);
  });

  it("lists videos with the latest first", () => {
    const memory = new Memory(() => new Store());
    const store = new Store();
    const kept = new Memory(() => store);
    kept.keepVideo(made("a", 1));
    kept.keepVideo(made("b", 2));
    expect(kept.videos.map(({ share }) => share)).toEqual(["b", "a"]);
    kept.forgetVideo("b");
    expect(kept.video("b")).toBeUndefined();
    expect(memory.videos).toEqual([]);
  });

  it("keeps galleries that were given by a link, each once, until they are forgotten", () => {
    const store = new Store();
    const memory = new Memory(() => store);
    memory.keepShared({ share: "a", name: "BTS" });
    memory.keepShared({ share: "b", name: "ITZY" });
    memory.keepShared({ share: "a", name: "방탄소년단" });
    expect(new Memory(() => store).shared).toEqual([
      { share: "b", name: "ITZY" },
      { share: "a", name: "방탄소년단" },
    ]);
    memory.forgetShared("a");
    expect(memory.shared.map(({ share }) => share)).toEqual(["b"]);
  });

  it("lasts as long as the page where nothing can be stored", () => {
    const memory = new Memory(() => {
      throw new Error("denied");
    });
    memory.keepGallery(own);
    expect(memory.gallery("g")).toEqual(own);
  });

  it("survives rubbish in the store", () => {
    const store = new Store();
    store.items.set("idols.galleries", "{");
    store.items.set("idols.videos", '[null, 3, {"share": "x"}]');
    const memory = new Memory(() => store);
    expect(memory.galleries).toEqual([]);
    expect(memory.videos).toEqual([]);
  });
});
