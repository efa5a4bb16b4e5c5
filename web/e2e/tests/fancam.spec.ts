// Fancams on the page of a finished video: asked for, watched, taken along, shown to others, deleted.
import { rm, writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched, type Job } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { asMaker } from "../support/maker.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;
let api: Api;
let job: Job;
let person: string;

test.beforeAll(async () => {
  const data = `${target}/fancam`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
  api = new Api(stack.origin);
  job = await api.upload(demo.video, await api.gallery("Everybody", demo.gallery));
  const video = await api.ended(job.share);
  expect(video.state).toBe("done");
  const labels = JSON.parse((await fetched(video.links?.labels)).toString()) as {
    tracks: { name: string; known: boolean }[];
  };
  person = labels.tracks.find(({ known }) => known)!.name;
});

test.afterAll(async () => {
  await stack.stop();
});

async function open(page: Page, isMaker: boolean): Promise<void> {
  if (isMaker) await asMaker(page, job);
  await page.goto(`${stack.origin}/v/${job.share}`);
}

const card = (page: Page) => page.getByRole("region", { name: "Fancams" });

/** Width over height of the video, once the browser knows. */
const shape = (page: Page) =>
  card(page)
    .getByLabel(`Fancam of ${person}`, { exact: true })
    .evaluate(async (video: HTMLVideoElement) => {
      if (video.readyState < 1) await new Promise((done) => video.addEventListener("loadedmetadata", done));
      return [video.videoWidth / video.videoHeight, video.duration] as const;
    });

test("whoever made the video has a fancam made, and everybody with the link watches it", async ({
  page,
  browser,
}) => {
  await open(page, true);
  await card(page)
    .getByRole("button", { name: `Make a fancam of ${person}` })
    .click();
  await expect(card(page).getByRole("progressbar", { name: `Fancam of ${person}` })).toBeVisible();
  await accessible(page);
  const watch = card(page).getByRole("button", { name: `Watch the fancam of ${person}` });
  await expect(watch).toBeVisible({ timeout: 120_000 });

  // Without a mouse.
  await watch.focus();
  await page.keyboard.press("Enter");
  const [ratio, seconds] = await shape(page);
  expect(ratio).toBeCloseTo(9 / 16, 2);
  const whole = JSON.parse((await fetched((await api.video(job.share)).links?.labels)).toString()) as {
    video: { duration: number };
  };
  expect(seconds).toBeCloseTo(whole.video.duration, 0);
  await accessible(page);
  for (const [scheme, width] of [
    ["light", 360],
    ["dark", 1440],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await card(page).screenshot({ path: `${shots}/fancam-${scheme}-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  const saved = await fetched((await card(page).getByRole("link").getAttribute("href"))!);
  expect(saved.subarray(4, 8).toString()).toBe("ftyp");
  await writeFile(`${shots}/fancam.mp4`, saved);

  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other, false);
  await other.getByRole("button", { name: `Watch the fancam of ${person}` }).click();
  expect((await shape(other))[0]).toBeCloseTo(9 / 16, 2);
  await expect(card(other).getByRole("button", { name: /^(Make|Delete)/ })).toHaveCount(0);
  await accessible(other);
  await context.close();
});

test("a fancam is marked as of older names after a correction, made again and deleted", async ({ page }) => {
  await open(page, true);
  const { version } = await api.call(
    "POST",
    `/jobs/${job.id}/corrections`,
    { tracks: [0], name: "Somebody else", is: true },
    job.secret,
  );
  await expect
    .poll(async () => (await api.call("GET", `/shares/${job.share}`)).corrections?.named)
    .toBe(version);
  await page.reload();
  await expect(card(page)).toContainText("It goes by the names before the last correction.");
  await card(page)
    .getByRole("button", { name: `Make it again: the fancam of ${person}` })
    .click();
  await expect(card(page)).not.toContainText("It goes by the names before", { timeout: 120_000 });
  await expect(card(page).getByRole("button", { name: `Watch the fancam of ${person}` })).toBeVisible({
    timeout: 120_000,
  });

  const address = (await card(page).getByRole("link").getAttribute("href"))!;
  await card(page)
    .getByRole("button", { name: `Delete the fancam of ${person}` })
    .click();
  await accessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(card(page).getByRole("button", { name: `Make a fancam of ${person}` })).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
});
