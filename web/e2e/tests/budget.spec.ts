// How much script a page wants before anything plays: a phone on a slow network waits for it.
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { demo } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

const BUDGET = 200_000;
let stack: Stack;

test.beforeAll(async () => {
  stack = await Stack.start(`${demo.data}/stack`);
});

test.afterAll(async () => {
  await stack.stop();
});

const share = () => /\/v\/[\w-]{22}/.exec(readFileSync(demo.said, "utf8"))![0];

for (const [what, where, seen] of [
  ["home", () => "/", "아이돌 찾기"],
  ["a labelled video", share, "재생"],
] as const) {
  test(`${what} in Korean, which has a script more, wants under 200 kB of script`, async ({ browser }) => {
    const context = await browser.newContext({ locale: "ko-KR" });
    const page = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    await page.goto(stack.origin + where());
    await expect(page.getByRole("button", { name: seen }).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`scripts of ${what}: ${(all / 1000).toFixed(0)} kB gzipped, in ${sizes.length} files`);
    expect(sizes.length, "scripts that were fetched").toBeGreaterThan(1);
    expect(all).toBeLessThan(BUDGET);
    await context.close();
  });
}
