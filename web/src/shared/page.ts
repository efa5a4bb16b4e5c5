import { ApiError, isAbort, sentence } from "../api/errors";
import type { GalleryPerson, SharedGallery } from "../api/types";
import type { App, Page } from "../app";
import { told } from "../gallery/health";
import { announce } from "../ui/announce";
import { fill, freshId, h, setText } from "../ui/dom";
import { day } from "../ui/format";
import { nowhereCard } from "../ui/nowhere";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import { copyShared } from "./copy";

const words = strings.shared;

/** Somebody's gallery, to look at and to use. */
export function sharedGalleryPage(app: App, share: string): Page {
  const closing = new AbortController();
  const heading = h("h1", { tabindex: -1 }, words.loading);
  const body = h("div", { class: "shared" });
  const problem = new Problem();

  fill(body, h("header", { class: "shared-head" }, heading), problem.element);
  void (async () => {
    try {
      const gallery = await app.api.sharedGallery(share, closing.signal);
      document.title = words.title(gallery.name) + strings.titleSuffix;
      show(gallery);
    } catch (error) {
      if (isAbort(error)) return;
      if (error instanceof ApiError && error.isNotFound) {
        app.memory.forgetShared(share);
        document.title = words.nowhereTitle + strings.titleSuffix;
        setText(heading, words.nowhereTitle);
        fill(body, nowhereCard(heading, words.nowhereText));
      } else problem.show(sentence(error));
    }
  })();

  function show(gallery: SharedGallery): void {
    setText(heading, gallery.name);
    const pictures = gallery.people.reduce((sum, each) => sum + each.pictures.length, 0);
    const isEmpty = gallery.people.length === 0;
    const copyButton = button(words.copyIt, "plain", () => void copy(gallery.name, copyButton), "plus");
    copyButton.hidden = isEmpty;
    fill(
      body,
      h(
        "header",
        { class: "shared-head" },
        h("p", { class: "shared-kicker" }, words.kicker),
        heading,
        h("p", { class: "hint" }, isEmpty ? words.empty : words.facts(gallery.people.length, pictures)),
        h(
          "div",
          { class: "shared-buttons" },
          button(words.use, "primary", () => use(gallery.name), "arrow"),
          copyButton,
        ),
        h("p", { class: "hint" }, words.useHint, " ", words.copyHint),
        h("p", { class: "hint" }, words.until(day(gallery.ends))),
        problem.element,
      ),
      h("div", { class: "shared-people" }, ...gallery.people.map(personOf)),
      gallery.findings.length > 0 && adviceOf(gallery),
    );
  }

  function use(name: string): void {
    app.memory.keepShared({ share, name });
    app.memory.picked = share;
    app.go("/");
  }

  async function copy(name: string, by: HTMLButtonElement): Promise<void> {
    if (by.getAttribute("aria-disabled") === "true") return;
    const label = by.querySelector("span")!;
    by.setAttribute("aria-disabled", "true");
    setText(label, words.copying);
    announce(words.copying);
    problem.show(undefined);
    try {
      const own = await copyShared(app.api, app.memory, share, name);
      if (closing.signal.aborted) return;
      app.memory.picked = own.id;
      app.go("/");
      announce(words.copiedIt(name));
    } catch (error) {
      problem.show(sentence(error));
    } finally {
      by.removeAttribute("aria-disabled");
      setText(label, words.copyIt);
    }
  }

  return { title: strings.product, heading, element: body, close: () => closing.abort() };
}

function personOf({ name, korean, romanised, english, pictures }: GalleryPerson): HTMLElement {
  const id = freshId("person");
  const others = [korean, romanised, english].filter((each) => each !== undefined && each !== name);
  return h(
    "section",
    { class: "card shared-person", "aria-labelledby": id },
    h("h2", { id }, name),
    others.length > 0 && h("p", { class: "hint" }, others.join(" · ")),
    pictures.length === 0
      ? h("p", { class: "hint" }, words.noPictures)
      : h(
          "ul",
          { class: "shared-pictures", "aria-label": words.pictures(name) },
          ...pictures.map(({ file, url }) =>
            h("li", {}, h("img", { src: url, alt: words.picture(name, file), loading: "lazy" })),
          ),
        ),
  );
}

function adviceOf({ findings, people }: SharedGallery): HTMLElement {
  return h(
    "details",
    { class: "card shared-advice" },
    h("summary", {}, words.advice),
    h("ul", {}, ...told(findings, people).map(({ advice }) => h("li", {}, advice))),
  );
}
