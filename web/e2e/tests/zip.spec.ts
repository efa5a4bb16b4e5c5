// Galleries as zips: one that somebody packed comes in, one of the page's goes out and comes back as it was.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched, type Gallery } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { lendHangul } from "../support/hangul.ts";
import { Stack } from "../support/stack.ts";

// The page's own; the test needs something that packs, too.
const { zipSync } = createRequire(new URL("../../package.json", import.meta.url))("fflate");
const shots = folder("screens");
const made = folder("zip-files");
const people = readdirSync(demo.gallery).sort();
let stack: Stack;

test.beforeAll(async () => {
  const data = `${target}/zip`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
});

test.afterAll(async () => {
  await stack.stop();
});

test("a zip that somebody packed becomes a gallery, and goes out as a zip that comes back the same", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  const before = packed("Trio.zip");
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Choose a zip").setInputFiles(before);
  await expect(page.getByRole("heading", { name: "Trio", exact: true })).toBeVisible();
  const taken = page.getByRole("listitem", { name: /: taken$/ });
  await expect(taken).toHaveCount(people.length * 2, { timeout: 60_000 });
  await expect(page.getByRole("region", { name: people[0]! })).toContainText(people[0]!);
  const names = page.getByRole("region", { name: people[0]! });
  await names.getByRole("button", { name: `Names of ${people[0]}` }).click();
  await expect(names.getByLabel("Korean")).toHaveValue("하나");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as zip" }).click();
  const after = join(made, "after.zip");
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("Trio.zip");
  await saved.saveAs(after);
  await expect(
    page
      .getByRole("region", { name: "Gallery Trio" })
      .getByText(`${people.length * 2} pictures packed into the zip.`),
  ).toBeVisible();
  await page.screenshot({ path: `${shots}/zip.png`, fullPage: true });
  await accessible(page);

  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Choose a zip").setInputFiles(after);
  await expect(page.getByRole("listitem", { name: /: taken$/ })).toHaveCount(people.length * 2, {
    timeout: 60_000,
  });
  const [first, second] = await Promise.all((await kept(page)).map(contentOf));
  expect(second).toEqual(first);
  expect(first!.people).toHaveLength(people.length);
  expect(first!.people[0]).toMatchObject({ name: people[0], korean: "하나", english: "One, first" });
  expect(faults).toEqual([]);
});

test("a zip that cannot be used is refused with a sentence, in Korean too", async ({ browser }) => {
  const locked = join(made, "locked.zip");
  writeFileSync(
    locked,
    changed((view, entry) => view.setUint16(entry + 8, 1, true)),
  );
  // Says itself to what it unpacks.
  const bomb = join(made, "bomb.zip");
  writeFileSync(
    bomb,
    changed((view, entry) => view.setUint32(entry + 24, 3e9, true)),
  );
  const text = join(made, "text.zip");
  writeFileSync(text, zipSync({ "G/notes.txt": new Uint8Array(9) }));
  const broken = join(made, "broken.zip");
  writeFileSync(broken, "not a zip");

  for (const [locale, width, open, choose, sentences] of [
    [
      "en-US",
      1440,
      "New gallery",
      "Choose a zip",
      [
        "“locked.zip” is locked",
        "“bomb.zip” holds more than",
        "no pictures in “text.zip”",
        "“broken.zip” is damaged",
      ],
    ],
    [
      "ko-KR",
      360,
      "새 갤러리",
      "ZIP 파일 고르기",
      ["암호가 걸려", "1.00 GB를 넘습니다", "사진이 없습니다", "손상되었거나"],
    ],
  ] as const) {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(stack.origin);
    await page.getByRole("button", { name: open }).click();
    for (const [i, file] of [locked, bomb, text, broken].entries()) {
      await page.getByLabel(choose).setInputFiles(file);
      await expect(page.getByRole("alert").filter({ hasText: sentences[i] })).toBeVisible();
    }
    if (locale === "ko-KR") await lendHangul(page);
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.screenshot({ path: `${shots}/zip-refused-${width}.png`, fullPage: true });
    await context.close();
  }
});

/** A zip with one file, changed where its directory tells of it. */
function changed(change: (view: DataView, entry: number) => void): Uint8Array {
  const bytes = zipSync({ "G/Ann/1.jpg": new Uint8Array(99) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  change(view, view.getUint32(bytes.length - 6, true));
  return bytes;
}

/** Two pictures of each of the demo's people, as a fan's program packs them, and a table of names. */
function packed(name: string): string {
  const files: Record<string, Uint8Array> = { "__MACOSX/._x.jpg": new Uint8Array(4) };
  for (const person of people) {
    for (const file of readdirSync(join(demo.gallery, person)).slice(0, 2)) {
      files[`${person}/${file}`] = readFileSync(join(demo.gallery, person, file));
    }
  }
  const table = `folder,name,korean,romanised,english\n${people[0]},${people[0]},하나,Hana,"One, first"\n`;
  files["names.csv"] = new TextEncoder().encode(table);
  const path = join(made, name);
  writeFileSync(path, zipSync(files));
  return path;
}

/** The galleries that this browser may change. */
function kept(page: Page): Promise<readonly Gallery[]> {
  return page.evaluate(() => JSON.parse(localStorage["idols.galleries"]));
}

/** What a gallery holds, whatever its ids. */
async function contentOf({ id, secret }: Gallery) {
  const { name, people } = await new Api(stack.origin).call("GET", `/galleries/${id}`, undefined, secret);
  return {
    name,
    people: await Promise.all(
      people.map(async ({ id: _, pictures, ...names }: any) => ({
        ...names,
        pictures: (
          await Promise.all(
            pictures.map(async ({ file, url }: any) => [
              file,
              createHash("sha256")
                .update(await fetched(url))
                .digest("hex"),
            ]),
          )
        ).sort(),
      })),
    ),
  };
}
