import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Two builds into one folder: the extension's own pages, and (`--mode overlay`) the script that goes into a site's page, which
// has to be one file that is no module.
export default defineConfig(({ mode }) => ({
  base: "./",
  publicDir: mode === "overlay" ? false : "public",
  build: {
    outDir: "target/extension",
    emptyOutDir: mode !== "overlay",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions:
      mode === "overlay"
        ? { input: here("src/overlay/main.ts"), output: { format: "iife", entryFileNames: "overlay.js" } }
        : { input: [here("popup.html"), here("options.html")] },
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
}));
