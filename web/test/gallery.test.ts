import { describe, expect, it, vi } from "vitest";
import { Api } from "../src/api/client";
import type { Finding, Gallery } from "../src/api/types";
import { GalleryModel } from "../src/gallery/model";
import type { SendRules } from "../src/gallery/sender";
import { readFolders } from "../src/gallery/folders";
import { adviceFor, notesFor, standing, told } from "../src/gallery/health";
import { advice, countPictures, pictureRefusal, pictureType } from "../src/gallery/pictures";

const found = (...paths: string[]) => paths.map((path) => ({ path, file: path.split("/").at(-1)! }));

describe("folders read as people", () => {
  it("take the group from the folder around the people's folders", () => {
    const read = readFolders(found("BLACKPINK/Rosé/2.jpg", "BLACKPINK/Lisa/10.png", "BLACKPINK/Lisa/9.webp"));
    expect(read.group).toBe("BLACKPINK");
    expect(read.people).toEqual([
      { name: "Lisa", files: ["9.webp", "10.png"] },
      { name: "Rosé", files: ["2.jpg"] },
    ]);
  });

  it("know no group where people lie beside each other, or in different ones", () => {
    expect(readFolders(found("Lisa/1.jpg", "Jisoo/1.jpg")).group).toBeUndefined();
    expect(readFolders(found("A/Lisa/1.jpg", "B/Yeji/1.jpg")).group).toBeUndefined();
  });

  it("write names as keyboards do, so that both spellings are one person", () => {
    const decomposed = "미나".normalize("NFD");
    const read = readFolders(
      found(`TWICE/${decomposed}/1.jpg`, "TWICE/미나/2.jpg", "TWICE/Rose\u0301/1.jpg"),
    );
    expect(read.people.map(({ name, files }) => [name, files.length])).toEqual([
      ["Rosé", 1],
      ["미나", 2],
    ]);
  });

  it("leave out what systems hide in folders, and count what is no picture", () => {
    const read = readFolders(
      found(
        "G/Lisa/.DS_Store",
        "G/Lisa/Thumbs.db",
        "__MACOSX/G/Lisa/1.jpg",
        "G/Lisa/notes.txt",
        "G/Lisa/a.heic",
        "G/Lisa/1.JPG",
      ),
    );
    expect(read.people).toEqual([{ name: "Lisa", files: ["1.JPG"] }]);
    expect(read.others).toBe(2);
  });

  it("tell pictures that lie in nobody's folder", () => {
    const read = readFolders(found("2.jpg", "1.jpg"));
    expect(read.people).toEqual([]);
    expect(read.loose).toEqual(["1.jpg", "2.jpg"]);
  });

  it("read what a drop tells, which begins with a slash", () => {
    expect(readFolders(found("/G/Lisa/1.jpg"))).toMatchObject({ group: "G", people: [{ name: "Lisa" }] });
  });
});

describe("pictures", () => {
  it("are known by their ending", () => {
    expect(["a.jpg", "b.JPEG", "c.png", "d.webp"].map(pictureType)).toEqual([
      "image/jpeg",
      "image/jpeg",
      "image/png",
      "image/webp",
    ]);
    expect(pictureType("a.heic")).toBeUndefined();
    expect(pictureType("constructor")).toBeUndefined();
  });

  it("are refused before they are sent when they cannot be used", () => {
    expect(pictureRefusal({ name: "a.gif", size: 1 })).toContain("JPEG");
    expect(pictureRefusal({ name: "a.jpg", size: 0 })).toContain("empty");
    expect(pictureRefusal({ name: "a.jpg", size: 20 * 1024 * 1024 + 1 })).toContain("20 MB");
    expect(pictureRefusal({ name: "a.jpg", size: 20 * 1024 * 1024 })).toBeUndefined();
  });

  it("are counted by what became of them", () => {
    const states = ["taken", "taken", "queued", "uploading", "waiting", "refused", "failed"];
    expect(countPictures(states.map((state) => ({ state })))).toEqual({ taken: 2, waiting: 3, refused: 2 });
  });

  it("come with advice until there are ten that count", () => {
    expect(advice("Mina", { taken: 0, waiting: 0, refused: 3 })).toContain("10 to 15 pictures of Mina");
    expect(advice("Mina", { taken: 5, waiting: 2, refused: 0 })).toBe("Add 3 more pictures of Mina.");
    expect(advice("Mina", { taken: 9, waiting: 0, refused: 0 })).toBe("Add 1 more picture of Mina.");
    expect(advice("Mina", { taken: 10, waiting: 0, refused: 9 })).toBeUndefined();
  });
});

