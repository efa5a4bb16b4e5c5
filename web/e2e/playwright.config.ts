import { defineConfig } from "@playwright/test";
import { browser } from "./support/chromium.ts";

const { executablePath, args } = await browser();

export default defineConfig({
  testDir: process.env.VIDEO ? "benchmarks" : "tests",
  outputDir: "target/results",
  ...(process.env.VIDEO ? {} : { globalSetup: "./support/setup.ts" }),
  // Stacks and films take all cores: one test at a time.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [["list"], ["junit", { outputFile: "target/junit.xml" }]],
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: { executablePath, args },
    headless: true,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
