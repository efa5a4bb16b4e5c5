import { defineConfig } from "vitest/config";

export default defineConfig({
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
