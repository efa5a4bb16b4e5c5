// One video by the command line and through the page: equal labels, and what the stack costs. Run by benchmarks/stack.
import { readFile, rm } from "node:fs/promises";
import { basename } from "node:path";
import { expect, test } from "@playwright/test";
import { Api, fetched } from "../support/api.ts";
import { target } from "../support/demo.ts";
import { Stack, timed } from "../support/stack.ts";

const video = process.env.VIDEO!;
const gallery = process.env.GALLERY!;

test("a video through the page gives the labels of the command line", async ({ page }) => {
  test.setTimeout(900_000);
  const folder = `${target}/benchmark`;
  await rm(folder, { recursive: true, force: true });

  const alone = await timed("label", video, "--gallery", gallery, "--out", `${folder}/result`);
  const expected = await readFile(`${folder}/result/labels.csv`, "utf8");

  const stack = await Stack.start(`${folder}/data`);
  const starting = stack.cpu();
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "New gallery" }).click();
  await page.getByLabel("Choose a folder").setInputFiles(gallery);
  await expect(page.getByText(/: waiting$/)).toHaveCount(0);
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
  await stack.stop();

  const through = done - starting;
  console.log(`${basename(video)}, seconds of CPU`);
  console.log(`  idols label, start and gallery included   ${alone.toFixed(1)}`);
  console.log(`  through the page                          ${through.toFixed(1)}`);
  console.log(`    pictures into the gallery               ${(enrolled - starting).toFixed(1)}`);
  console.log(`    the video                               ${(done - enrolled).toFixed(1)}`);
  console.log(`  the stack's start                         ${starting.toFixed(1)}`);
  console.log(`  through the page / idols label            ${(through / alone).toFixed(2)}`);
  console.log(`  labels.csv equal                          ${csv === expected}`);
  expect(csv).toBe(expected);
});
