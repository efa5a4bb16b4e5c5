// Faces of a labelled video become pictures of its gallery.
import { cpSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched, type Gallery, type Job } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { lendHangul } from "../support/hangul.ts";
import { asMaker } from "../support/maker.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;
let api: Api;
let gallery: Gallery;
let job: Job;
/** Whom the gallery does not know. */
let left: string;
let known: string;

test.beforeAll(async () => {
  const data = `${target}/collect`;
  await rm(data, { recursive: true, force: true });
  [left, known] = readdirSync(demo.gallery).sort() as [string, string];
  const pictures = `${target}/collect-gallery`;
  await rm(pictures, { recursive: true, force: true });
  cpSync(join(demo.gallery, known), join(pictures, known), { recursive: true });
  stack = await Stack.start(data);
  api = new Api(stack.origin);
  gallery = await api.gallery("Demo", pictures);
  job = await api.upload(demo.video, gallery);
  expect((await api.ended(job.share)).state).toBe("done");
});

test.afterAll(async () => {
  await stack.stop();
});

interface Names {
  people: string[];
  tracks: { id: number; name: string; known: boolean; stranger?: number }[];
}

const labels = async () =>
  JSON.parse((await fetched((await api.video(job.share)).links?.labels)).toString()) as Names;
const usable = async (name: string) => {
  const { people } = await api.call("GET", `/galleries/${gallery.id}`, undefined, gallery.secret);
  const person = people.find((each: { name: string }) => each.name === name);
  return person?.pictures.filter(({ state }: { state: string }) => state === "taken").length ?? 0;
};

/** As the browser that uploaded the video, and made its gallery. */
async function openVideo(page: Page, galleries: object[] = [{ ...gallery, name: "Demo" }]): Promise<void> {
  await asMaker(page, job, galleries, gallery);
  await page.goto(`${stack.origin}/v/${job.share}`);
}

const panel = (page: Page) => page.getByRole("region", { name: "Correct the names" });
const everybody = (page: Page) => panel(page).getByRole("group", { name: "With all appearances" });