describe("what would make a gallery better", () => {
  const mina = {
    id: "mina",
    pictures: [
      { id: "1", state: "taken" },
      { id: "2", state: "taken" },
    ],
  };
  const sana = { id: "sana", pictures: [{ id: "3", state: "taken" }] };
  const side: Finding = {
    kind: "no_side_view",
    people: ["mina"],
    advice: "Add 3 side views of Mina.",
    notes: [],
  };
  const pair: Finding = {
    kind: "confusable",
    people: ["mina", "sana"],
    advice: "Mina and Sana are easily confused.",
    notes: [],
  };
  const few: Finding = { kind: "too_few", people: ["mina"], advice: "Add 8 more.", notes: [] };
  const same: Finding = {
    kind: "nearly_same",
    people: ["mina"],
    advice: "Mina/1.jpg and 2.jpg are nearly the same picture.",
    notes: [
      { picture: "1", text: "Nearly the same as 2.jpg." },
      { picture: "2", text: "Nearly the same as 1.jpg." },
    ],
  };
  const blurred: Finding = {
    kind: "blurred",
    people: ["mina"],
    advice: "Mina/1.jpg is blurred.",
    notes: [{ picture: "1", text: "Blurred." }],
  };
  const all = [few, pair, side, same, blurred];

  it("is said at everybody whom it is about, but for what stands at pictures and what the card counts", () => {
    expect(adviceFor(mina, all)).toEqual([pair.advice, side.advice]);
    expect(adviceFor(sana, all)).toEqual([pair.advice]);
  });

  it("is not said of a person while more pictures are on their way", () => {
    for (const state of ["queued", "uploading", "waiting"]) {
      const busy = { ...mina, pictures: [...mina.pictures, { state }] };
      expect(adviceFor(busy, all)).toEqual([]);
    }
    const refused = { ...mina, pictures: [...mina.pictures, { id: "4", state: "refused" }] };
    expect(adviceFor(refused, all)).toEqual([pair.advice, side.advice]);
  });

  it("is said beside each picture that it is about", () => {
    expect(notesFor("1", all)).toEqual(["Nearly the same as 2.jpg.", "Blurred."]);
    expect(notesFor("2", all)).toEqual(["Nearly the same as 1.jpg."]);
    expect(notesFor("3", all)).toEqual([]);
    expect(notesFor(undefined, all)).toEqual([]);
  });

  it("is told in Korean by its kind, and in English as the API says it", async () => {
    const { health } = await import("../src/ui/korean-health");
    const people = [
      { id: mina.id, name: "미나" },
      { id: sana.id, name: "사나" },
    ];
    expect(told(all, people)).toEqual(all);
    const korean = told(all, people, health);
    for (const { advice, notes } of korean) {
      expect(advice).toMatch(/^(미나|사나)/);
      for (const { text } of notes) expect(text).not.toMatch(/[a-z]/);
    }
    expect(korean.find(({ kind }) => kind === pair.kind)!.advice).toMatch(/^미나, 사나: /);
  });

  it.each([
    ["3 faces of a similar size, crop it to one", "3"],
    ["a large face at the side and another in the middle, crop it to one", ""],
    ["no face found", ""],
    ["the face is too small, 21 pixels high, at least 36 are needed", "21"],
    ["could not be read, save it as JPEG", "JPEG"],
    ["could not be looked at, add it again", ""],
    ["is empty (0 bytes). Download or export it again.", "0"],
    ["is larger than 20 MB. Save it smaller.", "20 MB"],
    ["has more than 50 million pixels. Save it smaller.", "50"],
    ["has only 10 x 12 pixels. Use a larger picture.", "10 x 12"],
    ["is not a JPEG, PNG or WebP picture.", "WebP"],
    ["is cut off or damaged. Download or export it again.", ""],
    ["is an animation. Use a still picture.", ""],
  ])("tells in Korean why a picture was refused: %s", async (said, kept) => {
    const { health } = await import("../src/ui/korean-health");
    expect(health.refusal(said)).toMatch(/[가-힣]/);
    expect(health.refusal(said)).toContain(kept);
    expect(health.refusal(said)).not.toMatch(/\$\d|[a-z]{4}/);
    expect(health.refusal(`${said} And more`)).toBe(`${said} And more`);
  });

  it("ends with the picture or the person that it was about", () => {
    expect(standing(all, [mina, sana])).toEqual(all);
    expect(standing(all, [{ ...mina, pictures: [mina.pictures[0]!] }, sana])).toEqual([
      few,
      pair,
      side,
      blurred,
    ]);
    expect(standing(all, [mina])).toEqual([few, side, same, blurred]);
  });
});

