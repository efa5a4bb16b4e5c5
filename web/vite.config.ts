import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The fonts' licence wants its text beside them. */
function fontLicences(...fonts: readonly string[]): Plugin {
  return {
    name: "font-licences",
    generateBundle() {
      for (const font of fonts) {
        const source = readFileSync(`node_modules/@fontsource-variable/${font}/LICENSE`, "utf8");
        this.emitFile({ type: "asset", fileName: `assets/${font}-LICENSE.txt`, source });
      }
    },
  };
}

export default defineConfig({
  plugins: [fontLicences("figtree", "unbounded")],
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
