import { defineConfig } from "@playwright/test";

/** The extension, in a whole Chromium of the machine's: docs/extension.md. */
export default defineConfig({
  testDir: "extension",
  outputDir: "target/extension-results",
  globalSetup: "./support/setup.ts",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [["list"], ["junit", { outputFile: "target/junit-extension.xml" }]],
  timeout: 60_000,
  expect: { timeout: 15_000 },
});
