// The extension names what plays, by a gallery of a stack on this machine: without labels, in the browser.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Api, type Gallery } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { ExtensionBrowser, type Popup } from "../support/extension-browser.ts";
import { OtherSite } from "../support/other-site.ts";
import { Stack } from "../support/stack.ts";
import { type Truth, readTruth, score } from "../support/score.ts";

let stack: Stack;
let site: OtherSite;
let gallery: Gallery;
let truth: Truth;
let browser: ExtensionBrowser;

folder("screens");

test.beforeAll(async () => {
  stack = await Stack.start(`${demo.data}/stack`);
  site = await OtherSite.start();
  gallery = await new Api(stack.origin).gallery("Demo", demo.gallery);
  truth = readTruth(readFileSync(`${demo.data}/truth.csv`, "utf8"));
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
const says = (popup: Popup) => expect.poll(() => popup.text());
const code = () => `${stack.origin}/api#${gallery.id}.${gallery.secret}`;

async function useGallery(): Promise<Popup> {
  const popup = await browser.press();
  await says(popup).toContain("Code of your gallery");
  await popup.fill("code", code());
  await popup.click("Use this gallery");
  await says(popup).toContain("Gallery Demo, 2 people");
  return popup;
}

test("names what plays as it plays, most of it rightly and next to nobody wrongly", async () => {
  test.setTimeout(120_000);
  await browser.page.goto(`${site.origin}/watch`);
  const popup = await useGallery();
  await popup.click("Name what plays");
  await says(popup).toMatch(/Names are shown as it plays; \d+ looks? a second/);
  expect(await popup.faults()).toEqual([]);
  await popup.screenshot("extension-live.png");
  await popup.close();

  const inPage = await browser.inScriptsWorld();
  await inPage(`samples = []; idolsSampling = setInterval(() => samples.push(idolsOverlay()), 100)`);
  await video().evaluate((element: HTMLVideoElement) => element.play());
  await browser.page.waitForTimeout(8_000);
  await browser.page.screenshot({ path: `${target}/screens/extension-live-page.png` });
  await expect
    .poll(() => video().evaluate((element: HTMLVideoElement) => element.ended), { timeout: 60_000 })
    .toBe(true);
  const samples = await inPage(`samples`);
  const again = await browser.press();
  await says(again).toMatch(/\d+ looks? a second/);
  console.log(`${/\d+ looks? a second/.exec(await again.text())}; ${samples.length} samples`);

  const { right, named, wrong, somebodyElse, faces } = score(truth, samples);
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `${faces} faces of the gallery's people: ${share(right, faces)} with the right name; ${named} names shown: ${share(wrong, named)} wrong, ${somebodyElse} of them on somebody else`,
  );
  expect(faces).toBeGreaterThan(50);
  expect(right / faces).toBeGreaterThan(0.6);
  expect(wrong / named).toBeLessThan(0.05);
});

test("a gallery is kept, and can be forgotten", async () => {
  await browser.page.goto(`${site.origin}/watch`);
  const popup = await useGallery();
  await popup.close();
  const again = await browser.press();
  await says(again).toContain("Gallery Demo, 2 people");
  await again.click("Name what plays");
  await says(again).toContain("Stop naming");
  await again.click("Forget this gallery");
  await says(again).toContain("Code of your gallery");
  await expect(browser.page.locator("[data-idols]")).toHaveCount(0);
  await again.close();
  const last = await browser.press();
  await says(last).toContain("Code of your gallery");
  expect(await last.text()).not.toContain("Gallery Demo");
});

test("what cannot be is told in a sentence", async () => {
  await browser.page.goto(`${site.origin}/elsewhere`);
  const first = await browser.press();
  await says(first).toContain("Code of your gallery");
  for (const [pasted, sentence] of [
    [`${stack.origin}/v/${"A".repeat(22)}`, "This is no code of a gallery."],
    [`${stack.origin}/api#${gallery.id}.${"A".repeat(43)}`, "Nobody knows this gallery any more"],
    [`http://127.0.0.1:1/api#${gallery.id}.${gallery.secret}`, "127.0.0.1:1 does not answer."],
  ] as const) {
    await first.fill("code", pasted);
    await first.click("Use this gallery");
    await says(first).toContain(sentence);
  }
  await first.close();
  const popup = await useGallery();
  await popup.click("Name what plays");
  await says(popup).toContain("This site does not let the pictures of its video be read");
  expect(await popup.faults()).toEqual([]);
  await popup.dark();
  expect(await popup.faults()).toEqual([]);
  await popup.screenshot("extension-live-closed-dark.png");
});

test("a video under a lock, whose frames come out black, is told from a dark one", async () => {
  await browser.page.goto(`${site.origin}/watch`);
  await video().evaluate(async (element: HTMLVideoElement) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [320, 180];
    const context = canvas.getContext("2d")!;
    const paint = () => {
      context.fillStyle = canvas.dataset["colour"] ?? "#000";
      context.fillRect(0, 0, 320, 180);
    };
    paint();
    setInterval(paint, 50);
    element.addEventListener("brighten", () => (canvas.dataset["colour"] = "#222"));
    element.srcObject = canvas.captureStream(20);
    await element.play();
  });
  const popup = await useGallery();
  await popup.click("Name what plays");
  await says(popup).toContain("it is protected against copying");
  await video().dispatchEvent("brighten");
  await says(popup).toContain("Names are shown as it plays");
});
