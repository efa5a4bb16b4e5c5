import type { CreatedJob, Matcher } from "../api/types";
import type { App, Page } from "../app";
import { announce } from "../ui/announce";
import { fill, freshId, h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { button } from "../ui/parts";
import { strings } from "../ui/strings";
import { GalleryStep } from "./gallery-step";
import { UploadPanel } from "./upload-panel";
import { VideoStep } from "./video-step";
import { YourVideos } from "./your-videos";

const words = strings.home;

/** The start page: a video, a gallery, and off it goes. */
export function homePage(app: App): Page {
  const closing = new AbortController();
  const missing = h("p", { class: "missing", role: "status" });
  let asked = false;
  let panel: UploadPanel | undefined;

  const update = () => {
    const what = whatIsMissing();
    find.setAttribute("aria-disabled", String(what !== undefined));
    if (what === undefined) {
      setText(missing, words.ready(titleOf(video.file!.name), gallery.picked!.name));
    } else setText(missing, asked ? what : "");
    missing.classList.toggle("asked", what !== undefined && asked);
  };
  const find = button(words.find, "primary", () => start(), "arrow");
  find.classList.add("find");
  // Both tell of changes while they are being made.
  const video: VideoStep = new VideoStep(() => update());
  const gallery: GalleryStep = new GalleryStep(app.api, app.config, app.memory, () => queueMicrotask(update));
  const matcher = matcherPicker();
  const warn = (event: BeforeUnloadEvent) => {
    if (gallery.isSending) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn, { signal: closing.signal });

  function whatIsMissing(): string | undefined {
    if (video.file === undefined) return words.missingVideo;
    if (gallery.picked === undefined) return words.missingGallery;
    if (gallery.isSending) return words.sendingPictures;
    return gallery.isEmpty ? words.emptyGallery : undefined;
  }

  function start(): void {
    asked = true;
    update();
    const what = whatIsMissing();
    if (what !== undefined) {
      announce(what);
      if (video.file === undefined) video.focus();
      else gallery.focus();
      return;
    }
    const wish = { file: video.file!, gallery: gallery.picked!.id, matcher: matcher.value() };
    panel = new UploadPanel(app.api, wish, (job) => ended(wish.file, job));
    steps.hidden = true;
    steps.before(panel.element);
    panel.start();
  }

  function ended(file: File, job: CreatedJob | undefined): void {
    if (closing.signal.aborted) return;
    if (job !== undefined) {
      const { share, secret, id } = job;
      app.memory.keepVideo({ share, job: id, secret, title: file.name, created: Date.now() });
      app.go(`/v/${share}`);
      return;
    }
    panel?.element.remove();
    panel = undefined;
    steps.hidden = false;
    setText(missing, strings.upload.cancelled);
    find.focus();
  }

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
      steps,
      new YourVideos(app.api, app.memory, closing.signal).element,
    ),
    close: () => {
      closing.abort();
      panel?.close();
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
