// The extension, loaded into a Chromium, over another site's video, with the names of a stack on this machine.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { ExtensionBrowser, type Popup } from "../support/extension-browser.ts";
import { OtherSite } from "../support/other-site.ts";
import { Stack } from "../support/stack.ts";

let stack: Stack;
let site: OtherSite;
let browser: ExtensionBrowser;
let link: string;

folder("screens");

test.beforeAll(async () => {
  stack = await Stack.start(`${demo.data}/stack`);
  link = `${stack.origin}/v/${/\/v\/([\w-]{22})/.exec(readFileSync(demo.said, "utf8"))![1]}`;
  site = await OtherSite.start();
});

test.afterAll(async () => {
  site.stop();
  await stack.stop();
});

test.beforeEach(async () => {
  browser = await ExtensionBrowser.start(["http://127.0.0.1/*"]);
});

test.afterEach(async () => {
  await browser.stop();
});

const video = () => browser.page.locator("video");
const canvas = () => browser.page.locator("[data-idols] canvas");
const frame = () => canvas().getAttribute("data-frame");
const says = (popup: Popup) => expect.poll(() => popup.text());

async function seek(seconds: number): Promise<void> {
  await video().evaluate(
    (element: HTMLVideoElement, to) =>
      new Promise((done) => {
        element.requestVideoFrameCallback(() => done(undefined));
        element.currentTime = to;
      }),
    seconds,
  );
}

async function show(): Promise<Popup> {
  const popup = await browser.press();
  await says(popup).toContain("Show names");
  await popup.fill("link", link);
  await popup.click("Show names");
  await says(popup).toContain("looked for in this video");
  return popup;
}

/** Where on the canvas there is something drawn, in parts of its size; nothing where it is empty. */
const drawn = () =>
  canvas().evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const { data } = element.getContext("2d")!.getImageData(0, 0, width, height);
    let [left, top, right, bottom] = [width, height, -1, -1];
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] === 0) continue;
      const [x, y] = [((i - 3) / 4) % width, Math.floor((i - 3) / 4 / width)];
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
    }
    return right < 0 ? undefined : [left / width, top / height, right / width, bottom / height];
  });

test("names lie over another site's video, on the frame that is seen, and follow an offset", async () => {
  const api = new Api(stack.origin);
  const labels = JSON.parse((await fetched((await api.video(link.slice(-22))).links?.labels)).toString());
  const { width, height } = labels.video;
  const track = labels.tracks.find((each: any) => each.known && each.boxes.length > 30);
  const [at, x, y, w, h] = track.boxes[12];
  const rate = labels.video.frameRate[0] / labels.video.frameRate[1];

  await browser.page.goto(`${site.origin}/watch?v=1`);
  await seek((at + 0.3) / rate);
  const popup = await show();
  await expect.poll(frame).toBe(String(at));
  const [left, top, right, bottom] = (await drawn())!;
  // Its box is among what is drawn there; a line's width and a pixel are left to the drawing.
  expect(left).toBeLessThan(x / width + 0.01);
  expect(top).toBeLessThan(y / height + 0.02);
  expect(right).toBeGreaterThan((x + w) / width - 0.01);
  expect(bottom).toBeGreaterThan((y + h) / height - 0.02);
  // The film is wide, its element is not: the canvas is where the picture is.
  const [picture, box] = [(await canvas().boundingBox())!, (await video().boundingBox())!];
  expect(picture.width / picture.height).toBeCloseTo(width / height, 1);
  expect(picture.y - box.y).toBeCloseTo((box.height - picture.height) / 2, 0);
  expect(await popup.faults()).toEqual([]);
  await popup.screenshot("extension-popup.png");
  await browser.page.screenshot({ path: `${target}/screens/extension-page.png` });

  await popup.fill("offset", String(-12 / rate));
  await expect.poll(frame).toBe(String(at + 12));
  await popup.click("Boxes and names");
  await expect.poll(drawn).toBeUndefined();
  await popup.click("Boxes and names");
  await expect.poll(drawn).toBeDefined();
});