test("a stranger gets a name, faces of the video make a person of her, and the gallery knows her from then on", async ({
  page,
}) => {
  await openVideo(page);
  const { tracks } = await labels();
  const shown = new Map<number, number>();
  for (const { stranger } of tracks) {
    if (stranger !== undefined) shown.set(stranger, (shown.get(stranger) ?? 0) + 1);
  }
  // Who is left out of the gallery is the stranger whom the video shows most.
  const [number] = [...shown].sort(([, a], [, b]) => b - a)[0]!;
  const hers = tracks.filter(({ stranger }) => stranger === number).map(({ id }) => id);
  await everybody(page)
    .getByRole("button", { name: new RegExp(`^Unknown ${number}, `) })
    .click();
  await panel(page).getByLabel("Somebody else").fill(left);
  await panel(page).getByRole("button", { name: "Use this name" }).click();
  await panel(page)
    .getByRole("button", { name: `Add faces of ${left} to the gallery` })
    .click();

  const dialog = page.getByRole("dialog", { name: "Add faces to the gallery" });
  const faces = dialog.getByRole("checkbox");
  await expect(faces.last()).toBeEnabled();
  await expect(dialog).not.toHaveAttribute("aria-busy");
  const offered = await faces.count();
  expect(offered).toBeGreaterThan(2);
  expect(offered).toBeLessThanOrEqual(8);
  await expect(dialog.getByLabel("Name of the new person")).toHaveValue(left);
  await accessible(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/collect-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  // By keys alone, without the last one.
  const checked = dialog.getByRole("checkbox", { checked: true });
  const ticked = await checked.count();
  await checked.last().focus();
  await page.keyboard.press("Space");
  await expect(checked).toHaveCount(ticked - 1);
  await dialog.getByRole("button", { name: `Add ${ticked - 1} faces` }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("status")).toHaveText(
    `${ticked - 1} faces of ${left} added: ${ticked - 1} usable pictures now.`,
    { timeout: 30_000 },
  );
  await expect(dialog.getByText("Added", { exact: true })).toHaveCount(ticked - 1);
  expect(await usable(left)).toBe(ticked - 1);
  await accessible(page);
  await page.screenshot({ path: `${shots}/collect-added.png` });

  const before = (await api.video(job.share)) as { gallery?: { version: number } };
  await dialog.getByRole("button", { name: "Name this video anew" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel(page).getByRole("status")).toContainText("Nothing else had to change.");
  const after = (await api.video(job.share)) as { gallery?: { version: number } };
  expect(after.gallery!.version).toBeGreaterThan(before.gallery!.version);

  // Without anything said of the video, it is the gallery that knows her.
  for (let i = 0; i < 2; i++) {
    const { version } = await api.call("DELETE", `/jobs/${job.id}/corrections/last`, undefined, job.secret);
    await expect
      .poll(
        async () => ((await api.video(job.share)) as { corrections?: { named: number } }).corrections?.named,
      )
      .toBe(version);
  }
  const named = (await labels()).tracks.filter(({ name }) => name === left).map(({ id }) => id);
  expect(named).toEqual(expect.arrayContaining(hers));
});

test("somebody of the gallery gets more pictures, and what is there is not offered again", async ({
  page,
}) => {
  await openVideo(page);
  const before = await usable(known);
  const open = async () => {
    await everybody(page)
      .getByRole("button", { name: new RegExp(`^${known}, `) })
      .click();
    await panel(page).getByRole("button", { name: "Add faces to the gallery" }).click();
  };
  await open();
  const dialog = page.getByRole("dialog", { name: "Add faces to the gallery" });
  await expect(dialog).not.toHaveAttribute("aria-busy");
  await expect(dialog.getByLabel("Who is it?").locator("option:checked")).toHaveText(known);
  for (const each of await dialog.getByRole("checkbox").all()) await each.uncheck();
  await dialog.getByRole("button", { name: "Add faces" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Tick a face.");
  await dialog.getByRole("checkbox").first().check();
  const lost = /\/idols-uploads\/pictures\/.*X-Amz-Signature/;
  await page.route(lost, (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  await dialog.getByRole("button", { name: "Add 1 face" }).click();
  await expect(dialog.getByRole("status")).toHaveText("No face was added. 1 did not arrive: try again.", {
    timeout: 30_000,
  });
  await page.unroute(lost);
  await dialog.getByRole("button", { name: "Add 1 face" }).click();
  await expect(dialog.getByRole("status")).toHaveText(
    `1 face of ${known} added: ${before + 1} usable pictures now.`,
    { timeout: 30_000 },
  );
  expect(await usable(known)).toBe(before + 1);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  // From the gallery, too, a link leads to the video.
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "Edit Demo" }).click();
  await expect(
    page.getByText("Or pick faces out of a video").getByRole("link", { name: "demo" }),
  ).toHaveAttribute("href", `/v/${job.share}`);
  await expect(page.getByRole("listitem", { name: /^demo \d+-\d+\.jpg: taken$/ }).first()).toBeVisible();
  await accessible(page);
  await page.screenshot({ path: `${shots}/collect-editor.png`, fullPage: true });

  await page.goBack();
  await open();
  await expect(dialog.getByText("In the gallery already")).toHaveCount(1);
  await expect(dialog.getByRole("checkbox", { disabled: true })).toHaveCount(1);
});

test("without the gallery's secret, and without the video's, no face can be added", async ({
  page,
  browser,
}) => {
  await openVideo(page, []);
  await everybody(page)
    .getByRole("button", { name: new RegExp(`^${known}, `) })
    .click();
  await expect(panel(page).getByText("faces cannot be added to a gallery here")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Add faces/ })).toHaveCount(0);
  const friend = await browser.newPage();
  await friend.goto(`${stack.origin}/v/${job.share}`);
  await expect(friend.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(friend.getByText(/to (a|the) gallery/)).toHaveCount(0);
  await friend.close();
});

test("the faces are whole in Korean, in the dark", async ({ browser }) => {
  const page = await (await browser.newContext({ locale: "ko-KR", colorScheme: "dark" })).newPage();
  await openVideo(page);
  await lendHangul(page);
  await page
    .getByRole("group", { name: "모든 등장 장면" })
    .getByRole("button", { name: /^모르는 사람/ })
    .first()
    .click();
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator(".correct").screenshot({ path: `${shots}/collect-panel-ko-${width}.png` });
  }
  await page.getByRole("button", { name: "얼굴을 갤러리에 추가" }).click();
  const dialog = page.getByRole("dialog", { name: "얼굴을 갤러리에 추가" });
  await expect(dialog.getByRole("checkbox").first()).toBeEnabled();
  await expect(dialog).not.toHaveAttribute("aria-busy");
  await accessible(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/collect-ko-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.context().close();
});
