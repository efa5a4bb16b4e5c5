// What a fan sees while the work goes on: parts turn from grey to labelled, and the labelled ones can be played.
import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, type Video } from "../support/api.ts";
import { demo, target } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

let stack: Stack;

test.beforeAll(async () => {
  const data = `${target}/watching`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
});

test.afterAll(async () => {
  await stack.stop();
});

/** Some parts are labelled, others not. */
const isHalfWay = ({ chunks = [] }: Video) =>
  chunks.some((chunk) => chunk.recognized && chunk.labels) && chunks.some((chunk) => !chunk.recognized);

test("the parts that are labelled play with first guesses while others are still waited for", async ({
  page,
}) => {
  const api = new Api(stack.origin);
  const { share } = await api.upload(demo.video, await api.gallery("Demo", demo.gallery));
  // What is under way would be over too soon to be looked at: the page sees this moment until it is let go on.
  let moment = await api.video(share);
  while (!isHalfWay(moment)) {
    expect(moment.state, "half way was missed").not.toBe("done");
    moment = await api.video(share);
  }
  await page.route("**/api/shares/*", (route) => route.fulfill({ json: moment }));
  await page.goto(`${stack.origin}/v/${share}`);

  const parts = page.getByRole("progressbar", { name: "Work on the parts of the video" });
  await expect(parts.locator("[data-state=recognized]").first()).toBeVisible();
  await expect(parts.locator("[data-state=waiting]").first()).toBeVisible();
  await expect(page.getByRole("group", { name: /^\w+, / }).first()).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByText("First guess: names may still change")).toBeVisible();
  await expect(page.locator("canvas[data-frame]")).toBeVisible();
  await accessible(page);

  await api.ended(share);
  await page.unroute("**/api/shares/*");
  await expect(parts).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText("First guess: names may still change")).toBeHidden();
});
