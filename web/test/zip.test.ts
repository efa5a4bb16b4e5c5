import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Gallery } from "../src/api/types";
import { readFolders } from "../src/gallery/folders";
import { namesFrom, readNames } from "../src/gallery/names-file";
import { isZip } from "../src/gallery/opened";
import { crc32 } from "../src/zip/crc";
import { ZIP_LIMITS, type ZipLimits } from "../src/zip/limits";
import { pack } from "../src/zip/pack";
import { planZip } from "../src/zip/plan";
import { OneOfEach, safeName } from "../src/zip/safe-name";
import { unpack } from "../src/zip/unpack";

const bytes = (text: string) => new TextEncoder().encode(text);
const picture = (n: number) => bytes(`picture ${n} `.repeat(20));

function zipOf(files: Record<string, Uint8Array>, name = "G.zip", level: 0 | 1 | 6 = 6): File {
  return new File([zipSync(files, { level }) as Uint8Array<ArrayBuffer>], name);
}

/** A zip, changed where its directory has the entry of this number. */
async function patched(zip: File, change: (view: DataView, entry: number) => void, which = 0): Promise<File> {
  const view = new DataView(await zip.arrayBuffer());
  let seen = -1;
  for (let at = 0; at < view.byteLength - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && ++seen === which) change(view, at);
  }
  return new File([view.buffer as ArrayBuffer], zip.name);
}

/** A zip with one stored picture, its name in these bytes and without the flag for UTF-8. */
async function legacy(name: Uint8Array): Promise<File> {
  const made = zipOf({ ["x".repeat(name.length)]: picture(1) }, "G.zip", 0);
  const all = new Uint8Array(await made.arrayBuffer());
  const find = (from: number) =>
    all.findIndex((_, i) => i >= from && name.every((_, k) => all[i + k] === 0x78));
  const first = find(0);
  all.set(name, first);
  all.set(name, find(first + name.length));
  return new File([all], "G.zip");
}

