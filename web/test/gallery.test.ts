import { describe, expect, it } from "vitest";
import { Api } from "../src/api/client";
import type { Gallery } from "../src/api/types";
import { GalleryModel } from "../src/gallery/model";
import type { SendRules } from "../src/gallery/sender";
import { readFolders } from "../src/gallery/folders";
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

describe("a gallery's state", () => {
  const id = "g".repeat(22);

  /** A model over a server that says what it is told to, and a sender that only notes what it should send. */
  async function model(pictures: () => Gallery["people"][number]["pictures"]) {
    const people = () => [{ id: "p", name: "Mina", pictures: pictures() }];
    const answer = async () => Response.json({ id, name: "TWICE", version: 1, people: people() });
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
