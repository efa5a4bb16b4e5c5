import { h, setText } from "../../../src/ui/dom";
import { language } from "../../../src/ui/language";
import { hostPattern } from "../link";
import type { Ask, Seen } from "../messages";
import { nameIn } from "../names";
import type { FaceMemory, KeptGallery, Settings } from "../settings";
import { strings as words } from "../strings";
import { type GalleryCode, galleryCode } from "./code";
import { fetchFaces } from "./fetcher";
import type { Embeddings } from "./gallery";
import { strings } from "./strings";
import type { Watched } from "./watcher";

/** Milliseconds between two looks at how it goes. */
const OFTEN = 500;

/** The part of the popup that names what plays: a gallery's code, then a button. */
export class LivePanel {
  private readonly code = h("input", {
    id: "code",
    required: true,
    autocomplete: "off",
    spellcheck: false,
    "aria-describedby": "code-hint",
  });
  private readonly form = h(
    "form",
    { on: { submit: (event) => void this.submitted(event) } },
    h(
      "div",
      { class: "field" },
      h("label", { for: "code" }, strings.code),
      this.code,
      h("p", { class: "hint", id: "code-hint" }, strings.codeHint),
    ),
    h("button", { type: "submit", class: "button plain" }, strings.use),
  );
  private readonly title = h("p", { class: "gallery" });
  private readonly toggle = h(
    "button",
    { type: "button", class: "button plain", on: { click: () => void this.toggled() } },
    strings.start,
  );
  private readonly kept = h(
    "div",
    { class: "shown", hidden: true },
    this.title,
    this.toggle,
    h(
      "button",
      { type: "button", class: "button quiet small", on: { click: () => void this.forget() } },
      strings.forget,
    ),
  );
  private readonly lead = h("p", { class: "hint" }, strings.lead);
  private readonly status = h("p", { class: "status", role: "status" });
  readonly element = h(
    "section",
    { class: "panel live", "aria-labelledby": "live-title" },
    h("h2", { id: "live-title" }, strings.title),
    this.lead,
    this.form,
    this.status,
    this.kept,
  );
  private gallery: KeptGallery | undefined;
  private watched: Watched | undefined;

  /** @param ask asks the script in the page */
  constructor(
    private readonly settings: Settings,
    private readonly memory: FaceMemory,
    private readonly ask: (ask: Ask) => Promise<Seen>,
  ) {}

  async start(): Promise<void> {
    this.gallery = await this.settings.gallery();
    this.show(await this.memory.faces());
    setInterval(() => void (this.watched && this.ask({ kind: "look" })), OFTEN);
  }

  /** Takes what the script in the page has to tell. */
  took(seen: Seen): void {
    const before = this.watched;
    this.watched = seen.kind === "video" ? seen.watched : undefined;
    setText(this.toggle, this.watched === undefined ? strings.start : strings.stop);
    this.toggle.setAttribute("aria-pressed", String(this.watched !== undefined));
    if (this.watched !== undefined)
      this.say(
        sentence(this.watched),
        this.watched.state !== "watching" && this.watched.state !== "starting",
      );
    else if (before !== undefined) this.say("");
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const code = galleryCode(this.code.value);
    if (code === undefined) return this.say(strings.noCode, true);
    const found = await this.fetch(code);
    if (found === undefined) return;
    this.gallery = { code: this.code.value.trim(), name: found.name };
    await this.settings.keepGallery(this.gallery);
    this.code.value = "";
    this.show(found);
    this.say("");
  }

  /** @returns the gallery as it is now, kept in memory; nothing where it was told why not */
  private async fetch(code: GalleryCode): Promise<Embeddings | undefined> {
    // Before anything is waited for: only a click may ask.
    if (!(await chrome.permissions.request({ origins: [hostPattern(code.api)] }))) {
      this.say(strings.denied(new URL(code.api).host), true);
      return undefined;
    }
    this.say(strings.fetching);
    const answer = await fetchFaces(code);
    if (answer.kind === "faces") {
      await this.memory.keep(answer.gallery);
      return answer.gallery;
    }
    // What was deleted there does not stay here.
    if (answer.kind === "unknown") await this.memory.forget();
    this.say(
      answer.kind === "unreachable" ? words.unreachable(new URL(code.api).host) : strings[answer.kind],
      true,
    );
    return undefined;
  }

  private async toggled(): Promise<void> {
    if (this.watched !== undefined) return void (await this.ask({ kind: "end" }));
    const code = galleryCode(this.gallery!.code)!;
    const found = await this.fetch(code);
    if (found === undefined) return;
    this.show(found);
    const look = await this.settings.look();
    const people = found.people.map((person) => nameIn(look.letters, person.name, [person]));
    await this.ask({ kind: "watch", people, look, language });
  }

  private async forget(): Promise<void> {
    this.gallery = undefined;
    await Promise.all([this.settings.forgetGallery(), this.memory.forget()]);
    if (this.watched !== undefined) await this.ask({ kind: "end" });
    this.say("");
    this.show(undefined);
    this.code.focus();
  }

  private show(faces: Embeddings | undefined): void {
    const { gallery } = this;
    this.form.hidden = gallery !== undefined;
    this.kept.hidden = gallery === undefined;
    // The popup is small, and known by then.
    this.lead.hidden = gallery !== undefined;
    if (gallery === undefined) return;
    setText(
      this.title,
      faces === undefined
        ? strings.galleryAlone(gallery.name)
        : strings.gallery(faces.name, faces.people.length),
    );
  }

  private say(text: string, bad = false): void {
    this.status.classList.toggle("bad", bad);
    setText(this.status, text);
  }
}

function sentence({ state, rate }: Watched): string {
  switch (state) {
    case "watching":
      return strings.watching(Math.max(1, Math.round(rate)));
    case "gallery":
      return strings.lost;
    default:
      return strings[state];
  }
}
