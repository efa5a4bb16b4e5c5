// The extension in a Chromium, its button pressed as a fan presses it, and its popup.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { folder, target } from "./demo.ts";
import { fullChromium } from "./full-chromium.ts";

const built = fileURLToPath(new URL("../../extension/target/extension", import.meta.url));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// DevTools' commands that Playwright's types do not have.
type Send = (method: string, params?: object) => Promise<any>;

export class ExtensionBrowser {
  private constructor(
    readonly context: BrowserContext,
    private readonly devtools: CDPSession,
    readonly id: string,
    private readonly copy: string,
  ) {}

  /**
   * Starts a browser with the extension as it was built.
   *
   * @param allowed hosts that count as allowed: nobody can press "Allow" in Chromium's own window, so a copy of the manifest asks for them beforehand
   */
  static async start(allowed: readonly string[], language = "en-US"): Promise<ExtensionBrowser> {
    const copy = mkdtempSync(`${folder("extension")}/`);
    cpSync(built, copy, { recursive: true });
    const manifest = JSON.parse(readFileSync(`${copy}/manifest.json`, "utf8"));
    writeFileSync(`${copy}/manifest.json`, JSON.stringify({ ...manifest, host_permissions: allowed }));
    const context = await chromium.launchPersistentContext("", {
      executablePath: fullChromium(),
      headless: true,
      ignoreDefaultArgs: ["--disable-extensions"],
      locale: language,
      args: [
        "--no-sandbox",
        "--headless=new",
        `--lang=${language}`,
        `--accept-lang=${language}`,
        `--disable-extensions-except=${copy}`,
        `--load-extension=${copy}`,
        // For Extensions.triggerAction.
        "--enable-unsafe-extension-debugging",
      ],
    });
    const devtools = await context.browser()!.newBrowserCDPSession();
    const { extensions } = await (devtools.send.bind(devtools) as Send)("Extensions.getExtensions");
    return new ExtensionBrowser(context, devtools, extensions[0].id, copy);
  }

  get page(): Page {
    return this.context.pages()[0]!;
  }

  /** Presses the extension's button over the page: that is what gives it `activeTab`. */
  async press(): Promise<Popup> {
    const url = this.page.url();
    const { targetInfos } = await this.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find((each: { url: string }) => each.url === url);
    await this.send("Extensions.triggerAction", { id: this.id, targetId: tab.targetId });
    for (;;) {
      const { targetInfos: all } = await this.send("Target.getTargets");
      const popup = all.find((each: { url: string }) => each.url.endsWith("/popup.html"));
      if (popup !== undefined) return Popup.attach(this.devtools, popup.targetId);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Runs JavaScript in the world of the extension's script in the page, which the page itself does not see. */
  async inScriptsWorld(): Promise<(expression: string) => Promise<any>> {
    const session = await this.context.newCDPSession(this.page);
    const found = new Promise<number>((done) =>
      session.on("Runtime.executionContextCreated", ({ context }) => {
        if (context.origin === `chrome-extension://${this.id}`) done(context.id);
      }),
    );
    await session.send("Runtime.enable");
    const contextId = await found;
    return async (expression) => {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
      return result.value;
    };
  }

  async stop(): Promise<void> {
    await this.context.close();
    rmSync(this.copy, { recursive: true, force: true });
  }

  private send(method: string, params?: object): Promise<any> {
    return (this.devtools.send.bind(this.devtools) as Send)(method, params);
  }
}

/** The popup of an extension's button. Playwright takes it for no page, so DevTools' own commands have to do. */
export class Popup {
  private last = 0;
  private readonly waiting = new Map<number, (answer: any) => void>();

  private constructor(
    private readonly devtools: CDPSession,
    private readonly targetId: string,
    private readonly sessionId: string,
  ) {
    devtools.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
      if (sessionId !== this.sessionId) return;
      const answer = JSON.parse(message);
      this.waiting.get(answer.id)?.(answer);
    });
  }

  static async attach(devtools: CDPSession, targetId: string): Promise<Popup> {
    const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: false });
    return new Popup(devtools, targetId, sessionId);
  }

  /** What is read in it. */
  text(): Promise<string> {
    return this.run(`document.body?.innerText ?? ""`);
  }

  /** Presses a button by its name, as a person does: what only a click may do is allowed. */
  click(button: string): Promise<void> {
    return this.run(
      `[...document.querySelectorAll("button")].find((each) => each.textContent === ${JSON.stringify(button)}).click()`,
    );
  }

  fill(field: string, value: string): Promise<void> {
    return this.run(
      `{ const field = document.getElementById(${JSON.stringify(field)}); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("input", { bubbles: true })); }`,
    );
  }

  value(field: string): Promise<string> {
    return this.run(`document.getElementById(${JSON.stringify(field)}).value`);
  }

  /** What axe finds wrong by WCAG 2.2 AA, in words. */
  async faults(): Promise<string[]> {
    await this.run(`${readFileSync(axe, "utf8")}; undefined`);
    return this.run(
      `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ failureSummary }) => failureSummary).join(" | ")))`,
    );
  }

  async dark(): Promise<void> {
    await this.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: "dark" }],
    });
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    writeFileSync(`${target}/screens/${file}`, Buffer.from(data, "base64"));
  }

  async close(): Promise<void> {
    await this.devtools.send("Target.closeTarget", { targetId: this.targetId });
  }

  private async run(expression: string): Promise<any> {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails)
      throw new Error(`${expression.slice(0, 200)}: ${exceptionDetails.exception?.description}`);
    return result.value;
  }

  private async send(method: string, params: object): Promise<any> {
    const id = ++this.last;
    const answer = new Promise<any>((done) => this.waiting.set(id, done));
    const { sessionId } = this;
    await this.devtools.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answer;
    this.waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }
}
