// The browser that made a video, or a gallery: what it keeps tells the page so.
import type { Page } from "@playwright/test";
import type { Gallery, Job } from "./api.ts";

/** From the page's next address on. Galleries are what the browser keeps of them, with their names. */
export async function asMaker(page: Page, job: Job, galleries: object[] = [], gallery?: Gallery): Promise<void> {
  const video = { share: job.share, job: job.id, secret: job.secret, title: "demo.mp4", created: 1 };
  await page.addInitScript(
    (kept) => {
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify(value));
    },
    {
      "idols.videos": [gallery === undefined ? video : { ...video, gallery: gallery.id }],
      ...(galleries.length === 0 ? {} : { "idols.galleries": galleries }),
    },
  );
}
