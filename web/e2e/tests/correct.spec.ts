// Corrections: the maker of a video names a stranger, says who somebody is not, takes it back, has the MP4 drawn again.
import { cpSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { Api, fetched, type Job } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;
let api: Api;
let job: Job;
let known: string;

test.beforeAll(async () => {
  const data = `${target}/correct`;
  await rm(data, { recursive: true, force: true });
  const [left, ...others] = readdirSync(demo.gallery).sort();
  known = others[0]!;
  const gallery = `${target}/correct-gallery`;
  await rm(gallery, { recursive: true, force: true });
  for (const person of others) cpSync(join(demo.gallery, person), join(gallery, person), { recursive: true });
  stack = await Stack.start(data);
  api = new Api(stack.origin);
  job = await api.upload(demo.video, (await api.gallery(`Without ${left}`, gallery)).id);
  expect((await api.ended(job.share)).state).toBe("done");
});

test.afterAll(async () => {
  await stack.stop();
});

/** As the browser that uploaded the video. */
async function asMaker(page: Page): Promise<void> {
  await page.addInitScript(
    (made) => {
      localStorage.setItem("idols.videos", JSON.stringify([made]));
    },
    { share: job.share, job: job.id, secret: job.secret, title: "demo.mp4", created: 1 },
  );
  await page.goto(`${stack.origin}/v/${job.share}`);
}

const panel = (page: Page) => page.getByRole("region", { name: "Correct the names" });
const lane = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "Who is on screen when" })
    .getByRole("group", { name: new RegExp(`^${name}, `) });
const csv = async () => (await fetched((await api.video(job.share)).links?.csv)).toString();

test("a stranger is named once and is named everywhere, and it can be undone", async ({ page }) => {
  await asMaker(page);
  const all = panel(page).getByRole("group", { name: "With all appearances" });
  const stranger = all.getByRole("button", { name: /^Unknown \d+, / }).first();
  const called = (await stranger.getAttribute("aria-label"))!.split(", ")[0]!;
  await stranger.click();
  await panel(page).getByLabel("Somebody else").fill("Newcomer");
  const before = await csv();
  const clicked = Date.now();
  await panel(page).getByRole("button", { name: "Use this name" }).click();

  await expect(panel(page).getByRole("status")).toContainText(`${called} is now Newcomer`);
  expect(Date.now() - clicked).toBeLessThan(5_000);
  await expect(lane(page, "Newcomer")).toBeVisible();
  await lane(page, "Newcomer").getByRole("button").first().click();
  await expect(page.getByRole("group", { name: "On screen now" })).toContainText("Newcomer");
  expect(await csv()).toContain("Newcomer");
  for (const kind of ["labels", "vtt"] as const) {
    expect((await fetched((await api.video(job.share)).links?.[kind])).toString()).toContain("Newcomer");
  }
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await all.getByRole("button", { name: /^Newcomer, / }).click();
    await page.screenshot({ path: `${shots}/correct-${width}.png`, fullPage: true });
    await all.getByRole("button", { name: /^Newcomer, / }).click();
  }

  await panel(page).getByRole("button", { name: "Undo the last correction" }).click();
  await expect(lane(page, "Newcomer")).toHaveCount(0);
  await expect(lane(page, called)).toBeVisible();
  expect(await csv()).toBe(before);
});

test("who is not somebody is remembered, and the MP4 is drawn again on request", async ({ page }) => {
  await asMaker(page);
  await lane(page, known).getByRole("button").first().click();
  const faces = panel(page).getByRole("group", { name: "On this frame" });
  await faces
    .getByRole("button", { name: `${known}, this appearance` })
    .first()
    .click();
  await panel(page)
    .getByRole("button", { name: `Not ${known}` })
    .click();
  await expect(panel(page).getByRole("status")).toContainText(`${known} is now unknown`);

  const annotated = async () => fetched((await api.video(job.share)).links?.annotated);
  const old = await annotated();
  await page.reload();
  await expect(panel(page).getByText("The annotated MP4 still shows the names from before")).toBeVisible();
  await panel(page).getByRole("button", { name: "Draw it again" }).click();
  await expect(page.getByRole("progressbar", { name: "Work on the parts of the video" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Work on the parts of the video" })).toBeHidden({
    timeout: 120_000,
  });
  await expect(panel(page).getByRole("button", { name: "Draw it again" })).toBeHidden();
  expect((await annotated()).equals(old)).toBe(false);
  await expect(panel(page).getByRole("button", { name: "Undo the last correction" })).toBeVisible();
});

test("whoever has the link alone cannot correct", async ({ page }) => {
  await page.goto(`${stack.origin}/v/${job.share}`);
  await expect(lane(page, known)).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
  await expect(
    api.call("POST", `/jobs/${job.id}/corrections`, { tracks: [0], name: "X", is: true }, "A".repeat(43)),
  ).rejects.toThrow("404");
});