test("names follow the video as it plays, is made wider, scrolled and seen in full screen", async () => {
  await browser.page.goto(`${site.origin}/watch?v=1`);
  await seek(1);
  await (await show()).close();
  const first = Number(await frame());
  await video().evaluate((element: HTMLVideoElement) => element.play());
  await expect.poll(async () => Number(await frame())).toBeGreaterThan(first + 10);
  await video().evaluate((element: HTMLVideoElement) => element.pause());

  await video().evaluate((element) => element.style.setProperty("object-fit", "fill"));
  await video().evaluate((element) => element.setAttribute("width", "900"));
  const same = async () => {
    const [over, under] = [(await canvas().boundingBox())!, (await video().boundingBox())!];
    return (["x", "y", "width", "height"] as const).map((side) => Math.round(over[side] - under[side]));
  };
  await expect.poll(same).toEqual([0, 0, 0, 0]);
  await browser.page.setViewportSize({ width: 700, height: 300 });
  await browser.page.mouse.wheel(0, 120);
  await expect.poll(() => browser.page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await expect.poll(same).toEqual([0, 0, 0, 0]);

  await browser.page.mouse.click(100, 100);
  await video().evaluate((element) => element.requestFullscreen());
  await expect.poll(() => browser.page.evaluate(() => document.fullscreenElement?.localName)).toBe("video");
  // The top layer's last is what lies on top: what is hit there would be the overlay, if it took clicks.
  await expect.poll(same).toEqual([0, 0, 0, 0]);
  await expect(canvas()).toBeVisible();
});

test("a video that loads only when it is played gets its names then", async () => {
  await browser.page.goto(`${site.origin}/later`);
  const popup = await show();
  expect(await popup.text()).not.toContain("it may be another one");
  await popup.close();
  await video().evaluate((element: HTMLVideoElement) => element.play());
  await expect.poll(drawn).toBeDefined();
});

test("a page's link is remembered, its names end with its address, and it can be forgotten", async () => {
  await browser.page.goto(`${site.origin}/watch?v=1`);
  await (await show()).close();
  await browser.page.evaluate(() => history.pushState(null, "", "/watch?v=2"));
  await seek(2);
  await expect(canvas()).toHaveCount(0);

  await browser.page.goto(`${site.origin}/watch?v=1&t=3`);
  const popup = await browser.press();
  await says(popup).toContain("looked for in this video");
  await expect(canvas()).toHaveCount(1);
  await popup.click("Forget this page");
  await popup.close();
  await browser.page.reload();
  const again = await browser.press();
  await says(again).toContain("Show names");
  expect(await again.value("link")).toBe("");
});

test("what cannot be is told in a sentence", async () => {
  await browser.page.goto(`${site.origin}/text`);
  const nothing = await browser.press();
  await says(nothing).toContain("There is no video on this page.");
  expect(await nothing.faults()).toEqual([]);
  await nothing.close();

  await browser.page.goto(`${site.origin}/watch`);
  const popup = await browser.press();
  await says(popup).toContain("Show names");
  for (const [pasted, sentence] of [
    ["hello", "This is no share link."],
    [`${stack.origin}/v/${"A".repeat(22)}`, "Nobody knows this link."],
    [`http://127.0.0.1:1/v/${"A".repeat(22)}`, "127.0.0.1:1 does not answer."],
  ] as const) {
    await popup.fill("link", pasted);
    await popup.click("Show names");
    await says(popup).toContain(sentence);
  }
  expect(await popup.faults()).toEqual([]);
  await popup.screenshot("extension-refused.png");
  await popup.dark();
  expect(await popup.faults()).toEqual([]);
  await popup.screenshot("extension-refused-dark.png");
});

test("options change what is drawn, and the language", async () => {
  const options = await browser.context.newPage();
  await options.goto(`chrome-extension://${browser.id}/options.html`);
  await accessible(options);
  await options.getByLabel("Names only").check();
  await options.getByLabel("Large").check();
  await expect(options.getByRole("status")).toContainText("Kept.");
  await options.getByLabel("한국어").check();
  await expect(options.getByRole("heading", { level: 1 })).toHaveText("idols 설정");
  await expect(options.getByLabel("이름만")).toBeChecked();
  await accessible(options);
  await options.emulateMedia({ colorScheme: "dark" });
  await accessible(options);
  await options.setViewportSize({ width: 360, height: 800 });
  await options.screenshot({ path: `${target}/screens/extension-options.png`, fullPage: true });
  expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await options.close();

  await browser.page.goto(`${site.origin}/watch`);
  const popup = await browser.press();
  await says(popup).toContain("이름 보기");
});
