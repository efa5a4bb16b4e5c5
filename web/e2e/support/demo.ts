// The demo's gallery and film, which `./idols demo --once` makes, with a finished job.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Everything that the tests leave: state of stacks, pictures of the page. */
export const target = fileURLToPath(new URL("../target", import.meta.url));

/** Made by the setup of playwright.config.ts. */
export const demo = {
  data: `${target}/demo`,
  gallery: `${target}/demo/gallery`,
  video: `${target}/demo/demo.mp4`,
  /** What the demo printed, its share link among it. */
  said: `${target}/demo/said.txt`,
};

export function folder(name: string): string {
  const path = `${target}/${name}`;
  mkdirSync(path, { recursive: true });
  return path;
}
