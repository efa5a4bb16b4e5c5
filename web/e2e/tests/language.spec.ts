// English and Korean: the browser's own language first, the one that was chosen from then on.
import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { lendHangul } from "../support/hangul.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
let stack: Stack;

test.beforeAll(async () => {
  const data = `${target}/language`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
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

test("a video's page is whole in Korean, on a phone and on a desk", async ({ browser }) => {
  const api = new Api(stack.origin);
  const job = await api.upload(demo.video, await api.gallery("데모", demo.gallery));
  expect((await api.ended(job.share)).state).toBe("done");
  for (const width of [360, 768, 1440]) {
    const context = await browser.newContext({ locale: "ko-KR", viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript((made) => localStorage.setItem("idols.videos", JSON.stringify([made])), {
      share: job.share,
      job: job.id,
      secret: job.secret,
      title: "demo.mp4",
      created: 1,
    });
    await page.goto(`${stack.origin}/v/${job.share}`);
    await lendHangul(page);
    await expect(page.getByRole("region", { name: "누가 언제 나오나" })).toBeVisible();
    await page
      .getByRole("region", { name: "이름 고치기" })
      .getByRole("button", { name: /장면 \d+개$/ })
      .first()
      .click();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.screenshot({ path: `${shots}/korean-${width}.png`, fullPage: true });
    await context.close();
  }
});
