// A fan makes a truth file of a labelled video, and a score to publish.
import { readFile, rm, writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { Stack, idols } from "../support/stack.ts";

const shots = folder("screens");
const files = folder("truth");
let stack: Stack;

interface Labels {
  people: string[];
  tracks: { id: number; name: string; firstFrame: number; lastFrame: number; boxes: number[][] }[];
}

test.beforeAll(async () => {
  const data = `${target}/truth-data`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
});

test.afterAll(async () => {
  await stack.stop();
});

test("corrects a track's range, adds a face, loses nothing on a reload, and scores as ./idols evaluate does", async ({
  page,
  context,
}) => {
  const api = new Api(stack.origin);
  const gallery = await api.gallery("Demo", demo.gallery);
  const { share } = await api.upload(demo.video, gallery);
  const { links } = await api.ended(share);
  const labelsCsv = (await fetched(links?.csv)).toString();
  const labels = JSON.parse((await fetched(links?.labels)).toString()) as Labels;
  const order = [...labels.tracks].sort((a, b) => a.firstFrame - b.firstFrame || a.id - b.id);
  const place = order.findIndex(({ name, boxes }) => labels.people.includes(name) && boxes.length >= 12);
  const track = order[place]!;
  const other = labels.people.find((name) => name !== track.name)!;
  const from = track.boxes[track.boxes.length >> 1]![0]!;

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${stack.origin}/v/${share}`);
  await page.getByRole("link", { name: "Make a truth file" }).click();
  await expect(page.getByText(`0 of ${order.length} tracks looked at`)).toBeVisible();
  await expect(page.locator("canvas[data-frame]")).toBeVisible();
  await accessible(page);

  for (let i = 0; i <= place; i++) await page.keyboard.press("n");
  await frameIs(page, from);
  await page.keyboard.press("[");
  for (let i = 1; i <= 4; i++) {
    await page.keyboard.press(".");
    await frameIs(page, from + i);
  }
  await page.keyboard.press("]");
  const who = page.getByRole("group", { name: "Who is it?" });
  await who.getByRole("button", { name: other }).click();
  await expect(faceButton(page, track.id)).toHaveAccessibleName(`Track ${track.id}: ${other}, looked at`);
  await page.keyboard.press("Control+z");
  await expect(faceButton(page, track.id)).toHaveAccessibleName(`Track ${track.id}: ${track.name}`);
  await page.keyboard.press("Control+Shift+z");
  await expect(faceButton(page, track.id)).toHaveAccessibleName(`Track ${track.id}: ${other}, looked at`);

  // By hand on this frame, by keys two frames on.
  await page.getByRole("button", { name: "Add a face" }).click();
  const layer = page.locator("canvas.truth-layer");
  await layer.evaluate((canvas) => canvas.scrollIntoView({ block: "center" }));
  const picture = (await layer.boundingBox())!;
  await page.mouse.move(picture.x + picture.width * 0.1, picture.y + picture.height * 0.1);
  await page.mouse.down();
  await page.mouse.move(picture.x + picture.width * 0.2, picture.y + picture.height * 0.3, { steps: 3 });
  await page.mouse.up();
  const drawn = order.length;
  await expect(faceButton(page, drawn)).toHaveAttribute("aria-pressed", "true");
  await page.getByLabel("Somebody else").fill('Rosé, "the guest"');
  await page.getByRole("button", { name: "Use this name" }).click();
  for (let i = 5; i <= 6; i++) {
    await page.keyboard.press(".");
    await frameIs(page, from + i);
  }
  await page.keyboard.press("d");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(faceButton(page, drawn)).toHaveAccessibleName(`Track ${drawn}: Rosé, "the guest", looked at`);
  await page.screenshot({ path: `${shots}/truth.png`, fullPage: true });

  await page.reload();
  await expect(page.getByText(`2 of ${order.length + 1} tracks looked at`)).toBeVisible();

  const truth = await download(page, `${files}/truth.csv`);
  const rows = truth.trimEnd().split("\n");
  const guest = rows.filter((row) => row.endsWith(',"Rosé, ""the guest"""'));
  expect(guest.map((row) => Number(row.split(",")[0]))).toEqual([from + 4, from + 5, from + 6]);
  const xs = guest.map((row) => Number(row.split(",")[1]));
  expect(Math.abs(xs[1]! - (xs[0]! + xs[2]!) / 2)).toBeLessThan(0.11);
  expect(xs[2]).toBeGreaterThan(xs[0]!);
  const expected = labelsCsv
    .trimEnd()
    .split("\n")
    .map((row) => {
      const [frame, x, y, w, h, name, , id] = row.split(",");
      const corrected = Number(id) === track.id && Number(frame) >= from && Number(frame) <= from + 4;
      return [frame, x, y, w, h, corrected ? other : name].join(",");
    });
  expect(rows.filter((row) => !guest.includes(row))).toEqual(expected);

  await writeFile(`${files}/labels.csv`, labelsCsv);
  const evaluated = await idols("evaluate", `${files}/truth.csv`, `${files}/labels.csv`);
  const figures = evaluated
    .split("\n")
    .filter((line) => /^(labels|faces|precision|strangers_named):/.test(line));
  expect(figures).toHaveLength(4);
  await expect(page.getByRole("region", { name: "Score of the automatic labels" })).toContainText(
    figures[0]!.replace("labels: ", ""),
  );
  // Both recognisers by this truth, each as ./idols evaluate scores it.
  const beside = JSON.parse((await fetched(links?.beside)).toString()) as Labels;
  const besideRows = beside.tracks.flatMap(({ id, name, boxes }) =>
    boxes.map((box) => `${box.join(",")},"${name.replaceAll('"', '""')}",${id}`),
  );
  await writeFile(`${files}/beside.csv`, ["frame,x,y,w,h,name,track", ...besideRows, ""].join("\n"));
  const besideScore = await idols("evaluate", `${files}/truth.csv`, `${files}/beside.csv`);
  const table = page.getByRole("table", { name: "Both recognisers by this truth" });
  await expect(table.getByRole("columnheader")).toHaveText(["Average look", "Trained classifier"]);
  for (const [row, word] of [
    ["Names right, frame by frame", "labels"],
    ["Idol faces with the right name", "faces"],
    ["Named boxes that are right", "precision"],
    ["Strangers given a name", "strangers_named"],
  ] as const) {
    const both = [evaluated, besideScore].map((said) => new RegExp(`^${word}: (\\S+)`, "m").exec(said)![1]!);
    await expect(table.getByRole("row", { name: row }).getByRole("cell")).toHaveText(
      both.map((figure) => (figure === "n/a" ? figure : `${figure} %`)),
    );
  }
  await page.getByRole("button", { name: "Copy score" }).click();
  await expect(page.getByRole("button", { name: "Score copied" })).toBeVisible();
  const score = await page.evaluate(() => navigator.clipboard.readText());
  for (const figure of figures) expect(score).toContain(figure);
  expect(score).toContain("demo");

  // Another browser goes on from the file.
  const friend = await (await context.browser()!.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await friend.goto(page.url());
  await friend
    .getByLabel("Open a truth file")
    .setInputFiles({ name: "lyrics.txt", mimeType: "text/plain", buffer: Buffer.from("la la la\n") });
  await expect(friend.getByRole("alert")).toHaveText(
    "The first line has no column “frame”. It must be frame,x,y,w,h,name.",
  );
  await friend.getByLabel("Open a truth file").setInputFiles(`${files}/truth.csv`);
  await friend.getByRole("button", { name: "I have checked all tracks" }).click();
  await friend.reload();
  await expect(friend.getByText(/^(\d+) of \1 tracks looked at$/)).toBeVisible();
  expect(await download(friend, `${files}/again.csv`)).toBe(truth);
  await friend.screenshot({ path: `${shots}/truth-friend.png`, fullPage: true });
});

function faceButton(page: Page, track: number) {
  return page
    .getByRole("list", { name: "Faces on this frame" })
    .getByRole("button", { name: new RegExp(`^Track ${track}: `) });
}

async function frameIs(page: Page, frame: number): Promise<void> {
  await expect(page.locator("canvas[data-frame]")).toHaveAttribute("data-frame", String(frame));
}

async function download(page: Page, path: string): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download truth.csv" }).click();
  await (await started).saveAs(path);
  return readFile(path, "utf8");
}
