// A headless Chromium that npm carries, so that the tests need no browser of the machine's.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";

const folder = fileURLToPath(new URL("../target/browser", import.meta.url));

// Not those that the package advises: they turn off what keeps origins apart, and CORS is to be tested.
const flags = ["--no-sandbox", "--disable-gpu"];

export interface Browser {
  executablePath: string;
  args: string[];
}

/** CHROMIUM_PATH names another one, for machines that this one does not run on. */
export async function browser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    return { executablePath: own, args: flags };
  }
  // The package unpacks itself into the temporary folder, and takes what lies there for its own whatever its version.
  const before = process.env.TMPDIR;
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    return { executablePath: await chromium.executablePath(), args: flags };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
