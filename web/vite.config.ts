import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Fonts' and packages' licences want their text beside them. */
function licences(...packages: readonly string[]): Plugin {
  return {
    name: "licences",
    generateBundle() {
      for (const each of packages) {
        const source = readFileSync(`node_modules/${each}/LICENSE`, "utf8");
        const name = each.slice(each.lastIndexOf("/") + 1);
        this.emitFile({ type: "asset", fileName: `assets/${name}-LICENSE.txt`, source });
      }
    },
  };
}

export default defineConfig({
  plugins: [licences("@fontsource-variable/figtree", "@fontsource-variable/unbounded", "fflate")],
  build: {
    outDir: "target/site",
    emptyOutDir: true,
    target: "es2022",
    // Fonts and pictures stay files of their own: caches keep them, and a content policy may forbid data: addresses.
    assetsInlineLimit: 0,
  },
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
  },
});
