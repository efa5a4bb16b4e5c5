// A gallery shared by a link: whoever has it looks, and uses the gallery; its maker alone ends it.
import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { accessible } from "../support/axe.ts";
import { Api, fetched, type Gallery } from "../support/api.ts";
import { demo, folder, target } from "../support/demo.ts";
import { Stack } from "../support/stack.ts";

const shots = folder("screens");
const people = readdirSync(demo.gallery);
const phone = { width: 360, height: 740 };
let stack: Stack;
let gallery: Gallery;

test.beforeAll(async () => {
  const data = `${target}/share`;
  await rm(data, { recursive: true, force: true });
  stack = await Stack.start(data);
  gallery = await new Api(stack.origin).gallery("우리 그룹", demo.gallery);
});

test.beforeEach(async () => {
  await new Api(stack.origin).call("DELETE", `/galleries/${gallery.id}/share`, undefined, gallery.secret);
});

test.afterAll(async () => {
  await stack.stop();
});

test("a friend looks at a shared gallery and labels a video with it, until it is not shared any more", async ({
  page,
  browser,
}) => {
  const link = await makeLink(page);

  const friend = await somebody(browser);
  await friend.goto(link);
  await expect(friend.getByRole("heading", { level: 1, name: "우리 그룹" })).toBeVisible();
  for (const person of people) {
    const pictures = friend.getByRole("list", { name: `Pictures of ${person}` });
    await expect(pictures.getByRole("img")).toHaveCount(readdirSync(`${demo.gallery}/${person}`).length);
  }
  await accessible(friend);
  await friend.screenshot({ path: `${shots}/shared-phone.png`, fullPage: true });

  await friend.getByRole("button", { name: "Use this gallery" }).click();
  await friend.waitForURL(`${stack.origin}/`);
  await expect(friend.getByRole("radio", { name: "우리 그룹" })).toBeChecked();
  await expect(friend.getByRole("button", { name: "Edit 우리 그룹" })).toHaveCount(0);
  // Remembered by the browser.
  await friend.reload();
  await friend.getByRole("radio", { name: "우리 그룹" }).check();
  await friend.getByLabel("Choose a video").setInputFiles(demo.video);
  await friend.getByRole("button", { name: "Find the idols" }).click();
  await friend.waitForURL(/\/v\/[A-Za-z0-9_-]{22}$/);

  await page.getByRole("button", { name: "Stop sharing" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("button", { name: "Make a link" })).toBeVisible();
  const video = await new Api(stack.origin).ended(friend.url().split("/").at(-1)!);
  expect(video.state, "what was begun goes on").toBe("done");

  await friend.goto(`${stack.origin}/`);
  const card = friend.locator(".gallery-card", { hasText: "우리 그룹" });
  await expect(card).toContainText("This link leads nowhere any more");
  await friend.goto(link);
  await expect(friend.getByRole("heading", { name: "There is no gallery here" })).toBeVisible();
  const said = await friend.getByRole("main").innerText();
  await accessible(friend);
  await friend.goto(`${stack.origin}/g/${"A".repeat(22)}`);
  await expect(friend.getByRole("heading", { name: "There is no gallery here" })).toBeVisible();
  expect(await friend.getByRole("main").innerText(), "as one that never was").toBe(said);
});

test("a new link ends the old one", async ({ page, browser }) => {
  const old = await makeLink(page);
  await page.getByRole("button", { name: "New link" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "New link" }).click();
  const address = page.getByRole("textbox", { name: "Link to this gallery" });
  await expect(address).not.toHaveValue(old);
  const next = await address.inputValue();

  const friend = await somebody(browser, "ko");
  await friend.goto(old);
  await expect(friend.getByRole("heading", { name: "여기에는 갤러리가 없습니다" })).toBeVisible();
  await friend.goto(next);
  await expect(friend.getByRole("heading", { level: 1, name: "우리 그룹" })).toBeVisible();
  await accessible(friend);
  await friend.screenshot({ path: `${shots}/shared-korean.png`, fullPage: true });
});

test("a copy is one's own: it can be changed, and stays when the link ends", async ({ page, browser }) => {
  const link = await makeLink(page);
  const friend = await somebody(browser);
  await friend.goto(link);
  // The line breaks once, when all is copied and the answer is on its way: pressing again finds it done.
  let broken = false;
  await friend.route("**/api/galleries/*/copy", async (route) => {
    if (broken) return route.continue();
    broken = true;
    await route.fetch();
    await route.abort();
  });
  const copy = friend.getByRole("button", { name: "Make a copy of my own" });
  await copy.click();
  await expect(friend.getByRole("alert")).toContainText("connection");
  await copy.click();
  await friend.waitForURL(`${stack.origin}/`);
  expect(broken).toBe(true);

  await page.getByRole("button", { name: "Stop sharing" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("button", { name: "Make a link" })).toBeVisible();
  await friend.reload();
  await expect(friend.getByRole("radio")).toHaveCount(1);
  await expect(friend.locator(".gallery-card")).toContainText(`${people.length} people`);
  await friend.getByRole("button", { name: "Edit 우리 그룹" }).click();
  for (const person of people) {
    const files = readdirSync(`${demo.gallery}/${person}`);
    const pictures = friend.getByRole("list", { name: `Pictures of ${person}` });
    await expect(pictures.getByRole("listitem", { name: /: taken/ })).toHaveCount(files.length);
    const addresses = await pictures
      .locator("img")
      .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).src));
    expect(addresses.length).toBe(files.length);
    for (const address of addresses) expect((await fetched(address)).length).toBeGreaterThan(100);
  }
  await friend.getByRole("button", { name: `Delete ${people[0]}` }).click();
  await friend.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(friend.getByRole("list", { name: `Pictures of ${people[0]}` })).toHaveCount(0);
  const { people: mine } = await new Api(stack.origin).call(
    "GET",
    `/galleries/${gallery.id}`,
    undefined,
    gallery.secret,
  );
  expect(mine.length, "the maker's own is as it was").toBe(people.length);
});

/** As the maker does it, in the editor; gives the link. */
async function makeLink(page: Page): Promise<string> {
  await page.addInitScript((kept) => {
    localStorage["idols.galleries"] ??= JSON.stringify([{ ...kept, name: "우리 그룹" }]);
  }, gallery);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(stack.origin);
  await page.getByRole("button", { name: "Edit 우리 그룹" }).click();
  const make = page.getByRole("button", { name: "Make a link" });
  await make.click();
  const address = page.getByRole("textbox", { name: "Link to this gallery" });
  await expect(address).toHaveValue(/\/g\/[A-Za-z0-9_-]{22}$/);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
  await accessible(page);
  await page.screenshot({ path: `${shots}/share.png`, fullPage: true });
  return address.inputValue();
}

async function somebody(browser: Browser, locale = "en"): Promise<Page> {
  return (await browser.newContext({ viewport: phone, locale })).newPage();
}
