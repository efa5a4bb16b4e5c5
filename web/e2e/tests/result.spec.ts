// What can be done with a labelled video: going through somebody's scenes, files for editors, correcting the names.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cpSync, readdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched, type Job } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { lendHangul } from "../support/hangul.ts";
import { asMaker } from "../support/maker.ts";
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
  job = await api.upload(demo.video, await api.gallery(`Without ${left}`, gallery));
  expect((await api.ended(job.share)).state).toBe("done");
});

test.afterAll(async () => {
  await stack.stop();
});

interface Names {
  video: { duration: number };
  people: string[];
  tracks: { id: number; name: string; known: boolean; stranger?: number; boxes: number[][] }[];
}

/** As the browser that uploaded the video. */
async function open(page: Page): Promise<void> {
  await asMaker(page, job);
  await page.goto(`${stack.origin}/v/${job.share}`);
}

const panel = (page: Page) => page.getByRole("region", { name: "Correct the names" });
const lane = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "Who is on screen when" })
    .getByRole("group", { name: new RegExp(`^${name}, `) });
/** What a lane shows of whoever it is for. */
const face = (page: Page, name: string) =>
  page
    .locator(".lane", { has: page.getByRole("group", { name: new RegExp(`^${name}, `) }) })
    .locator("img");
const csv = async () => (await fetched((await api.video(job.share)).links?.csv)).toString();

test("keys and buttons lead from scene to scene, and boxes of one person can be left out", async ({
  page,
}) => {
  await page.goto(`${stack.origin}/v/${job.share}`);
  const at = async () => Number(await page.getByRole("slider", { name: "Position" }).inputValue());
  await expect(lane(page, known).getByRole("button").first()).toBeVisible();
  const starts = await lane(page, known)
    .getByRole("button")
    .evaluateAll((spans) => spans.map((span) => Number(span.dataset["start"])));
  expect(starts.length).toBeGreaterThan(1);
  const place = await page
    .getByRole("region", { name: "Who is on screen when" })
    .getByRole("group")
    .evaluateAll((lanes, name) => lanes.findIndex((each) => each.ariaLabel!.startsWith(`${name}, `)), known);
  const near = (seconds: number) => expect.poll(at).toBeCloseTo(seconds, 1);

  await page.keyboard.press(`Digit${place + 1}`);
  const first = starts[0]! > 0 ? 0 : 1;
  await near(starts[first]!);
  await page.keyboard.press("n");
  await near(starts[(first + 1) % starts.length]!);
  await page.keyboard.press(`Shift+Digit${place + 1}`);
  await near(starts[first]!);
  await page.getByRole("button", { name: `Next scene with ${known}` }).click();
  await near(starts[(first + 1) % starts.length]!);
  await expect(page.getByRole("group", { name: "On screen now" })).toContainText(known);

  const drawn = () =>
    page.locator("canvas[data-frame]").evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((sum, part) => sum + (part > 0 ? 1 : 0), 0);
    });
  const all = await drawn();
  const boxes = page.getByRole("button", { name: `Boxes of ${known}` });
  await boxes.click();
  await expect(boxes).toHaveAttribute("aria-pressed", "false");
  expect(await drawn()).toBeLessThan(all);
  await boxes.click();
  expect(await drawn()).toBe(all);
});

