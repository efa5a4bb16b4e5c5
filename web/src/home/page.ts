import type { Matcher } from "../api/types";
import type { App, Page } from "../app";
import { announce } from "../ui/announce";
import { fill, freshId, h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { button } from "../ui/parts";
import { strings } from "../ui/strings";
import { GalleryStep } from "./gallery-step";
import { UploadsPanel } from "./uploads-panel";
import { VideoStep } from "./video-step";
import { YourVideos } from "./your-videos";

const words = strings.home;

/** The start page: a video, a gallery, and off it goes. */
export function homePage(app: App): Page {
  const closing = new AbortController();
  const missing = h("p", { class: "missing", role: "status" });
  let asked = false;
  const limits = app.api.limits(closing.signal).catch(() => undefined);
  const panel = new UploadsPanel(app.uploads, limits, closing.signal);

  const update = () => {
    const what = whatIsMissing();
    find.setAttribute("aria-disabled", String(what !== undefined));
    if (what === undefined) {
      setText(missing, words.ready(chosen(), gallery.picked!.name));
    } else setText(missing, asked ? what : "");
    missing.classList.toggle("asked", what !== undefined && asked);
  };
  const find = button(words.find, "primary", () => start(), "arrow");
  find.classList.add("find");
  // Both tell of changes while they are being made.
  const video: VideoStep = new VideoStep({
    limits,
    changed: () => queueMicrotask(update),
    claims: ({ file, handle }) => app.uploads.claims(file, handle),
  });
  const gallery: GalleryStep = new GalleryStep(app.api, app.config, app.memory, () => queueMicrotask(update));
  const matcher = matcherPicker();
  const warn = (event: BeforeUnloadEvent) => {
    if (gallery.isSending) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn, { signal: closing.signal });

  function chosen(): string {
    const [first, ...others] = video.videos;
    return first !== undefined && others.length === 0
      ? titleOf(first.file.name)
      : strings.video.several(video.videos.length);
  }

  function whatIsMissing(): string | undefined {
    if (video.videos.length === 0) return video.isLooking ? strings.video.looking : words.missingVideo;
    if (gallery.picked === undefined) return words.missingGallery;
    if (gallery.isSending) return words.sendingPictures;
    if (video.isLooking) return strings.video.looking;
    return gallery.isEmpty ? words.emptyGallery : undefined;
  }

  function start(): void {
    asked = true;
    update();
    const what = whatIsMissing();
    if (what !== undefined) {
      announce(what);
      if (video.videos.length === 0) video.focus();
      else gallery.focus();
      return;
    }
    const choice = { gallery: gallery.picked!.use, matcher: matcher.value() };
    app.uploads.add(video.videos.map((picked) => ({ ...picked, ...choice })));
    asked = false;
    video.clear();
    panel.focus();
  }

  /** Whoever sent one video, and does nothing else here, is led to its link. */
  function leadOn(): void {
    const [upload, ...others] = app.uploads.uploads;
    if (upload?.state !== "done" || upload.kept === undefined || others.length > 0) return;
    if (video.videos.length > 0 || video.isLooking || gallery.isEditing) return;
    const { share } = upload.kept;
    void app.uploads.remove(upload);
    app.go(`/v/${share}`);
  }
  app.uploads.watch(leadOn, closing.signal);

  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void video.offer(files.map((file) => ({ file })));
  };
  document.addEventListener("paste", paste, { signal: closing.signal });

  const steps = h(
    "div",
    { class: "steps" },
    step(1, words.stepVideo, "step-video", video.element),
    step(2, words.stepGallery, "step-gallery", gallery.element),
    h("div", { class: "step-find" }, matcher.element, find, missing),
  );
  update();
  const heading = h("h1", { tabindex: -1 }, words.title);
  return {
    title: strings.product,
    heading,
    element: h(
      "div",
      { class: "home" },
      h("header", { class: "hero" }, heading, h("p", { class: "lead" }, words.lead)),
      panel.element,
      steps,
      new YourVideos(app.api, app.memory, closing.signal).element,
    ),
    close: () => {
      closing.abort();
      video.close();
      gallery.close();
    },
  };
}

function step(number: number, title: string, kind: string, body: HTMLElement): HTMLElement {
  const id = freshId("step");
  return h(
    "section",
    { class: `card step ${kind}`, "aria-labelledby": id },
    h("h2", { id }, h("span", { class: "step-number", "aria-hidden": "true" }, String(number)), title),
    body,
  );
}

function matcherPicker(): { element: HTMLElement; value: () => Matcher } {
  let picked: Matcher = "centroid";
  const group = freshId("matcher");
  const choices = (["centroid", "nearest", "classifier"] as const).map((kind) => {
    const [name, text] = words.matchers[kind];
    const input = h("input", {
      type: "radio",
      name: group,
      value: kind,
      checked: kind === picked,
      on: { change: () => (picked = kind) },
    });
    return h(
      "label",
      { class: "matcher" },
      input,
      h("span", {}, h("strong", {}, name), h("span", { class: "hint" }, text)),
    );
  });
  const fieldset = h("fieldset", {}, h("legend", {}, words.matcher));
  fieldset.append(...choices);
  const element = h("details", { class: "advanced" });
  fill(element, h("summary", {}, words.advanced), fieldset);
  return { element, value: () => picked };
}
