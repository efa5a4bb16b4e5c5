import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Labels } from "../../src/player/labels";
import { icon } from "../icon";
import { isAnother, isStill, labelledTime } from "../src/length";
import { hostPattern, pageKey, shareLink } from "../src/link";
import { nameIn } from "../src/names";
import { pictureIn } from "../src/place";
import { lengthWarning, refusal } from "../src/sentence";
import { Settings, type Store, USUAL } from "../src/settings";
import { LabelFetcher } from "../src/stack";

const SHARE = "abcdefghijklmnopqrstuv";

describe("links", () => {
  it("are read from a stack on this machine and from one on AWS", () => {
    expect(shareLink(` http://127.0.0.1:8787/v/${SHARE}\n`)).toEqual({
      origin: "http://127.0.0.1:8787",
      share: SHARE,
    });
    expect(shareLink(`https://d111111abcdef8.cloudfront.net/v/${SHARE}/truth`)).toEqual({
      origin: "https://d111111abcdef8.cloudfront.net",
      share: SHARE,
    });
  });

  it("that are none are refused, plain HTTP elsewhere among them", () => {
    for (const text of [
      "",
      SHARE,
      "https://idols.example/",
      `http://idols.example/v/${SHARE}`,
      `javascript:/v/${SHARE}`,
    ]) {
      expect(shareLink(text)).toBeUndefined();
    }
  });

  it("ask for their host alone, without a port, which patterns do not know", () => {
    expect(hostPattern("http://127.0.0.1:8787/v/x")).toBe("http://127.0.0.1/*");
    expect(hostPattern("https://results.s3.eu-central-1.amazonaws.com/jobs/a?X-Amz=1")).toBe(
      "https://results.s3.eu-central-1.amazonaws.com/*",
    );
  });

  it("are remembered for a page whatever place within it was gone to", () => {
    const key = pageKey("https://tube.example/watch?v=abc&list=x");
    expect(pageKey("https://tube.example/watch?list=x&v=abc&t=42#comments")).toBe(key);
    expect(pageKey("https://tube.example/watch?v=abd&list=x")).not.toBe(key);
  });
});

describe("the icon", () => {
  it("is a PNG of its size: clear corners, dark within, bright in the middle", () => {
    const png = icon(32);
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([32, 32]);
    const size = png.readUInt32BE(33);
    const rows = inflateSync(png.subarray(41, 41 + size));
    const pixel = (x: number, y: number) => [...rows.subarray(y * 129 + 1 + x * 4, y * 129 + 5 + x * 4)];
    expect(pixel(0, 0)[3]).toBe(0);
    expect(pixel(16, 4)).toEqual([0x17, 0x14, 0x1d, 255]);
    expect(Math.min(...pixel(16, 16))).toBeGreaterThan(150);
  });
});

