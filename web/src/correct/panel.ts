import { sentence } from "../api/errors";
import { announce } from "../ui/announce";
import { colourOf } from "../ui/colours";
import { attribute, fill, freshId, h, setText } from "../ui/dom";
import { dotOf } from "../ui/dot";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import type { Lane } from "../lanes/build";
import type { OnScreen } from "../player/faces";
import type { Labels } from "../player/labels";
import type { Named } from "../player/named";
import type { Corrector } from "./corrector";
import { type Pick, pickAll, pickTrack } from "./picks";

const words = strings.correct;

/** Faces of the video can become pictures of its gallery. */
export interface FacesToGallery {
  /** Why they cannot, in a sentence. */
  readonly hindrance: () => string | undefined;
  /** @param trusted tracks whose name was just said */
  readonly open: (pick: Pick, trusted: readonly number[]) => void;
}

/** Where whoever made the video says who somebody is, or is not. */
export class CorrectionPanel {
  private readonly frameFaces = h("div", {
    class: "correct-picks",
    role: "group",
    "aria-label": words.onFrame,
  });
  private readonly everybody = h("div", {
    class: "correct-picks",
    role: "group",
    "aria-label": words.everybody,
  });
  private readonly question = h("div", { class: "correct-question", hidden: true });
  private readonly state = h("div", { class: "correct-state", role: "status" });
  private readonly offer = h("div", { class: "correct-offer" });
  private readonly undoing = button(
    words.undo,
    "plain",
    () => this.send(() => this.corrector.undo()),
    "back",
  );
  private readonly older = h("div", { class: "correct-older", hidden: true });
  private readonly problem = new Problem();
  private pick: Pick | undefined;
  private labels: Labels | undefined;
  private onScreen: OnScreen | undefined;
  private drawn = "";
  private told = "";
  /** What was said last, whose faces may be wanted for the gallery. */
  private said: { readonly name: string; readonly tracks: readonly number[] } | undefined;
  readonly element: HTMLElement;

  /**
   * @param pause stops the video, so that the face that was picked stays
   * @param shown how a name of the labels is shown
   */
  constructor(
    private readonly corrector: Corrector,
    private readonly pause: () => void,
    private readonly faces: FacesToGallery,
    private readonly shown: (name: string) => string,
  ) {
    this.undoing.hidden = true;
    fill(
      this.older,
      h("p", {}, words.older),
      button(words.draw, "plain", () => this.send(() => this.corrector.draw()), "film"),
    );
    this.element = h(
      "section",
      { class: "card correct", "aria-label": words.title },
      h("h2", {}, words.title),
      h("p", { class: "hint" }, words.lead),
      h("div", { class: "correct-row" }, h("h3", {}, words.onFrame), this.frameFaces),
      h("div", { class: "correct-row" }, h("h3", {}, words.everybody), this.everybody),
      this.question,
      h("div", { class: "correct-foot" }, this.state, this.offer, this.undoing),
      this.older,
      this.problem.element,
    );
  }

  /** @param lanes everybody who can be picked with all appearances */
  show(labels: Labels | undefined, lanes: readonly Lane[]): void {
    if (labels !== this.labels) this.choose(undefined);
    this.labels = labels;
    this.drawn = "";
    this.frame(this.onScreen);
    const picks = labels === undefined ? [] : lanes.map((lane) => pickAll(labels, lane));
    fill(
      this.everybody,
      ...picks.map(
        (pick) => pick && this.chip(pick, pick.called, words.all(pick.called, pick.tracks.length)),
      ),
    );
  }

  /** The frame that is seen now. */
  frame(onScreen: OnScreen | undefined): void {
    this.onScreen = onScreen;
    const { labels } = this;
    const here = new Set<Named>(onScreen?.faces.map(({ track }) => track));
    const faces = labels?.tracks.filter((track) => here.has(track)) ?? [];
    const key = faces.map(({ id }) => id).join();
    if (key === this.drawn && key !== "") return;
    this.drawn = key;
    const picks = labels === undefined ? [] : faces.map((track) => pickTrack(labels, track));
    fill(
      this.frameFaces,
      ...picks.map((pick) => this.chip(pick, pick.called, words.face(pick.called))),
      picks.length === 0 && h("span", { class: "hint" }, words.noFaces),
    );
  }

  /** A face that was clicked in the picture: asks who it is, where the answers are. */
  pickTrack(id: number): void {
    const { labels } = this;
    const track = labels?.tracks.find((each) => each.id === id);
    if (labels === undefined || track === undefined) return;
    this.choose(pickTrack(labels, track));
    this.question.scrollIntoView({ block: "nearest" });
    this.question.querySelector("button")?.focus({ preventScroll: true });
  }