const paths = async (zip: File) => (await unpack(zip)).map(({ path }) => path);
const refused = (zip: File, limits?: Partial<ZipLimits>) =>
  unpack(zip, { ...ZIP_LIMITS, ...limits }).then(
    () => "taken",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("a zip of folders", () => {
  it("is read as if its folders had been dropped, packed or not", async () => {
    for (const level of [0, 6] as const) {
      const files = await unpack(
        zipOf(
          {
            "BLACKPINK/Lisa/2.jpg": picture(2),
            "BLACKPINK/Lisa/10.PNG": picture(10),
            "BLACKPINK/로제/1.webp": picture(1),
            "BLACKPINK/notes.txt": bytes("x"),
            "BLACKPINK/Lisa/.hidden.jpg": picture(3),
            "BLACKPINK/.DS_Store": bytes("x"),
            "__MACOSX/BLACKPINK/Lisa/._2.jpg": picture(4),
          },
          "x.zip",
          level,
        ),
      );
      const { group, people, loose } = readFolders(files);
      expect(group).toBe("BLACKPINK");
      expect(people.map(({ name, files }) => [name, files.map((file) => file.name)])).toEqual([
        ["Lisa", ["2.jpg", "10.PNG"]],
        ["로제", ["1.webp"]],
      ]);
      expect(loose).toEqual([]);
      expect(new Uint8Array(await people[1]!.files[0]!.arrayBuffer())).toEqual(picture(1));
      expect(people[0]!.files[0]!.type).toBe("image/jpeg");
    }
  });

  it("is called as the group where its people have no folder around them", async () => {
    const zip = zipOf({ "Lisa/1.jpg": picture(1), "2.jpg": picture(2) }, "BLACKPINK (1).zip");
    expect(readFolders(await unpack(zip))).toMatchObject({ group: "BLACKPINK", loose: [{ name: "2.jpg" }] });
  });

  it("reaches no folder outside, and may have been written by Windows", async () => {
    expect(await paths(zipOf({ "../../G/./Lisa/1.jpg": picture(1) }))).toEqual(["G/Lisa/1.jpg"]);
    expect(await paths(zipOf({ "A\\Lisa\\1.jpg": picture(1) }))).toEqual(["A/Lisa/1.jpg"]);
  });

  it("may have names without a word on their letters: UTF-8, Korean Windows, DOS", async () => {
    expect(await paths(await legacy(bytes("G/리사/1.jpg")))).toEqual(["G/리사/1.jpg"]);
    const lisa = [0xb8, 0xae, 0xbb, 0xe7];
    expect(await paths(await legacy(Uint8Array.of(...bytes("G/"), ...lisa, ...bytes("/1.jpg"))))).toEqual([
      "G/리사/1.jpg",
    ]);
    expect(await paths(await legacy(Uint8Array.of(...bytes("G/Ros"), 0x82, ...bytes("/1.jpg"))))).toEqual([
      "G/Rosé/1.jpg",
    ]);
  });

  it("is opened where it was chosen by itself, not where it lies in a folder", () => {
    const file = new File([], "G.ZIP");
    expect(isZip({ path: "G.ZIP", file })).toBe(true);
    expect(isZip({ path: "Lisa/G.ZIP", file })).toBe(false);
    expect(isZip({ path: "1.jpg", file: new File([], "1.jpg") })).toBe(false);
  });

  it("gives a picture that is too large as one, without unpacking all of it", async () => {
    const [large] = await unpack(zipOf({ "G/Lisa/1.jpg": new Uint8Array(20e6) }, "G.zip", 1), {
      ...ZIP_LIMITS,
      picture: 1e6,
    });
    expect(large!.file.size).toBeGreaterThan(1e6);
    expect(large!.file.size).toBeLessThan(18e6);
  });
});

describe("a zip is refused with a sentence", () => {
  const one = () => zipOf({ "G/Lisa/1.jpg": picture(1) });

  it("when it is none, or damaged", async () => {
    const whole = one();
    for (const broken of [
      new File(["no zip"], "G.zip"),
      new File([], "G.zip"),
      new File([whole.slice(0, whole.size - 9)], "G.zip"),
      await patched(one(), (view, at) => view.setUint32(at + 16, 1, true)), // checksum
      await patched(one(), (view, at) => view.setUint32(at + 42, 7, true)), // place
      await patched(one(), (view, at) => view.setUint32(at + 20, 1e6, true)), // length in the zip
    ]) {
      expect(await refused(broken)).toContain("ZipRefusal: “G.zip” is damaged or no zip");
    }
  });

  it("when it is locked, or packed by a rare method", async () => {
    const locked = await patched(one(), (view, at) => view.setUint16(at + 8, 1, true));
    expect(await refused(locked)).toContain("locked with a password");
    const rare = await patched(one(), (view, at) => view.setUint16(at + 10, 14, true));
    expect(await refused(rare)).toContain("packed in a way that cannot be read");
  });

  it("when it has no pictures", async () => {
    expect(await refused(zipOf({ "G/notes.txt": bytes("x"), "__MACOSX/1.jpg": picture(1) }))).toContain(
      "There are no pictures in “G.zip”",
    );
  });

  it("when it, or what is in it, is too much for a gallery", async () => {
    const bomb = zipOf({ "G/A/1.jpg": new Uint8Array(9e5), "G/A/2.jpg": new Uint8Array(9e5) });
    expect(bomb.size).toBeLessThan(1e4);
    expect(await refused(bomb, { bytes: 1e6, files: 10 })).toContain("holds more than 1.0 MB");
    expect(await refused(bomb, { bytes: 1e3, files: 10 })).toContain("holds more than 1 kB");
    expect(await refused(bomb, { bytes: 1e7, files: 1 })).toContain("holds more than 1 files");
  });

  it("when it unpacks to more than it says", async () => {
    const liar = zipOf({ "G/A/1.jpg": new Uint8Array(2e6) });
    const small = await patched(liar, (view, at) => view.setUint32(at + 24, 1_000, true));
    expect(await refused(small)).toContain("is damaged or no zip");
  });
});

const gallery = (name: string, people: Gallery["people"]): Gallery => ({
  id: "g",
  name,
  version: 1,
  whole: true,
  people,
  findings: [],
});

const taken = (id: string, file: string) => ({
  id,
  file,
  state: "taken" as const,
  url: `https://files/${id}`,
});

const rules = (packed: number[] = []) => ({
  fetchBytes: async (url: string) => bytes(`bytes of ${url}`),
  packed: (n: number) => void packed.push(n),
  signal: new AbortController().signal,
});

describe("a gallery as a zip", () => {
  const full = gallery("(G)I-DLE / 아이들?", [
    {
      id: "1",
      name: "Miyeon",
      korean: "미연",
      romanised: "Miyeon",
      english: 'Cho, "MY"',
      pictures: [taken("a", "1.jpg"), taken("b", "1.JPG"), { id: "w", file: "2.jpg", state: "waiting" }],
    },
    { id: "2", name: "AC/DC", pictures: [taken("c", "..png")] },
    { id: "3", name: "ac:dc", pictures: [taken("d", "사진 1.webp")] },
  ]);

  it("comes back as it was: names in all scripts, and each picture with its bytes", async () => {
    const packed: number[] = [];
    const plan = planZip(full);
    const blob = await pack(plan, rules(packed));
    const files = await unpack(new File([blob], plan.file));
    const read = readFolders(files, await readNames(files));
    expect(read.group).toBe(full.name);
    expect(plan.waiting).toBe(1);
    expect(packed).toEqual([1, 2, 3, 4]);
    const people = await Promise.all(
      read.people.map(async ({ files, ...names }) => ({
        names,
        pictures: await Promise.all(files.map((file) => file.text())),
      })),
    );
    const wanted = full.people.map(({ id: _, pictures, ...names }) => ({
      names,
      pictures: pictures.flatMap((each) => (each.url === undefined ? [] : [`bytes of ${each.url}`])),
    }));
    const byName = (a: { names: { name: string } }, b: { names: { name: string } }) =>
      a.names.name < b.names.name ? -1 : 1;
    expect(people.map((each) => ({ ...each, pictures: each.pictures.sort() })).sort(byName)).toEqual(
      wanted.sort(byName),
    );
  });

  it("has no table of names where the folders say it all, and nothing is compressed", async () => {
    const plan = planZip(gallery("G", [{ id: "1", name: "Lisa", pictures: [taken("a", "1.jpg")] }]));
    expect(plan.names).toBeUndefined();
    expect(plan.file).toBe("G.zip");
    const blob = await pack(plan, rules());
    expect(await blob.text()).toContain("bytes of https://files/a");
  });

  it("ends when it is stopped, or a picture does not come", async () => {
    const plan = planZip(full);
    const stopped = { ...rules(), signal: AbortSignal.abort(new Error("stopped")) };
    await expect(pack(plan, stopped)).rejects.toThrow("stopped");
    const lost = { ...rules(), fetchBytes: async () => Promise.reject(new Error("lost")) };
    await expect(pack(plan, lost)).rejects.toThrow("lost");
  });
});

describe("names of files", () => {
  it("are such as every system can write, and none that is passed over as hidden", () => {
    expect(safeName('a/b\\c:d*e?"<>|')).toBe("a_b_c_d_e_____");
    expect(safeName(".hidden")).toBe("_.hidden");
    expect(safeName("con")).toBe("_con");
    expect(safeName("dots...")).toBe("dots");
    expect(safeName("..")).toBe("_");
    expect(safeName("미나".normalize("NFD"))).toBe("미나");
    expect(new TextEncoder().encode(safeName(`${"가".repeat(90)}.jpg`)).length).toBeLessThanOrEqual(200);
    expect(safeName(`${"가".repeat(90)}.jpg`)).toMatch(/\.jpg$/);
  });

  it("are numbered where two are the same on some system", () => {
    const files = new OneOfEach();
    expect(["1.jpg", "1.JPG", "1.jpg", "1 (2).jpg"].map((name) => files.take(name))).toEqual([
      "1.jpg",
      "1 (2).JPG",
      "1 (3).jpg",
      "1 (2) (2).jpg",
    ]);
  });
});

describe("names.csv", () => {
  it("may come from a spreadsheet, with columns missing and in another order", () => {
    const { people, group } = namesFrom("\uFEFFname,folder,Korean\r\nLisa,lisa,리사\r\n,Rosé,\r\n");
    expect(group).toBeUndefined();
    expect([...people]).toEqual([
      ["lisa", { name: "Lisa", korean: "리사" }],
      ["Rosé", { name: "Rosé" }],
    ]);
  });

  it("says nothing where it is another table", () => {
    expect(namesFrom("a,b\n1,2\n").people.size).toBe(0);
    expect(namesFrom("").people.size).toBe(0);
  });
});

it("the checksum is the one of zips, in pieces too", () => {
  expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  expect(crc32(bytes("6789"), crc32(bytes("12345")))).toBe(0xcbf43926);
});
