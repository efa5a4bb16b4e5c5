// English and Korean: the browser's own language first, the one that was chosen from then on.
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, type Gallery, type Job } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { lendHangul } from "../support/hangul.ts";
import { asMaker } from "../support/maker.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;
let api: Api;
let gallery: Gallery;
/** A video whose gallery has names in Hangul, too. */
let job: Job;

test.beforeAll(async () => {
  const data = `${target}/language`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
  api = new Api(stack.origin);
  gallery = await api.gallery("데모", demo.gallery);
  const { id, secret } = gallery;
  const { people } = await api.call("GET", `/galleries/${id}`, undefined, secret);
  const names = { name: people[0].name, korean: "프랑크" };
  await api.call("PUT", `/galleries/${id}/people/${people[0].id}`, names, secret);
  job = await api.upload(demo.video, gallery);
  expect((await api.ended(job.share)).state).toBe("done");
});

test.afterAll(async () => {
  await stack.stop();
});

test("whoever's browser is Korean reads Korean, and English once that is chosen", async ({ browser }) => {
  const page = await (await browser.newContext({ locale: "ko-KR" })).newPage();
  await page.goto(stack.origin);
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("화면 속 저 사람, 누구지?");
  await accessible(page);

  const english = page.getByRole("button", { name: "English" });
  await expect(english).toHaveAttribute("lang", "en");
  await english.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who is that on screen?");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who is that on screen?");
  await page.getByRole("button", { name: "한국어" }).click();
  await expect(page.getByRole("button", { name: "아이돌 찾기" })).toBeVisible();
});

for (const locale of ["en-US", "ko-KR"]) {
  for (const width of [360, 768, 1440]) {
    test(`each page is whole at ${width} px in ${locale}`, async ({ browser }) => {
      const { share } = await api.call("POST", `/galleries/${gallery.id}/share`, undefined, gallery.secret);
      const pages: [what: string, path: string, isMaker: boolean, then?: (page: Page) => Promise<void>][] = [
        ["new", "/", false],
        ["home", "/", true, chosen],
        ["editor", "/", true, edited],
        ["video", `/v/${job.share}`, true, picked],
        ["friend", `/v/${job.share}`, false],
        ["truth", `/v/${job.share}/truth`, true],
        ["shared", `/g/${share}`, false],
        ["nowhere", `/v/${"A".repeat(22)}`, false],
      ];
      for (const [what, path, isMaker, then] of pages) {
        // Half of them in the dark.
        const colorScheme = width === 768 ? "dark" : "light";
        const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 800 } });
        const page = await context.newPage();
        if (isMaker) await own(page);
        await page.goto(stack.origin + path);
        await lendHangul(page);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await then?.(page);
        await page.evaluate(() =>
          Promise.all([...document.images].map((image) => image.decode().catch(() => {}))),
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(
          width,
        );
        if (locale === "ko-KR") {
          await accessible(page);
          await expect(page.locator("main"), what).not.toContainText(/Nearly the same|side view|from other days/);
        }
        const name = `${shots}/look-${what}-${locale.slice(0, 2)}-${width}.jpg`;
        await page.screenshot({ path: name, fullPage: true, quality: 70 });
        await context.close();
      }
    });
  }
}

async function chosen(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "데모" }).check();
  await page.locator("input[type=file]").first().setInputFiles(demo.video);
}

async function edited(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Edit 데모|데모 편집)$/ }).click();
  await expect(page.locator("main img").first()).toBeVisible();
}

/** With somebody to be corrected. */
async function picked(page: Page): Promise<void> {
  await page
    .getByRole("region", { name: /^(Correct the names|이름 고치기)$/ })
    .getByRole("button", { name: /(appearances?|장면 \d+개)$/ })
    .first()
    .click();
}

test("names are shown in the letters that a fan chooses, and are corrected as the labels have them", async ({
  page,
}) => {
  await own(page);
  await page.goto(`${stack.origin}/v/${job.share}`);
  await lendHangul(page);
  const lanes = page.getByRole("region", { name: "Who is on screen when" });
  await expect(lanes.getByRole("group", { name: /^franck, / })).toBeVisible();
  const choice = page.getByRole("combobox", { name: "Names", exact: true });
  await expect(choice.getByRole("option")).toHaveText(["As on the labels", "Korean"]);
  await choice.selectOption("Korean");
  await expect(lanes.getByRole("group", { name: /^프랑크, / })).toBeVisible();
  await expect(lanes.getByRole("group", { name: /^franck, / })).toHaveCount(0);
  await expect(lanes.getByRole("group", { name: /^guest, / })).toBeVisible();
  await lanes
    .getByRole("button", { name: /^프랑크, 0:/ })
    .first()
    .click();
  await expect(page.getByRole("group", { name: "On screen now" })).toContainText("프랑크");
  await accessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.screenshot({ path: `${shots}/scripts-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot({ path: `${shots}/scripts-1440.png`, fullPage: true });

  for (const [kind, ending] of [
    ["WebVTT", "vtt"],
    ["SRT", "srt"],
  ]) {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${kind}` }).click();
    const text = readFileSync(await (await coming).path(), "utf8");
    expect(text, ending).toContain("프랑크");
    expect(text, ending).not.toContain("franck");
  }

  // What is said of a face under its Korean name is said of whoever the labels know.
  const panel = page.getByRole("region", { name: "Correct the names" });
  await panel
    .getByRole("button", { name: /^프랑크, .*appearance/ })
    .first()
    .click();
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && /corrections/.test(request.url()),
  );
  await panel.getByRole("button", { name: "Not 프랑크" }).click();
  expect((await sent).postDataJSON()).toMatchObject({ name: "franck", is: false });

  await page.reload();
  await expect(page.getByRole("combobox", { name: "Names", exact: true })).toHaveValue("korean");
});

/** The browser made the video. */
async function own(page: Page): Promise<void> {
  await asMaker(page, job, [{ ...gallery, name: "데모" }], gallery);
}