  refresh(): void {
    const { working, changes, canUndo, older } = this.corrector.shown;
    this.undoing.hidden = !canUndo;
    this.older.hidden = !older || working;
    attribute(this.element, "aria-busy", working);
    for (const each of this.question.querySelectorAll("button")) each.disabled = working;
    const lines =
      changes === undefined
        ? []
        : changes.length === 0
          ? [words.same]
          : changes.map(({ from, to, tracks }) => words.change(this.shown(from), this.shown(to), tracks));
    const key = JSON.stringify([working, lines]);
    if (key === this.told) return;
    this.told = key;
    fill(
      this.state,
      working && h("span", { class: "spinner" }),
      working && h("span", {}, words.working),
      !working && lines.length > 0 && h("ul", {}, ...lines.map((line) => h("li", {}, line))),
    );
    fill(this.offer, !working && lines.length > 0 && this.offerOf());
  }

  /** Whoever has just got a name can be taken into the gallery with it. */
  private offerOf(): HTMLElement | undefined {
    const { labels, said } = this;
    if (labels === undefined || said === undefined || this.faces.hindrance() !== undefined) return undefined;
    const name = this.shown(said.name);
    const pick = pickAll(labels, { name, known: true });
    return (
      pick && button(strings.collect.openOf(name), "plain", () => this.faces.open(pick, said.tracks), "plus")
    );
  }

  /** Says of tracks whose they are, as an answer does. */
  say(tracks: readonly number[], name: string): void {
    const { labels } = this;
    const track = labels?.tracks.find(({ id }) => id === tracks[0]);
    if (labels === undefined || track === undefined) return;
    const pick = { ...pickTrack(labels, track), tracks };
    this.send(() => this.corrector.is(pick, name));
  }

  private chip(pick: Pick, text: string, name: string): HTMLElement {
    const dot = dotOf(this.labels?.people ?? [], pick.name, pick.known);
    return h(
      "button",
      {
        type: "button",
        class: "correct-pick",
        "aria-label": name,
        "aria-pressed": String(same(pick, this.pick)),
        "data-tracks": pick.tracks.join(),
        on: { click: () => this.choose(same(pick, this.pick) ? undefined : pick) },
      },
      dot,
      h("span", {}, text),
      pick.tracks.length > 1 && h("span", { class: "correct-count" }, String(pick.tracks.length)),
    );
  }

  private choose(pick: Pick | undefined): void {
    this.pick = pick;
    if (pick !== undefined) this.pause();
    for (const each of this.element.querySelectorAll<HTMLElement>(".correct-pick")) {
      each.setAttribute("aria-pressed", String(each.dataset["tracks"] === pick?.tracks.join()));
    }
    this.question.hidden = pick === undefined;
    if (pick === undefined) return fill(this.question);
    const title = freshId("question");
    attribute(this.question, "role", "group");
    attribute(this.question, "aria-labelledby", title);
    const people = (this.labels?.people ?? []).filter((name) => !pick.known || name !== pick.name);
    fill(
      this.question,
      h("h3", { id: title }, words.whoAll(pick.called, pick.tracks.length)),
      h(
        "div",
        { class: "correct-picks" },
        ...people.map((name) => this.answer(words.is(name), name, () => this.is(pick, name), name)),
        pick.known &&
          this.answer(words.isNot(pick.name), words.isNot(pick.name), () => this.corrector.isNot(pick)),
        pick.known && this.answer(words.nobody, words.nobody, () => this.corrector.is(pick, "unknown")),
      ),
      this.nameForm(pick),
      this.toGallery(pick),
    );
    this.refresh();
  }

  private is(pick: Pick, name: string): Promise<void> {
    this.said = { name, tracks: pick.tracks };
    return this.corrector.is(pick, name);
  }

  private answer(label: string, text: string, say: () => Promise<void>, person?: string): HTMLElement {
    const dot = h("i", { class: "dot" });
    if (person !== undefined) dot.style.background = colourOf(this.labels?.people ?? [], person, true);
    return h(
      "button",
      {
        type: "button",
        class: "button plain small",
        "aria-label": label,
        on: { click: () => this.send(say) },
      },
      person !== undefined && dot,
      h("span", {}, text),
    );
  }

  private nameForm(pick: Pick): HTMLElement {
    const field = h("input", { placeholder: words.newNamePlaceholder, maxlength: 80, autocomplete: "off" });
    return h(
      "form",
      {
        class: "correct-name",
        on: {
          submit: (event) => {
            event.preventDefault();
            const name = field.value.trim();
            if (name !== "") this.send(() => this.is(pick, name));
          },
        },
      },
      h("label", { class: "field" }, words.newName, field),
      h("button", { type: "submit", class: "button plain small" }, words.useName),
    );
  }

  private toGallery(pick: Pick): HTMLElement {
    const hindrance = this.faces.hindrance();
    return h(
      "div",
      { class: "correct-gallery" },
      hindrance === undefined
        ? button(strings.collect.open, "quiet", () => this.faces.open(pick, []), "plus")
        : h("p", { class: "hint" }, hindrance),
    );
  }

  private send(what: () => Promise<void>): void {
    this.problem.show(undefined);
    this.said = undefined;
    announce(words.working);
    setText(this.state, words.working);
    what().then(
      () => this.choose(undefined),
      (error) => this.problem.show(sentence(error)),
    );
  }
}

function same(a: Pick, b: Pick | undefined): boolean {
  return a.tracks.join() === b?.tracks.join();
}