describe("the manifest", () => {
  const manifest = JSON.parse(readFileSync(new URL("../public/manifest.json", import.meta.url), "utf8"));

  it("asks for no more than the tab where the button is pressed, and for no host beforehand", () => {
    expect(manifest.permissions).toEqual(["activeTab", "scripting", "storage"]);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  it("allows to ask for the host of each link that is read, and for no other", () => {
    const optional: string[] = manifest.optional_host_permissions;
    const covered = (pattern: string) =>
      optional.some((each) => each === pattern || (each === "https://*/*" && pattern.startsWith("https://")));
    for (const link of ["http://127.0.0.1:8787", "http://localhost:8787", "https://idols.example"]) {
      expect(covered(hostPattern(shareLink(`${link}/v/${SHARE}`)!.origin))).toBe(true);
    }
    expect(
      optional.some((each) => each.startsWith("http://*") || each.startsWith("*") || each === "<all_urls>"),
    ).toBe(false);
  });
});

describe("lengths", () => {
  it("may differ by an intro, not by more", () => {
    expect(isAnother(200, 204)).toBe(false);
    expect(isAnother(200, 240)).toBe(true);
    expect(isAnother(Number.NaN, 240)).toBe(true);
  });

  it("that are far apart are told with both, and a live video as one", () => {
    expect(lengthWarning({ duration: 23.5, live: false }, 23.5)).toBeUndefined();
    expect(lengthWarning({ duration: 65, live: false }, 200)).toContain(
      "This video is 1:05 long, the labelled one 3:20",
    );
    expect(lengthWarning({ live: true }, 200)).toContain("a live one");
  });

  it("that are not known yet are nothing to warn of", () => {
    expect(lengthWarning({ live: false }, 200)).toBeUndefined();
  });

  it("tell an advertisement in the same player from the video", () => {
    expect(isStill(200, 200.4)).toBe(true);
    expect(isStill(200, 15)).toBe(false);
    expect(isStill(Infinity, Infinity)).toBe(true);
    expect(isStill(200, Number.NaN)).toBe(false);
  });

  it("an offset says how much later the page's video starts", () => {
    expect(labelledTime(12, 5)).toBe(7);
  });
});

describe("names", () => {
  it("are written in the letters that were asked for, where the label has both", () => {
    for (const label of ["Lisa (리사)", "리사 / Lisa", "Lisa 리사"]) {
      expect(nameIn("latin", label)).toBe("Lisa");
      expect(nameIn("korean", label)).toBe("리사");
      expect(nameIn("label", label)).toBe(label);
    }
    expect(nameIn("korean", "Park Ji-hyo (박지효)")).toBe("박지효");
    const others = [
      { name: "Rosé", korean: "로제", romanised: "Roje" },
      { name: "지수", english: "Jisoo" },
    ];
    expect(nameIn("korean", "Rosé", others)).toBe("로제");
    expect(nameIn("latin", "Rosé", others)).toBe("Rosé");
    expect(nameIn("label", "Rosé", others)).toBe("Rosé");
    expect(nameIn("latin", "지수", others)).toBe("Jisoo");
    expect(nameIn("korean", "지수", others)).toBe("지수");
    expect(nameIn("korean", "Lisa (리사)", others)).toBe("리사");
    expect(nameIn("latin", "박지효 (Park Ji-hyo)")).toBe("Park Ji-hyo");
  });

  it("are never transcribed", () => {
    expect(nameIn("latin", "리사")).toBe("리사");
    expect(nameIn("korean", "Rosé")).toBe("Rosé");
  });
});

describe("the place of a picture", () => {
  const box = { width: 400, height: 400 };
  const wide = { width: 1600, height: 900 };

  it("is between bars with contain", () => {
    expect(pictureIn(box, wide, "contain", "50% 50%")).toEqual({
      left: 0,
      top: 87.5,
      width: 400,
      height: 225,
    });
    expect(pictureIn(box, wide, "contain", "50% 0%").top).toBe(0);
  });

  it("reaches over the sides with cover", () => {
    const { left, top, width, height } = pictureIn(box, wide, "cover", "50% 50%");
    expect([top, height]).toEqual([0, 400]);
    expect(width).toBeCloseTo(711.11, 1);
    expect(left).toBeCloseTo(-155.56, 1);
  });

  it("is the box with fill, and the picture's own size with none", () => {
    expect(pictureIn(box, wide, "fill", "50% 50%")).toEqual({ left: 0, top: 0, width: 400, height: 400 });
    expect(pictureIn(box, wide, "none", "10px 0px")).toEqual({ left: 10, top: 0, width: 1600, height: 900 });
  });

  it("is not made larger with scale-down", () => {
    const small = { width: 160, height: 90 };
    expect(pictureIn(box, small, "scale-down", "0% 0%")).toEqual({ left: 0, top: 0, width: 160, height: 90 });
  });
});

describe("the labels of a link", () => {
  const link = { origin: "https://idols.example", share: SHARE };
  const file = "https://results.example/labels.json";
  const labels = { version: 1, people: ["Lisa"] } as unknown as Labels;
  /** A stack that answers so; what it does not know is a 404 as the API has it. */
  const stack = (answers: Record<string, unknown>, asked: string[] = []) =>
    (async (input: RequestInfo | URL) => {
      asked.push(String(input));
      const found = answers[String(input)];
      return found === undefined
        ? Response.json({ error: { code: "not_found", message: "Gone." } }, { status: 404 })
        : Response.json(found);
    }) as typeof fetch;
  const api = `https://idols.example/api/shares/${SHARE}`;

  it("are fetched where the site says that its API is", async () => {
    const answers = {
      "https://idols.example/config.json": { api: "/elsewhere" },
      [`https://idols.example/elsewhere/shares/${SHARE}`]: { state: "done", links: { labels: file } },
      [file]: labels,
    };
    expect(await new LabelFetcher(async () => true, stack(answers)).labels(link)).toEqual({
      kind: "labels",
      labels,
    });
  });

  it("are not fetched from a host that was not allowed", async () => {
    const asked: string[] = [];
    const answers = { [api]: { state: "done", links: { labels: file } }, [file]: labels };
    const fetcher = new LabelFetcher(
      async (address) => address.startsWith(link.origin),
      stack(answers, asked),
    );
    const answer = await fetcher.labels(link);
    expect(answer).toEqual({ kind: "elsewhere", address: file });
    expect(asked).not.toContain(file);
    expect(refusal({ kind: "elsewhere", address: file }, link.origin)).toContain("results.example");
  });

  it("are told to be unknown, not there yet, refused or out of reach", async () => {
    const kind = async (fetcher: typeof fetch) =>
      (await new LabelFetcher(async () => true, fetcher).labels(link)).kind;
    expect(await kind(stack({}))).toBe("unknown");
    expect(await kind(stack({ [api]: { state: "recognizing" } }))).toBe("working");
    expect(await kind(stack({ [api]: { state: "refused" } }))).toBe("failed");
    expect(await kind(stack({ [api]: { state: "done", links: { labels: file } } }))).toBe("unreachable");
    expect(
      await kind(async () => {
        throw new TypeError("Failed to fetch");
      }),
    ).toBe("unreachable");
  });
});

describe("what is remembered", () => {
  /** chrome.storage.local, as far as it is used. */
  const store = (): Store => {
    const items = new Map<string, unknown>();
    return {
      get: async (key) => (items.has(key) ? { [key]: items.get(key) } : {}),
      set: async (more) => Object.entries(more).forEach(([key, value]) => items.set(key, value)),
      remove: async (key) => void items.delete(key),
    };
  };

  it("is a link and an offset for each page, until it is forgotten", async () => {
    const settings = new Settings(store());
    await settings.keepPage("https://a.example/", { link: "x", offset: 1.5 });
    expect(await settings.page("https://a.example/")).toEqual({ link: "x", offset: 1.5 });
    expect(await settings.page("https://b.example/")).toBeUndefined();
    await settings.forgetPage("https://a.example/");
    expect(await settings.page("https://a.example/")).toBeUndefined();
  });

  it("is the usual look until another is chosen, whatever lies there", async () => {
    const items = store();
    const settings = new Settings(items);
    expect(await settings.look()).toEqual(USUAL);
    await settings.keepLook({ boxes: false, text: "large", strangers: false, letters: "korean" });
    expect(await settings.look()).toEqual({
      boxes: false,
      text: "large",
      strangers: false,
      letters: "korean",
    });
    await items.set({ look: { text: "huge", letters: 7 } });
    expect(await settings.look()).toEqual(USUAL);
  });
});
