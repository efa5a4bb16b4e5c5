// What chats and networks show of a share link: they fetch its HTML and run no script.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { demo, folder } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

let stack: Stack;

test.beforeAll(async () => {
  stack = await Stack.start(`${demo.data}/stack`);
});

test.afterAll(async () => {
  await stack.stop();
});

test("a share link has title, names and a picture of the video, and another link has not", async ({
  page,
}) => {
  const share = /\/v\/([\w-]{22})/.exec(readFileSync(demo.said, "utf8"))![1]!;
  const link = `${stack.origin}/v/${share}`;
  const html = await (await fetch(link)).text();
  const tag = (name: string) => new RegExp(`property="${name}" content="([^"]*)"`).exec(html)?.[1];
  expect(tag("og:title")).toContain("demo");
  expect(tag("og:url")).toBe(link);
  expect(tag("og:description")).toMatch(/franck/);
  const picture = await fetch(tag("og:image")!);
  expect(picture.headers.get("content-type")).toBe("image/jpeg");
  const jpeg = Buffer.from(await picture.arrayBuffer());
  expect(jpeg.length).toBeLessThan(300_000);
  writeFileSync(`${folder("screens")}/preview.jpg`, jpeg);
  await page.goto(stack.origin);
  const size = await page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: "image/jpeg" }));
      return [image.width, image.height];
    },
    [...jpeg],
  );
  expect(size).toEqual([1200, 630]);

  const unknown = await (await fetch(`${stack.origin}/v/${"A".repeat(22)}`)).text();
  expect(unknown).not.toContain("og:image");
  expect((await fetch(`${stack.origin}/v/${"A".repeat(22)}/preview.jpg`)).status).toBe(404);
  // The page is the same and works.
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("demo");
});
