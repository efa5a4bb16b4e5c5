import { describe, expect, it } from "vitest";
import { korean } from "../src/ui/korean";
import { languageOf } from "../src/ui/language";
import { strings } from "../src/ui/strings";

describe("the page's language", () => {
  it("is the one that was chosen, else the first of the browser's that there is, else English", () => {
    expect(languageOf("ko", ["en-US"])).toBe("ko");
    expect(languageOf(null, ["ja", "ko-KR", "en"])).toBe("ko");
    expect(languageOf(null, ["en-GB", "ko"])).toBe("en");
    expect(languageOf("xx", ["fr"])).toBe("en");
  });
});

type Table = { readonly [name: string]: unknown };

/** Every text of a table by its place in it; what takes parts gets some that can be found again. */
function textsOf(table: Table, place = ""): [string, string][] {
  return Object.entries(table).flatMap(([name, each]): [string, string][] => {
    const here = `${place}${name}`;
    if (typeof each === "string") return [[here, each]];
    if (typeof each !== "function") return textsOf(each as Table, `${here}.`);
    const parts = Array.from({ length: each.length }, (_, i) => 7 + i);
    return [[here, String((each as (...parts: number[]) => string)(...parts))]];
  });
}

describe("the Korean words", () => {
  const english = textsOf(strings);
  const texts = new Map(textsOf(korean));

  it("are there for each English one, and for nothing else", () => {
    expect([...texts.keys()].sort()).toEqual(english.map(([place]) => place).sort());
  });

  it("are Korean, but for what is called the same", () => {
    const same = english.filter(([place, text]) => text === texts.get(place)).map(([, text]) => text);
    expect(new Set(same)).toEqual(
      new Set([
        "idols",
        " · idols",
        "JSON",
        "CSV",
        "WebVTT",
        "SRT",
        "EDL",
        "7 – 8",
        ...strings.truth.keys.map(([key]) => key),
      ]),
    );
    const foreign = [...texts].filter(([, text]) => !/[가-힣]/.test(text)).map(([, text]) => text);
    expect(foreign.filter((text) => !same.includes(text))).toEqual([]);
  });

  it("have all the parts that the English ones have", () => {
    for (const [place, text] of english) {
      const parts = text.match(/\b(?:7|8|9|10)\b/g) ?? [];
      for (const part of parts) {
        if (/^truth\.keys|Hint|hint|tooLarge|addSome/.test(place)) continue;
        expect(texts.get(place), place).toContain(part);
      }
    }
  });
});