describe("a gallery's state", () => {
  const id = "g".repeat(22);

  /** A model over a server that says what it is told to, and a sender that only notes what it should send. */
  async function model(
    pictures: () => Gallery["people"][number]["pictures"],
    findings: () => Finding[] = () => [],
  ) {
    const people = () => [{ id: "p", name: "Mina", pictures: pictures() }];
    const answer = async () =>
      Response.json({ id, name: "TWICE", version: 1, whole: true, people: people(), findings: findings() });
    let rules: SendRules | undefined;
    const made = new GalleryModel(
      new Api("", answer as typeof fetch),
      id,
      "secret",
      { send: async (_, __, given) => void (rules = given) },
      () => undefined,
    );
    await made.load();
    return { made, person: made.people[0]!, rules: () => rules! };
  }

  it("shows a picture once, even where the gallery told of it before its address came", async () => {
    const announced: Gallery["people"][number]["pictures"] = [];
    const { made, person, rules } = await model(() => announced);
    made.addPictures(person, [new File(["x"], "01.jpg")]);
    announced.push({ id: "q", file: "01.jpg", state: "waiting" });
    await made.load();
    expect(person.pictures).toHaveLength(2);
    rules().announced(person.pictures[0]!, "q");
    await made.load();
    expect(person.pictures.map(({ id: known, state }) => [known, state])).toEqual([["q", "queued"]]);
    made.close();
  });

  it("takes over what the server decided, and leaves what is still on its way", async () => {
    const there: Gallery["people"][number]["pictures"] = [{ id: "q", file: "01.jpg", state: "waiting" }];
    const { made, person } = await model(() => there);
    made.addPictures(person, [new File(["x"], "02.jpg"), new File(["x"], "notes.txt")]);
    there[0] = { id: "q", file: "01.jpg", state: "refused", reason: "There is no face in it." };
    await made.load();
    expect(person.pictures.map(({ file, state, reason }) => [file, state, reason !== undefined])).toEqual([
      ["01.jpg", "refused", true],
      ["02.jpg", "queued", false],
      ["notes.txt", "refused", true],
    ]);
    expect(made.unsent).toBe(1);
    made.close();
  });

  it("does not bring back what was deleted, when an older answer still tells of it", async () => {
    const { made, person } = await model(() => [{ id: "q", file: "01.jpg", state: "taken" }]);
    await made.removePicture(person, person.pictures[0]!);
    await made.load();
    expect(person.pictures).toEqual([]);
    await made.deletePerson(person);
    await made.load();
    expect(made.people).toEqual([]);
    made.close();
  });

  it("forgets advice about a picture as soon as it is deleted, and asks for new advice", async () => {
    const pictures: Gallery["people"][number]["pictures"] = [
      { id: "q", file: "01.jpg", state: "taken" },
      { id: "r", file: "02.jpg", state: "taken" },
    ];
    const about = (picture: string): Finding => ({
      kind: "blurred",
      people: ["p"],
      advice: "",
      notes: [{ picture, text: "Blurred." }],
    });
    let findings = [about("q")];
    const { made, person } = await model(
      () => pictures,
      () => findings,
    );
    expect(made.findings).toEqual([about("q")]);

    findings = [about("r")];
    const removed = person.pictures[0]!;
    await made.removePicture(person, removed);
    expect(made.findings.some(({ notes }) => notes[0]?.picture === "q")).toBe(false);
    await vi.waitFor(() => expect(made.findings).toEqual([about("r")]));
    made.close();
  });

  it("has the link of now, whoever made it, until it is taken back", async () => {
    const made: Record<string, unknown>[] = [];
    const answer = async (_: unknown, init?: RequestInit) => {
      if (init?.method === "POST") made.push({ share: `s${made.length + 1}`, ends: "2027-02-22T05:00:00Z" });
      if (init?.method === "POST") return Response.json(made.at(-1));
      if (init?.method === "DELETE") return (made.splice(0), new Response(null, { status: 204 }));
      return Response.json({
        id,
        name: "TWICE",
        version: 1,
        whole: true,
        share: made.at(-1),
        people: [],
        findings: [],
      });
    };
    const api = new Api("", answer as typeof fetch);
    const gallery = () =>
      new GalleryModel(api, id, "secret", { send: async () => undefined }, () => undefined);
    const first = gallery();
    await first.share();
    await first.share();
    expect(first.link?.share).toBe("s2");
    const second = gallery();
    await second.load();
    expect(second.link?.share).toBe("s2");
    await second.unshare();
    expect(second.link).toBeUndefined();
    await first.load();
    expect(first.link).toBeUndefined();
  });

  it("adds a folder's pictures to people who are there, without those they have", async () => {
    const { made, person } = await model(() => [{ id: "q", file: "01.jpg", state: "taken" }]);
    const files = [new File(["x"], "01.jpg"), new File(["x"], "02.jpg")];
    const added = await made.addFolders({
      group: undefined,
      people: [{ name: "Mina", files }],
      loose: [],
      others: 0,
    });
    expect(added).toEqual({ people: 1, pictures: 1 });
    expect(person.pictures.map(({ file }) => file)).toEqual(["01.jpg", "02.jpg"]);
    made.close();
  });
});
