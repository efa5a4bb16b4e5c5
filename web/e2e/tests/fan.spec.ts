// A fan's whole way: a gallery, a video, the work on it, the player, the link for a friend.
import { copyFileSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;

test.beforeAll(async () => {
  const data = `${target}/fan`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
});

test.afterAll(async () => {
  await stack.stop();
});

test("makes a gallery, uploads, watches, plays, jumps, and shares with a friend", async ({
  page,
  browser,
}) => {
  const faults = faultsOf(page);
  await page.goto(stack.origin);
  await page.screenshot({ path: `${shots}/home.png`, fullPage: true });
  await accessible(page);

  await makeGallery(page, "Demo", demo.gallery);
  await page.screenshot({ path: `${shots}/gallery.png`, fullPage: true });
  await accessible(page);
  await page.getByRole("button", { name: "Done" }).click();

  await page.getByLabel("Choose a video").setInputFiles(demo.video);
  await page.getByRole("radio", { name: "Demo" }).check();
  const start = page.getByRole("button", { name: "Find the idols" });
  await expect(start).toHaveAttribute("aria-disabled", "false");
  await start.click();

  await page.waitForURL(/\/v\/[A-Za-z0-9_-]{22}$/);
  await expect(page.getByRole("progressbar", { name: "Work on the parts of the video" })).toBeVisible();
  await page.screenshot({ path: `${shots}/working.png`, fullPage: true });
  await accessible(page);

  await expect(page.getByRole("link", { name: "Download Annotated MP4" })).toBeVisible({ timeout: 120_000 });
  const lanes = page.getByRole("region", { name: "Who is on screen when" });
  for (const person of readdirSync(demo.gallery)) {
    await expect(lanes.getByRole("group", { name: new RegExp(`^${person}, `) })).toBeVisible();
  }

  await jumpsToTheFrame(page);
  await plays(page);
  await page.screenshot({ path: `${shots}/done.png`, fullPage: true });

  const friend = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  const friendsFaults = faultsOf(friend);
  await friend.goto(page.url());
  await expect(friend.getByRole("region", { name: "Player" })).toBeVisible();
  await jumpsToTheFrame(friend);
  await expect(friend.getByRole("button", { name: "Delete video" })).toHaveCount(0);
  await friend.screenshot({ path: `${shots}/friend.png`, fullPage: true });
  await accessible(friend);
  expect(friendsFaults).toEqual([]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);

  await page.getByRole("button", { name: "Delete video" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await page.waitForURL(`${stack.origin}/`);
  await friend.reload();
  await expect(friend.getByRole("heading", { name: "There is no video here" })).toBeVisible();
  expect(faults).toEqual([]);
});

test("takes a folder, and loses no picture when the editor is left at once", async ({ page }) => {
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Choose a folder").setInputFiles(demo.gallery);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: /^Edit/ }).click();
  const taken = page.getByRole("listitem", { name: /: taken$/ });
  await expect(taken).toHaveCount(picturesIn(demo.gallery), { timeout: 60_000 });
});

test("gives its maker a gallery's code for the extension, and shows it where it cannot be copied", async ({
  page,
  context,
}) => {
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  const copy = page.getByRole("button", { name: /code for the extension|Code copied/ });
  await expect(copy).toBeHidden();
  await page.getByLabel("Group").fill("Coded");
  await page.getByRole("button", { name: "Make the gallery" }).click();
  await context.clearPermissions();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await copy.click();
  const line = page.getByLabel("Code for the extension", { exact: true });
  const api = stack.origin.replaceAll(".", "\\.");
  await expect(line).toHaveValue(new RegExp(`^${api}/api#[\\w-]{22}\\.[\\w-]{43}$`));
  await accessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await copy.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${shots}/extension-code.png` });

  const [, id, secret] = /#(.{22})\.(.{43})$/.exec(await line.inputValue())!;
  const faces = (shown: string) =>
    fetch(`${stack.origin}/api/galleries/${id}/embeddings`, { headers: { authorization: `Bearer ${shown}` } });
  expect(await (await faces(secret!)).json()).toMatchObject({ name: "Coded", people: [] });
  expect((await faces("A".repeat(43))).status).toBe(404);
});

test("says beside a picture that it is there twice, until one of the two is removed", async ({ page }) => {
  const group = folder("doubled/Group/Ann");
  const [person] = readdirSync(demo.gallery);
  const [picture] = readdirSync(join(demo.gallery, person!));
  for (const copy of ["one.jpg", "two.jpg"]) {
    copyFileSync(join(demo.gallery, person!, picture!), join(group, copy));
  }
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Choose a folder").setInputFiles(join(group, ".."));
  const one = page.getByRole("listitem", { name: "one.jpg: taken" });
  await expect(one).toHaveAccessibleDescription(/Nearly the same as two\.jpg\./, { timeout: 60_000 });
  await page.screenshot({ path: `${shots}/doubled.png`, fullPage: true });

  await page.getByRole("button", { name: "Remove two.jpg" }).click();
  await expect(one).not.toHaveAccessibleDescription(/Nearly/);
});

test("tells why a text file is no video, and works on the next one", async ({ page }) => {
  const api = new Api(stack.origin);
  const gallery = await api.gallery("Other", demo.gallery);
  const refused = await api.uploadBytes(
    "mv.mp4",
    Buffer.from("These are the lyrics.\n".repeat(100)),
    gallery,
  );
  expect((await api.ended(refused.share)).state).toBe("refused");

  await page.goto(`${stack.origin}/v/${refused.share}`);
  await expect(page.getByRole("heading", { name: "We could not use this video" })).toBeVisible();
  await page.screenshot({ path: `${shots}/refused.png`, fullPage: true });

  const next = await api.upload(demo.video, gallery);
  const video = await api.ended(next.share);
  expect(video.state).toBe("done");
  expect((await fetched(video.links?.csv)).toString()).toContain("frame,x,y,w,h,name");
});

test("does not tell an unknown link from a deleted one", async ({ page }) => {
  await page.goto(`${stack.origin}/v/${"A".repeat(22)}`);
  await expect(page.getByRole("heading", { name: "There is no video here" })).toBeVisible();
});

function picturesIn(gallery: string): number {
  return readdirSync(gallery).reduce((sum, person) => sum + readdirSync(join(gallery, person)).length, 0);
}

/** As a fan does it: name the group, add people by name, drop their pictures. */
async function makeGallery(page: Page, group: string, pictures: string): Promise<void> {
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Group").fill(group);
  await page.getByRole("button", { name: "Make the gallery" }).click();
  for (const person of readdirSync(pictures)) {
    await page.getByLabel("Person", { exact: true }).fill(person);
    await page.getByRole("button", { name: "Add person" }).click();
    const files = readdirSync(join(pictures, person)).map((file) => join(pictures, person, file));
    await page.getByLabel(`Add pictures of ${person}`).setInputFiles(files);
    const taken = page
      .getByRole("list", { name: `Pictures of ${person}` })
      .getByRole("listitem", { name: /: taken$/ });
    await expect(taken).toHaveCount(files.length, { timeout: 60_000 });
  }
}

/** Clicks on when somebody is there: the video goes to just that frame, and the name is there. */
async function jumpsToTheFrame(page: Page): Promise<void> {
  const lane = page.getByRole("region", { name: "Who is on screen when" }).getByRole("group").first();
  const name = (await lane.getAttribute("aria-label"))!.split(", ")[0]!;
  await lane.getByRole("button").last().click();
  await expect(page.getByRole("group", { name: "On screen now" })).toContainText(name);
}

async function plays(page: Page): Promise<void> {
  const frame = async () => Number(await page.locator("canvas[data-frame]").getAttribute("data-frame"));
  const before = await frame();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(frame).toBeGreaterThan(before + 5);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
}

/** What the browser complains about: exceptions, errors on its console, requests that fail. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return faults;
}
