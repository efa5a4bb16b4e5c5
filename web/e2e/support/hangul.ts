// The browser from npm has no letters for Korean, which each fan's machine has: the font that names are drawn with lends its own.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const font = fileURLToPath(
  new URL("../../../models/target/classes/fonts/GothicA1-Bold.ttf", import.meta.url),
);

/** For the page as it is now; a reload forgets it. */
export async function lendHangul(page: Page): Promise<void> {
  await page.evaluate(async (bytes) => {
    const face = new FontFace("Noto Sans KR", Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
    document.fonts.add(await face.load());
    await document.fonts.ready;
  }, readFileSync(font).toString("base64"));
}
