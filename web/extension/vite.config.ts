import { readFileSync } from "node:fs";
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

/** What the networks need: their files, which Maven's module `models` fetched, and the interpreter. */
function networks(): Plugin {
  const models = here("../../models/target/classes/models");
  const wasm = here("node_modules/@litertjs/core/wasm");
  return {
    name: "networks",
    generateBundle() {
      const copy = (from: string, to: string) =>
        this.emitFile({ type: "asset", fileName: to, source: readFileSync(from) });
      for (const name of ["blazeface-full-range-sparse", "mtcnn-onet", "mobilefacenet"]) {
        copy(`${models}/${name}.tflite`, `models/${name}.tflite`);
      }
      for (const end of ["js", "wasm"]) {
        copy(`${wasm}/litert_wasm_internal.${end}`, `litert/litert_wasm_internal.${end}`);
      }
    },
  };
}

/** Scripts that have to be one file each, which is no module. */
const SCRIPTS: Readonly<Record<string, string>> = {
  overlay: "src/overlay/main.ts",
  background: "src/live/background.ts",
};

// Three builds into one folder: the extension's own pages, and (`--mode overlay`, `--mode background`) the script that goes into a
// site's page and the one that runs the networks.
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: mode in SCRIPTS ? [] : [icons(16, 32, 48, 128), networks()],
  publicDir: mode in SCRIPTS ? false : "public",
  build: {
    outDir: "target/extension",
    emptyOutDir: !(mode in SCRIPTS),
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions:
      mode in SCRIPTS
        ? { input: here(SCRIPTS[mode]!), output: { format: "iife", entryFileNames: `${mode}.js` } }
        : { input: [here("popup.html"), here("options.html")] },
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
}));
