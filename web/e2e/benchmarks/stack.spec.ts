// One video by the command line and through the page: equal labels, and what the stack costs. Run by benchmarks/stack.
import { readdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@playwright/test";
import { Api, fetched } from "../support/api.ts";
import { target } from "../support/demo.ts";
import { Stack, timed } from "../support/stack.ts";

const video = process.env.VIDEO!;
const gallery = process.env.GALLERY!;

let stack: Stack | undefined;
test.afterEach(() => stack?.stop());

test("a video through the page gives the labels of the command line", async ({ page }) => {
  test.setTimeout(900_000);
  const folder = `${target}/benchmark`;
  await rm(folder, { recursive: true, force: true });

  const pictures = await timed("gallery", "check", gallery, "--no-cache");
  const alone = await timed("label", video, "--gallery", gallery, "--out", `${folder}/result`, "--no-cache");
  const expected = await readFile(`${folder}/result/labels.csv`, "utf8");

  stack = await Stack.start(`${folder}/data`);
  const starting = stack.cpu();
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Choose a folder").setInputFiles(gallery);
  const decided = page.getByRole("listitem", { name: /: (taken|refused)$/ });
  await expect(decided).toHaveCount(picturesIn(gallery), { timeout: 120_000 });
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByLabel("Choose a video").setInputFiles(video);
  await page.getByRole("radio").first().check();
  const start = page.getByRole("button", { name: "Find the idols" });
  await expect(start).toHaveAttribute("aria-disabled", "false", { timeout: 120_000 });
  const enrolled = stack.cpu();
  await start.click();
  await page.waitForURL(/\/v\/[A-Za-z0-9_-]{22}$/, { timeout: 120_000 });
  const { state, links } = await new Api(stack.origin).ended(new URL(page.url()).pathname.slice(3));
  const done = stack.cpu();
  expect(state).toBe("done");
  const csv = (await fetched(links?.csv)).toString();

  const row = (what: string, seconds: number) => console.log(`  ${what.padEnd(43)}${seconds.toFixed(1)}`);
  console.log(`${basename(video)}, seconds of CPU`);
  row("idols label", alone);
  row("  start and pictures (idols gallery check)", pictures);
  row("through the page", done - starting);
  row("  pictures", enrolled - starting);
  row("  the video, from upload to link", done - enrolled);
  row("the stack's start", starting);
  console.log(
    `the video: through the page / idols label  ${((done - enrolled) / (alone - pictures)).toFixed(2)}`,
  );
  console.log(`labels.csv equal                           ${csv === expected}`);
  expect(csv).toBe(expected);
});

/** Of the folder that both ways get. */
function picturesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, person) => sum + readdirSync(join(folder, person)).length, 0);
}