test("a lane shows the best face of whoever it is for, and none where the video has none", async ({
  page,
}) => {
  const { links } = await api.video(job.share);
  const { tracks } = JSON.parse((await fetched(links?.labels)).toString()) as Names;
  const { faces } = JSON.parse((await fetched(links?.faces)).toString()) as {
    faces: { track: number; jpeg: string }[];
  };
  const best = (of: (track: Names["tracks"][number]) => boolean) =>
    `data:image/jpeg;base64,${faces.find(({ track }) => of(tracks[track]!))!.jpeg}`;
  const stranger = tracks.find(({ known }) => !known)!.stranger!;
  await page.goto(`${stack.origin}/v/${job.share}`);
  await expect(face(page, known)).toHaveAttribute("src", best(({ name }) => name === known));
  await expect(face(page, `Unknown ${stranger}`)).toHaveAttribute(
    "src",
    best((track) => track.stranger === stranger),
  );
  // Decoded, which a policy that forbids it would stop.
  expect(await face(page, known).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
  for (const [scheme, width] of [
    ["light", 360],
    ["dark", 1440],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await accessible(page);
    await page.locator(".lane-view").screenshot({ path: `${shots}/lanes-${scheme}-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  await page.route(/faces\.json/, (route) => route.fulfill({ status: 404 }));
  const asked = page.waitForResponse(/faces\.json/);
  await page.reload();
  await asked;
  await expect(lane(page, known)).toBeVisible();
  await expect(page.locator(".lane img")).toHaveCount(0);
});

test("files for subtitles and editors are those of the labels", async ({ page }) => {
  await page.goto(`${stack.origin}/v/${job.share}`);
  const saved = async (name: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const srt = await saved("Download SRT");
  expect(srt.name).toBe("demo.srt");
  expect(srt.text).toMatch(/^1\n\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}\n/);
  await page.getByRole("combobox", { name: "Scenes of" }).selectOption(known);
  const edl = await saved("Download EDL");
  expect(edl.name).toBe(`demo - ${known}.edl`);
  expect(edl.text).toContain("FCM: NON-DROP FRAME");
  expect(edl.text.match(/^\d{3}  AX/gm)).toHaveLength(await lane(page, known).getByRole("button").count());
});

test("the player is embedded on another site, and the page itself is not", async ({ context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stack.origin });
  await open(page);
  const results = page.getByRole("region", { name: "Keep and share" });
  const line = results.getByRole("textbox", { name: "Line for another site" });
  await expect(line).toBeHidden();
  await results.getByRole("button", { name: "Embed" }).click();
  await expect(line).toBeVisible();
  await accessible(page);
  await results.getByRole("button", { name: "Copy the line" }).click();
  await expect(results.getByRole("button", { name: "Line copied" })).toBeVisible();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toBe(await line.inputValue());
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await results.screenshot({ path: `${shots}/embed-card-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  const site = createServer((request, response) => {
    const own = `<iframe src="${stack.origin}/v/${job.share}"></iframe>`;
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><html lang="en"><title>Fan site</title><body>${request.url === "/own" ? own : snippet}`,
    );
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  try {
    const { port } = site.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const frame = page.frameLocator("iframe");
    const span = frame.getByRole("group", { name: new RegExp(`^${known}, `) }).getByRole("button");
    await span.first().click();
    await expect(frame.getByRole("group", { name: "On screen now" })).toContainText(known);
    await expect(frame.locator(".lane img").first()).toBeVisible();
    // Whoever made the video may be led to click there by another site.
    await expect(frame.getByRole("button", { name: /Delete|Copy link|This is/ })).toHaveCount(0);
    await expect(frame.getByRole("link")).toHaveAttribute("target", "_blank");

    await page.goto(`http://127.0.0.1:${port}/own`);
    await expect.poll(() => page.frames()[1]!.url()).toMatch(/^chrome-error:/);
  } finally {
    site.closeAllConnections();
    site.close();
  }
});

for (const [locale, words] of [
  ["en-US", "Open on its own page"],
  ["ko-KR", "전체 페이지에서 열기"],
] as const) {
  test(`what is embedded is whole, ${locale}`, async ({ browser }) => {
    const page = await (await browser.newContext({ locale })).newPage();
    await page.goto(`${stack.origin}/embed/${job.share}`);
    await lendHangul(page);
    await expect(page.getByRole("link", { name: words })).toHaveAttribute("href", `/v/${job.share}`);
    await expect(page.locator(".lane img").first()).toBeVisible();
    await accessible(page);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 680 });
      await page.screenshot({ path: `${shots}/embed-${locale}-${width}.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.goto(`${stack.origin}/embed/${"A".repeat(22)}`);
    await expect(page.getByRole("status").filter({ hasText: /no video here|영상이 없습니다/ })).toBeVisible();
    await page.context().close();
  });
}

test("both recognisers are seen side by side, and the player shows the names of either", async ({
  browser,
  page,
}) => {
  const { links } = await api.video(job.share);
  const read = async (link: string | undefined) => JSON.parse((await fetched(link)).toString()) as Names;
  const [used, other] = [await read(links?.labels), await read(links?.beside)];
  expect(other.tracks.map(({ id, boxes }) => [id, boxes])).toEqual(
    used.tracks.map(({ id, boxes }) => [id, boxes]),
  );
  // The demo's faces are easy, so that both may agree: here they part once.
  const apart = used.tracks.find(({ name }) => name === known)!;
  other.tracks[used.tracks.indexOf(apart)] = { ...apart, name: "unknown", known: false, stranger: 99 };
  const differ = used.tracks.filter(({ name }, i) => name !== other.tracks[i]!.name).length;
  const all = used.tracks.length;
  const open = async (page: Page, button: string) => {
    await page.route(/labels-beside\.json/, (route) => route.fulfill({ json: other }));
    await page.goto(`${stack.origin}/v/${job.share}`);
    await page.getByRole("button", { name: button, exact: true }).click();
  };
  await open(page, "Compare");
  const region = page.getByRole("region", { name: "Two recognisers side by side" });
  await expect(region).toContainText(`Both give the same name to ${all - differ} of ${all} appearances.`);
  const row = region.getByRole("row", { name: new RegExp(`^${known} `) });
  const seconds = await row.getByRole("cell").allInnerTexts();
  expect(Number.parseFloat(seconds[0]!)).toBeGreaterThan(Number.parseFloat(seconds[1]!));
  await expect(lane(page, known)).toHaveAccessibleName(new RegExp(`^${known}, ${seconds[0]} on screen`));

  await region.getByRole("button", { name: `${known} or Unknown 99?` }).click();
  const now = page.getByRole("group", { name: "On screen now" });
  await expect(now).toContainText(known);
  const either = region.getByRole("group", { name: "Names in the player" });
  await either.getByRole("button", { name: "Trained classifier, to compare" }).click();
  await expect(now).toContainText("Unknown 99");
  await expect(lane(page, known)).toHaveAccessibleName(new RegExp(`^${known}, ${seconds[1]} on screen`));
  await accessible(page);
  await either.getByRole("button", { name: "Average look, the labels" }).click();
  await expect(now).not.toContainText("Unknown 99");
  await expect(lane(page, known)).toHaveAccessibleName(new RegExp(`^${known}, ${seconds[0]} on screen`));

  const korean = await (await browser.newContext({ locale: "ko-KR" })).newPage();
  await open(korean, "비교하기");
  await lendHangul(korean);
  for (const [which, language] of [
    [page, "en"],
    [korean, "ko"],
  ] as const) {
    for (const width of [360, 1440]) {
      await which.setViewportSize({ width, height: 900 });
      const section = which.locator(".beside");
      await expect(section.getByRole("table")).toBeVisible();
      await section.screenshot({ path: `${shots}/beside-${language}-${width}.png` });
      expect(await which.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await korean.context().close();
});

test("screen time has its share, and a click leads to where two are seen together", async ({ page }) => {
  const labels = JSON.parse((await fetched((await api.video(job.share)).links?.labels)).toString()) as Names;
  const spans = labels.tracks as (Names["tracks"][number] & { start: number; end: number })[];
  const mine = spans.filter(({ name }) => name === known);
  // The gallery knows one person alone: whoever is seen with her is the second.
  const second = spans.find(
    (each) => !each.known && mine.some(({ start, end }) => start < each.end && each.start < end),
  )!;
  const { stranger: _, ...named } = second;
  const tracks = spans.map((each) => (each === second ? { ...named, name: "Second", known: true } : each));
  await page.route(/labels\.json/, (route) =>
    route.fulfill({ json: { ...labels, people: [...labels.people, "Second"], tracks } }),
  );
  await page.goto(`${stack.origin}/v/${job.share}`);
  const region = page.getByRole("region", { name: "Screen time" });
  const cells = region.getByRole("row", { name: /^Second / }).getByRole("cell");
  const seconds = second.end - second.start;
  const share = seconds / labels.video.duration;
  await expect(cells.nth(0)).toHaveText(`${seconds.toFixed(1)} s`);
  await expect(cells.nth(1)).toHaveText(`${(100 * share).toFixed(0)} %`);
  await region.getByRole("button", { name: new RegExp(`^${known} and Second, [\\d.]+ s together`) }).click();
  const now = page.getByRole("group", { name: "On screen now" });
  await expect(now).toContainText(known);
  await expect(now).toContainText("Second");
  await accessible(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/together-${width}.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("a video that was named before there was a comparison says so", async ({ page }) => {
  await page.route(/labels-beside\.json/, (route) => route.fulfill({ status: 404 }));
  await page.goto(`${stack.origin}/v/${job.share}`);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "before there was a second" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeEnabled();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the result, ${colorScheme}, and nothing moves for whoever wants that`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await open(page);
    await panel(page)
      .getByRole("button", { name: /^Unknown \d+, / })
      .first()
      .click();
    await accessible(page);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map((each) => (each as CSSTransition).transitionProperty ?? (each as CSSAnimation).animationName),
    );
    expect(moving).toEqual([]);
  });
}

test("a stranger is named once and is named everywhere, and it can be undone", async ({ page }) => {
  await open(page);
  const all = panel(page).getByRole("group", { name: "With all appearances" });
  const stranger = all.getByRole("button", { name: /^Unknown \d+, / }).first();
  const called = (await stranger.getAttribute("aria-label"))!.split(", ")[0]!;
  const picture = (await face(page, called).getAttribute("src"))!;
  await stranger.click();
  await panel(page).getByLabel("Somebody else").fill("Newcomer");
  const before = await csv();
  const clicked = Date.now();
  await panel(page).getByRole("button", { name: "Use this name" }).click();

  await expect(panel(page).getByRole("status")).toContainText(`${called} is now Newcomer`);
  expect(Date.now() - clicked).toBeLessThan(5_000);
  await expect(lane(page, "Newcomer")).toBeVisible();
  await expect(face(page, "Newcomer")).toHaveAttribute("src", picture);
  await lane(page, "Newcomer").getByRole("button").first().click();
  await expect(page.getByRole("group", { name: "On screen now" })).toContainText("Newcomer");
  expect(await csv()).toContain("Newcomer");
  // The other recogniser is told, too, and names anew beside.
  expect((await fetched((await api.video(job.share)).links?.beside)).toString()).toContain("Newcomer");
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

test("a face is clicked in the picture that stands still, and its name is asked for", async ({ page }) => {
  await open(page);
  await lane(page, known).getByRole("button").first().click();
  await expect(page.getByRole("group", { name: "On screen now" })).toContainText(known);
  const labels = JSON.parse((await fetched((await api.video(job.share)).links?.labels)).toString());
  const frame = Number(await page.locator("canvas[data-frame]").getAttribute("data-frame"));
  const boxes = labels.tracks.flatMap(({ name, boxes }: Names["tracks"][number]) =>
    boxes.filter(([at]) => name === known && at === frame),
  );
  const [, x, y, w, h] = boxes[0] as number[];
  const video = page.locator("video");
  await video.evaluate((picture) => picture.scrollIntoView({ block: "center" }));
  const area = (await video.boundingBox())!;
  const scale = Math.min(area.width / labels.video.width, area.height / labels.video.height);
  const left = area.x + (area.width - labels.video.width * scale) / 2;
  const top = area.y + (area.height - labels.video.height * scale) / 2;
  await page.mouse.click(left + (x! + w! / 2) * scale, top + (y! + h! / 2) * scale);
  await expect(panel(page).getByRole("group", { name: `Who is ${known}?` })).toBeInViewport();
  await expect(panel(page).getByRole("button", { name: `Not ${known}` })).toBeVisible();
  expect(await video.evaluate((each: HTMLVideoElement) => each.paused)).toBe(true);

  // Beside all faces a click plays, as before.
  await video.evaluate((picture) => picture.scrollIntoView({ block: "center" }));
  await page.mouse.click(area.x + 4, (await video.boundingBox())!.y + 4);
  await expect.poll(() => video.evaluate((each: HTMLVideoElement) => each.paused)).toBe(false);
});

test("who is not somebody is remembered, and the MP4 is drawn again on request", async ({ page }) => {
  await open(page);
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

test("the maker gives the video another link, and the old one shows nothing any more", async ({ page, browser }) => {
  await open(page);
  const old = page.url();
  await page.getByRole("button", { name: "New link" }).click();
  const dialog = page.getByRole("dialog", { name: "Give this video a new link?" });
  await accessible(page);
  await dialog.getByRole("button", { name: "New link" }).click();
  await expect(page).not.toHaveURL(old);
  await expect(page.getByRole("button", { name: "Delete video" })).toBeVisible();
  const friend = await browser.newPage();
  await friend.goto(old);
  await expect(friend.getByRole("heading", { name: "There is no video here" })).toBeVisible();
  await friend.goto(page.url());
  await expect(lane(friend, known)).toBeVisible();
  await friend.close();
  job = { ...job, share: page.url().split("/").at(-1)! };
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
