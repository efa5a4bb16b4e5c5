// Installs what package-lock.json of the current folder names, unless just that is installed already: `npm ci` starts over each time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const folder = `${process.cwd()}/`;
const stamp = `${folder}node_modules/.installed`;
const wanted = createHash("sha256")
  .update(readFileSync(`${folder}package-lock.json`))
  .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  // The shell finds npm.cmd on Windows.
  const { status } = spawnSync("npm ci --prefer-offline --loglevel=error", {
    cwd: folder,
    shell: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    console.error("The page's tools could not be installed: `npm ci` in the folder web says more.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
