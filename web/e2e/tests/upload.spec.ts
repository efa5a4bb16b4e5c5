// Uploads that survive: several, paused, reloaded in the middle, and files that are refused before a byte is sent.
import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, type Gallery } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { hollowFilm, longFilm } from "../support/files.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;
let gallery: Gallery;

test.beforeAll(async () => {
  const data = `${target}/upload`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
  gallery = await new Api(stack.origin).gallery("Demo", demo.gallery);
});

test.afterAll(async () => {
  await stack.stop();
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript((kept) => {
    localStorage["idols.galleries"] ??= JSON.stringify([{ ...kept, name: "Demo" }]);
  }, gallery);
});

test("goes on with the missing parts after a reload, and with no other file", async ({ page }) => {
  const film = longFilm("MV 뮤비.mp4", 40);
  const line = await cutAfter(page, 1);
  await page.goto(stack.origin);
  await page.getByLabel("Choose a video").setInputFiles(film);
  await begin(page);
  await expect(page.getByRole("progressbar", { name: "Upload of MV 뮤비.mp4" })).toBeVisible();
  await line.arrived(1);

  await page.reload();
  const uploads = page.getByRole("region", { name: "Uploads" });
  await expect(uploads).toContainText("choose the file again");
  await expect(uploads).toContainText("kept for 7 days");
  await page.screenshot({ path: `${shots}/upload-lost.png`, fullPage: true });
  await accessible(page);
  await uploads.getByLabel("Choose the file again: MV 뮤비.mp4").setInputFiles(hollowFilm("other.mp4", 40));
  await expect(uploads.getByRole("alert")).toContainText("“other.mp4” is another file");

  const sent = await line.mended();
  // As if it were a new one: it is known again.
  await page.getByLabel("Choose a video").setInputFiles(film);
  await page.waitForURL(/\/v\/[A-Za-z0-9_-]{22}$/);
  expect(sent.sort()).toEqual(["2", "3"]);
  await expect(page.getByRole("heading", { name: "MV 뮤비" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Work on the parts of the video" })).toBeVisible();
  const share = page.url().split("/").at(-1)!;
  expect((await new Api(stack.origin).ended(share)).state).toBe("done");
});

test("takes several at once, pauses, continues and deletes them", async ({ page }) => {
  const line = await cutAfter(page, 1);
  await page.goto(stack.origin);
  const choose = page.locator(".video-step input[type=file]");
  // So that a phone shows its camera roll and does not go straight to the camera.
  await expect(choose).not.toHaveAttribute("capture");
  await choose.setInputFiles([hollowFilm("one.mp4", 20), hollowFilm("two.mp4", 1)]);
  await choose.setInputFiles(hollowFilm("three.mp4", 20));
  await expect(page.getByRole("list", { name: "Chosen videos" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("Looks for Demo in 3 videos.")).toBeVisible();
  await page.screenshot({ path: `${shots}/several.png`, fullPage: true });
  await accessible(page);
  await begin(page);

  await line.arrived(1);
  await page.getByRole("button", { name: "Pause one.mp4" }).click();
  await expect(page.getByRole("link", { name: "Open two" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause three.mp4" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Continue one.mp4" })).toBeVisible();
  await page.screenshot({ path: `${shots}/uploads.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${shots}/uploads-phone.png`, fullPage: true });
  await accessible(page);

  await page.getByRole("button", { name: "Delete the upload of three.mp4" }).click();
  const deletion = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  expect((await deletion).status()).toBe(204);
  const sent = await line.mended();
  await page.getByRole("button", { name: "Continue one.mp4" }).click();
  await expect(page.getByRole("link", { name: "Open one" })).toBeVisible();
  expect(sent).toEqual(["2"]);
  await expect(page.getByRole("progressbar", { name: /three/ })).toHaveCount(0);
  const kept = await page.evaluate(() => localStorage["idols.uploads"]);
  expect(JSON.parse(kept)).toEqual([]);
});

test("goes on by itself after a reload where the browser may read the file again", async ({ page }) => {
  const line = await cutAfter(page, 1);
  await page.addInitScript(() => {
    // A file of the page's own file system stands for one on the fan's disk: nobody can click on the system's picker here.
    Object.assign(window, {
      showOpenFilePicker: async () => [
        await (await navigator.storage.getDirectory()).getFileHandle("own.mp4", { create: true }),
      ],
    });
  });
  await page.goto(stack.origin);
  await page.evaluate(async () => {
    const disk = await navigator.storage.getDirectory();
    const writing = await (await disk.getFileHandle("own.mp4", { create: true })).createWritable();
    await writing.write(new Uint8Array([0, 0, 0, 16, ...new TextEncoder().encode("ftypisom"), 0, 0, 0, 0]));
    await writing.truncate(20 << 20);
    await writing.close();
  });
  await page.getByText("Choose a video").click();
  await begin(page);
  await line.arrived(1);
  const sent = await line.mended();
  await page.reload();
  await page.waitForURL(/\/v\/[A-Za-z0-9_-]{22}$/);
  expect(sent).toEqual(["2"]);
});

test("refuses before a byte is sent what the gate would, and takes what is pasted", async ({ page }) => {
  const limits = (await (await fetch(`${stack.origin}/api/limits`)).json()) as object;
  // The demo lasts longer than ten seconds.
  await page.route("**/api/limits", (route) => route.fulfill({ json: { ...limits, seconds: 10 } }));
  const posts: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && posts.push(request.url()));
  await page.goto(stack.origin);
  const step = page.getByRole("region", { name: "Your music video" });
  const lyrics = `${folder("films")}/lyrics.mp4`;
  writeFileSync(lyrics, "These are the lyrics.\n");
  await page.getByLabel("Choose a video").setInputFiles(lyrics);
  await expect(step.getByRole("alert")).toContainText("“lyrics.mp4” is not a video");
  await page.getByLabel("Choose a video").setInputFiles(demo.video);
  await expect(step.getByRole("alert")).toContainText("“demo.mp4” is longer than 0 minutes");
  await accessible(page);
  await expect(page.getByRole("button", { name: "Find the idols" })).toHaveAttribute("aria-disabled", "true");
  expect(posts).toEqual([]);

  await page.unroute("**/api/limits");
  await page.reload();
  await expect(step).toContainText("MP4, MOV, MKV, or WebM, up to 5 GB and 4 hours");
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "pasted.mp4"));
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true }));
  }, readFileSync(demo.video).toString("base64"));
  await expect(step.getByRole("listitem")).toContainText("pasted.mp4");
  await expect(page.getByRole("button", { name: "Find the idols" })).toHaveAttribute("aria-disabled", "false");
});

async function begin(page: Page): Promise<void> {
  const start = page.getByRole("button", { name: "Find the idols" });
  await expect(start).toHaveAttribute("aria-disabled", "false");
  await start.click();
}

/** A line over which the first parts of each upload come, and no further ones until it is mended. */
async function cutAfter(page: Page, parts: number) {
  let cut = true;
  let arrived = 0;
  const sent: string[] = [];
  await page.route(/partNumber=\d+/, async (route) => {
    const number = new URL(route.request().url()).searchParams.get("partNumber")!;
    if (cut && Number(number) > parts) return;
    if (!cut && route.request().method() === "PUT") sent.push(number);
    await route.continue();
  });
  page.on("response", (response) => {
    if (response.request().method() === "PUT" && response.ok()) arrived++;
  });
  return {
    arrived: (n: number) => expect.poll(() => arrived).toBeGreaterThanOrEqual(n),
    /** Numbers of the parts that are sent from now on. */
    mended: async () => {
      cut = false;
      return sent;
    },
  };
}
