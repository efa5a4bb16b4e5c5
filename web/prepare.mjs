// Makes the folder that the build writes to, and takes away what Maven copied of an earlier site: its files' names differ.
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const target = fileURLToPath(new URL("target", import.meta.url));
mkdirSync(target, { recursive: true });
rmSync(`${target}/classes`, { recursive: true, force: true });
