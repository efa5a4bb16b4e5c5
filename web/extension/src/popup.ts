import "../../src/ui/styles/base.css";
import "../../src/ui/styles/controls.css";
import "./extension.css";
import { fill, h, setText } from "../../src/ui/dom";
import { language } from "../../src/ui/language";
import { hostPattern, pageKey, shareLink } from "./link";
import { LivePanel } from "./live/panel";
import type { Ask, Seen } from "./messages";
import { lengthWarning, refusal } from "./sentence";
import { FaceMemory, Settings } from "./settings";
import { LabelFetcher } from "./stack";
import { strings } from "./strings";

type Video = Extract<Seen, { kind: "video" }>;

const settings = new Settings(chrome.storage.local);
const allowed = (address: string) => chrome.permissions.contains({ origins: [hostPattern(address)] });

/** What the popup shows of one tab with a video. */
class Panel {
  private readonly status = h("p", { class: "status", role: "status" });
  private readonly warning = h("p", { class: "warning", role: "status" });
  private readonly link = h("input", { id: "link", required: true, placeholder: strings.linkHint });
  private readonly submit = h("button", { type: "submit", class: "button primary" }, strings.show);
  private readonly visible = h(
    "button",
    {
      type: "button",
      class: "button plain",
      "aria-pressed": "true",
      on: { click: () => void this.toggle() },
    },
    strings.visible,
  );
  private readonly offset = h("input", {
    id: "offset",
    type: "number",
    step: 0.1,
    min: -3600,
    max: 3600,
    "aria-describedby": "offset-hint",
    on: { input: () => void this.shift() },
  });
  private readonly shown = h(
    "div",
    { class: "shown", hidden: true },
    this.visible,
    h(
      "div",
      { class: "field" },
      h("label", { for: "offset" }, strings.offset),
      this.offset,
      h("p", { class: "hint", id: "offset-hint" }, strings.offsetHint),
    ),
    h(
      "button",
      { type: "button", class: "button quiet small", on: { click: () => void this.forget() } },
      strings.forget,
    ),
  );
  readonly live = new LivePanel(settings, new FaceMemory(chrome.storage.session), (ask) => this.ask(ask));
  readonly element = h(
    "div",
    { class: "panel" },
    h(
      "form",
      { on: { submit: (event) => void this.submitted(event) } },
      h("div", { class: "field" }, h("label", { for: "link" }, strings.link), this.link),
      this.submit,
    ),
    this.status,
    this.warning,
    this.shown,
    this.live.element,
  );
  /** Where the labels turned out to lie, until that may be read. */
  private elsewhere: string | undefined;

  constructor(
    private readonly tab: number,
    private readonly page: string,
    private video: Video,
  ) {
    this.offset.value = "0";
  }

  /** What is shown there already, or the link that belongs to this page. */
  async start(): Promise<void> {
    await this.live.start();
    this.live.took(this.video);
    const remembered = await settings.page(this.page);
    const link = this.video.shown?.link ?? remembered?.link;
    if (link === undefined) return;
    this.link.value = link;
    this.offset.value = String(this.video.shown?.offset ?? remembered?.offset ?? 0);
    const parsed = shareLink(link);
    if (this.video.shown !== undefined) this.update();
    else if (this.video.watched === undefined && parsed !== undefined && (await allowed(parsed.origin)))
      await this.load();
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const link = shareLink(this.link.value);
    if (link === undefined) return this.say(strings.noLink, true);
    // Chrome asks in a window of its own, which may close this one: what was pasted is there when it opens again.
    const keeping = settings.keepPage(this.page, { link: this.link.value.trim(), offset: this.seconds });
    const origins = [link.origin, ...(this.elsewhere === undefined ? [] : [this.elsewhere])].map(hostPattern);
    // Before anything is waited for: only a click may ask.
    const yes = await chrome.permissions.request({ origins });
    await keeping;
    if (yes) await this.load();
    else this.say(strings.denied(new URL(this.elsewhere ?? link.origin).host), true);
  }

  private async load(): Promise<void> {
    const link = shareLink(this.link.value)!;
    this.say(strings.loading);
    setText(this.warning, "");
    const answer = await new LabelFetcher(allowed).labels(link);
    if (answer.kind !== "labels") {
      this.elsewhere = answer.kind === "elsewhere" ? answer.address : undefined;
      return this.say(refusal(answer, link.origin), true);
    }
    const { labels } = answer;
    const look = await settings.look();
    const seen = await this.ask({
      kind: "show",
      link: this.link.value.trim(),
      labels,
      offset: this.seconds,
      look,
      language,
    });
    if (seen.kind === "nothing") return this.say(strings.noVideo, true);
    this.say(strings.shown(labels.people.length));
    setText(this.warning, lengthWarning(seen, labels.video.duration) ?? "");
    this.update();
  }

  private async toggle(): Promise<void> {
    await this.ask({ kind: "visible", yes: this.video.shown?.visible !== true });
    this.update();
  }

  private async shift(): Promise<void> {
    await this.ask({ kind: "offset", seconds: this.seconds });
    await settings.keepPage(this.page, { link: this.link.value.trim(), offset: this.seconds });
  }

  private async forget(): Promise<void> {
    await settings.forgetPage(this.page);
    await this.ask({ kind: "visible", yes: false });
    this.link.value = "";
    this.say("");
    this.update();
  }

  private get seconds(): number {
    const value = this.offset.valueAsNumber;
    return Number.isFinite(value) ? value : 0;
  }

  private async ask(ask: Ask): Promise<Seen> {
    const seen = await tell(this.tab, ask);
    if (seen.kind === "video") this.video = seen;
    this.live.took(seen);
    this.update();
    return seen;
  }

  private update(): void {
    const { shown } = this.video;
    this.shown.hidden = shown === undefined;
    this.visible.setAttribute("aria-pressed", String(shown?.visible === true));
    setText(this.submit, shown === undefined ? strings.show : strings.again);
    // What matters then stands below.
    this.submit.classList.toggle("primary", shown === undefined);
    this.submit.classList.toggle("plain", shown !== undefined);
  }

  private say(text: string, bad = false): void {
    this.status.classList.toggle("bad", bad);
    setText(this.status, text);
  }
}

function tell(tab: number, ask: Ask): Promise<Seen> {
  return chrome.tabs.sendMessage<Ask, Seen>(tab, ask);
}

/** The tab that the popup was opened over, looked into; nothing where no extension may look. */
async function lookIntoTab(): Promise<{ tab: number; page: string; seen: Seen } | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.url === undefined) return undefined;
  try {
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ["overlay.js"] });
    return { tab: tab.id, page: pageKey(tab.url), seen: await tell(tab.id, { kind: "look" }) };
  } catch {
    return undefined;
  }
}

async function start(): Promise<void> {
  document.documentElement.lang = language;
  const main = document.getElementById("main")!;
  const head = h(
    "header",
    {},
    h("h1", {}, strings.title),
    h(
      "button",
      {
        type: "button",
        class: "button quiet small",
        on: { click: () => void chrome.runtime.openOptionsPage() },
      },
      strings.options,
    ),
  );
  const refused = (text: string) => fill(main, head, h("p", { class: "status bad", role: "status" }, text));
  const found = await lookIntoTab();
  if (found === undefined) return refused(strings.noPage);
  if (found.seen.kind === "nothing") return refused(strings.noVideo);
  const panel = new Panel(found.tab, found.page, found.seen);
  fill(main, head, panel.element);
  await panel.start();
}

void start();
