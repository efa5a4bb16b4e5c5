import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { icon } from "./icon";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The sizes that manifest.json names. */
function icons(...sizes: readonly number[]): Plugin {
  return {
    name: "icons",
    generateBundle() {
      for (const size of sizes) {
        this.emitFile({ type: "asset", fileName: `icon-${size}.png`, source: new Uint8Array(icon(size)) });
      }
    },
  };
}

// Two builds into one folder: the extension's own pages, and (`--mode overlay`) the script that goes into a site's page, which
// has to be one file that is no module.
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: mode === "overlay" ? [] : [icons(16, 32, 48, 128)],
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
