import { describe, expect, it } from "vitest";
import { extensionCode } from "../../src/gallery/code";
import { galleryCode } from "../src/live/code";
import { fetchFaces } from "../src/live/fetcher";
import { FaceMemory, Settings, type Store } from "../src/settings";

const ID = "abcdefghijklmnopqrstuv";
const SECRET = "S".repeat(43);
const CODE = { api: "http://127.0.0.1:8787/api", gallery: ID, secret: SECRET };

describe("a gallery's code", () => {
  it("is read as its page writes it", () => {
    const written = extensionCode("https://idols.example/api", { id: ID, secret: SECRET });
    expect(galleryCode(` ${written}\n`)).toEqual({ ...CODE, api: "https://idols.example/api" });
    expect(galleryCode(extensionCode(CODE.api, { id: ID, secret: SECRET }))).toEqual(CODE);
  });

  it("that is none is refused, plain HTTP elsewhere among them", () => {
    for (const text of [
      "",
      ID,
      `https://idols.example/api#${ID}`,
      `https://idols.example/api#${ID}.short`,
      `http://idols.example/api#${ID}.${SECRET}`,
      `javascript:alert(1)#${ID}.${SECRET}`,
    ]) {
      expect(galleryCode(text)).toBeUndefined();
    }
  });
});

describe("a gallery's faces", () => {
  const faces = { full: "", half: "", quarter: "" };
  const gallery = {
    name: "TWICE",
    version: 1,
    model: "mobilefacenet",
    cosine: 0.56,
    people: [{ name: "Mina", faces }],
  };
  const answer = (status: number, body: unknown) => async () =>
    new Response(JSON.stringify(body), { status });

  it("are asked for with the secret at its own address alone", async () => {
    const asked: [string, RequestInit | undefined][] = [];
    const found = await fetchFaces(CODE, async (address, init) => {
      asked.push([String(address), init]);
      return answer(200, gallery)();
    });
    expect(found).toEqual({ kind: "faces", gallery });
    const [[address, init]] = asked as [[string, RequestInit]];
    expect(address).toBe(`http://127.0.0.1:8787/api/galleries/${ID}/embeddings`);
    expect(init.headers).toEqual({ authorization: `Bearer ${SECRET}` });
    expect([init.redirect, init.credentials, init.cache]).toEqual(["error", "omit", "no-store"]);
  });

  it("that cannot be used are told apart", async () => {
    const kind = async (fetcher: () => Promise<Response>) => (await fetchFaces(CODE, fetcher)).kind;
    expect(await kind(answer(404, {}))).toBe("unknown");
    expect(await kind(answer(500, {}))).toBe("unreachable");
    expect(await kind(async () => new Response("<!doctype html>"))).toBe("unreachable");
    expect(await kind(() => Promise.reject(new TypeError("refused")))).toBe("unreachable");
    expect(await kind(answer(200, { ...gallery, people: [] }))).toBe("empty");
    expect(await kind(answer(200, { ...gallery, model: "other" }))).toBe("otherModel");
  });

  it("are kept apart from the gallery's code, and both are forgotten", async () => {
    const store = (): Store & { items: Record<string, unknown> } => {
      const items: Record<string, unknown> = {};
      return {
        items,
        get: async (key) => (key in items ? { [key]: items[key] } : {}),
        set: async (added) => void Object.assign(items, added),
        remove: async (key) => void delete items[key],
      };
    };
    const [disk, memory] = [store(), store()];
    const [settings, kept] = [new Settings(disk), new FaceMemory(memory)];
    expect([await settings.gallery(), await kept.faces()]).toEqual([undefined, undefined]);
    await settings.keepGallery({ code: "code", name: "TWICE" });
    await kept.keep(gallery);
    expect(await settings.gallery()).toEqual({ code: "code", name: "TWICE" });
    expect(await kept.faces()).toEqual(gallery);
    expect(JSON.stringify(disk.items)).not.toContain("faces");
    await settings.forgetGallery();
    await kept.forget();
    expect([disk.items, memory.items]).toEqual([{}, {}]);
  });
});
