// A Chromium that can load extensions. The one that npm carries cannot: it is headless_shell, which has no extensions in it. Google's
// own Chrome will not do either: it takes none from the command line any more.
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** EXTENSION_CHROMIUM names it; else `chromium` on the path. */
export function fullChromium(): string {
  const own = process.env.EXTENSION_CHROMIUM;
  if (own) return own;
  for (const folder of (process.env.PATH ?? "").split(":")) {
    for (const name of ["chromium", "chromium-browser"]) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  throw new Error(
    "There is no Chromium on this machine that can load extensions. Install one (Debian: apt install chromium), or name it in EXTENSION_CHROMIUM.",
  );
}
