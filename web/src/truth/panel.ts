import { colourOf } from "../ui/colours";
import { h, setText } from "../ui/dom";
import { icon } from "../ui/icons";
import { Bar, button } from "../ui/parts";
import { strings } from "../ui/strings";
import { STRANGER, type Who, boxAt, spanOf } from "./model";
import { Part } from "./part";
import type { Reach } from "./reach";
import { type Session, frames, nameFrom, wordFor } from "./session";
import type { Progress } from "./steps";

const words = strings.truth;
const REACHES: readonly (readonly [Reach, key?: string])[] = [
  ["whole", "T"],
  ["onward", "H"],
  ["upTo", "U"],
  ["marked"],
  ["stranger", "S"],
];

export interface PanelEvents {
  readonly draw: (again: boolean) => void;
}

/** Beside the picture: the faces of the frame, on which frames one of them is who. */
export class Panel {
  private readonly count = h("p", { class: "truth-count" });
  private readonly bar = new Bar(words.progressBar);
  private readonly faces = new Part(h("ul", { class: "truth-faces", "aria-label": words.onFrame }));
  private readonly reaches = new Part(h("div", { role: "group", "aria-label": words.reach }));
  private readonly about = h("p", { class: "hint truth-about" });
  private readonly who = new Part(h("div", { class: "truth-who", role: "group", "aria-label": words.who }));
  private readonly drawing = new Part(h("div", { class: "truth-drawing" }));
  private readonly confirm: HTMLButtonElement;
  readonly element: HTMLElement;
  /** The choice of frames, which goes under the picture. */
  readonly reach: HTMLElement;

  constructor(
    private readonly session: Session,
    private readonly events: PanelEvents,
  ) {
    this.confirm = button(words.confirm, "primary", () => session.confirm(), "check");
    this.confirm.append(h("kbd", { "aria-hidden": "true" }, "C"));
    this.element = h(
      "div",
      { class: "truth-panel" },
      h("div", { class: "truth-progress" }, this.count, this.bar.element),
      this.confirm,
      h("h2", {}, words.onFrame),
      this.faces.element,
      this.drawing.element,
      h("h2", {}, words.who),
      this.about,
      this.who.element,
      this.nameForm(),
    );
    this.reach = h("div", { class: "truth-reach" }, h("h2", {}, words.reach), this.reaches.element);
  }

  progress({ looked, all }: Progress): void {
    setText(this.count, words.progress(looked, all));
    this.bar.set(all === 0 ? 1 : looked / all);
  }

  show(): void {
    const { session } = this;
    const { people, face, reach, fellows } = session;
    this.showFaces(people);
    this.showWho(people);
    this.showReach();
    const span = session.span;
    const absent = face !== undefined && boxAt(face, session.frame) === undefined;
    setText(
      this.about,
      face === undefined || absent
        ? words.pickFirst
        : reach === "stranger"
          ? words.allTracks(fellows.length, face.stranger!)
          : `${words.track(face.id)} · ${span === undefined ? words.nothingReached : frames(span)}`,
    );
    this.drawing.show([face?.drawing !== undefined && face.id], () => [
      face?.drawing !== undefined && this.tool(words.again, "again", () => this.events.draw(true), "pen"),
      face?.drawing !== undefined && this.tool(words.startsHere, "starts", () => session.moveEnd("from")),
      face?.drawing !== undefined && this.tool(words.endsHere, "ends", () => session.moveEnd("to")),
    ]);
  }

  private showFaces(people: readonly string[]): void {
    const { session } = this;
    const { spots, face: picked } = session;
    const rows = spots.map(({ face, who }) => ({
      id: face.id,
      who,
      name: wordFor(who, face.stranger),
      looked: face.looked,
      here: true,
    }));
    if (picked !== undefined && !spots.some(({ face }) => face.id === picked.id)) {
      // A drawn face stays picked while somebody goes on to where it is drawn again.
      const who = picked.runs[0]!.who;
      rows.push({ id: picked.id, who, name: wordFor(who), looked: picked.looked, here: false });
    }
    this.faces.show([rows, picked?.id, people], () =>
      rows.length === 0
        ? [h("li", { class: "hint" }, words.noFaces)]
        : rows.map(({ id, who, name, looked, here }) =>
            h(
              "li",
              {},
              h(
                "button",
                {
                  type: "button",
                  class: here ? "truth-face" : "truth-face away",
                  "data-key": id,
                  "aria-pressed": String(id === picked?.id),
                  "aria-label": words.face(id, name, looked),
                  on: { click: () => session.pick(id) },
                },
                this.dot(people, who),
                h("span", { class: "truth-name" }, name),
                h("span", { class: "hint" }, here ? words.track(id) : words.notHere),
                looked && icon("check"),
              ),
            ),
          ),
    );
  }

  private showWho(people: readonly string[]): void {
    const { session } = this;
    const { face } = session;
    const now = face === undefined || boxAt(face, session.frame) === undefined ? undefined : this.nowOf();
    const choices: readonly (readonly [Who, string])[] = [
      ...people.map((name, i): [Who, string] => [name, i < 9 ? String(i + 1) : ""]),
      [STRANGER, "0"],
      [null, "X"],
    ];
    this.who.show([people, now, now !== undefined], () =>
      choices.map(([who, key]) =>
        h(
          "button",
          {
            type: "button",
            class: "truth-choice",
            "data-key": who === null ? "none" : `who ${who}`,
            "aria-pressed": String(now !== undefined && now === who),
            "aria-disabled": String(now === undefined),
            on: { click: () => session.name(who) },
          },
          this.dot(people, who),
          h("span", { class: "truth-name" }, wordFor(who)),
          key !== "" && h("kbd", { "aria-hidden": "true" }, key),
        ),
      ),
    );
  }

  private nowOf(): Who | undefined {
    return this.session.spots.find(({ face }) => face.id === this.session.face?.id)?.who;
  }

  private showReach(): void {
    const { session } = this;
    const { reach, marks, face, fellows } = session;
    const span = face && spanOf(face);
    const stranger = fellows.length > 1 ? face?.stranger : undefined;
    this.reaches.show([reach, marks, span, stranger], () => [
      h(
        "div",
        { class: "truth-reaches" },
        ...REACHES.map(
          ([each, key]) =>
            (each !== "stranger" || stranger !== undefined) &&
            h(
              "button",
              {
                type: "button",
                class: "toggle",
                "data-key": each,
                "aria-pressed": String(each === reach),
                on: { click: () => session.reachFor(each) },
              },
              each === "stranger" ? words.allOf(stranger!) : words[each],
              key !== undefined && h("kbd", { "aria-hidden": "true" }, key),
            ),
        ),
      ),
      h(
        "div",
        { class: "truth-marks" },
        this.tool(words.markFrom, "mark first", () => session.mark("from"), undefined, "["),
        this.tool(words.markTo, "mark last", () => session.mark("to"), undefined, "]"),
        h(
          "span",
          { class: "hint" },
          marks.from === undefined && marks.to === undefined
            ? words.noMarks
            : words.marks(
                marks.from === undefined ? words.trackStart : String(marks.from),
                marks.to === undefined ? words.trackEnd : String(marks.to),
              ),
        ),
      ),
    ]);
  }

  private nameForm(): HTMLElement {
    const field = h("input", {
      placeholder: words.newNamePlaceholder,
      maxlength: 60,
      autocomplete: "off",
    });
    return h(
      "form",
      {
        class: "truth-new",
        on: {
          submit: (event) => {
            event.preventDefault();
            const name = nameFrom(field.value);
            if (name === undefined) return field.focus();
            this.session.name(name);
            field.value = "";
            // Out of the field, so that keys are commands again.
            this.confirm.focus();
          },
        },
      },
      h("label", { class: "field" }, words.newName, field),
      h("button", { class: "button plain small" }, h("span", {}, words.useName)),
    );
  }

  private tool(
    text: string,
    key: string,
    click: () => void,
    picture?: Parameters<typeof icon>[0],
    hint?: string,
  ): HTMLElement {
    return h(
      "button",
      { type: "button", class: "toggle", "data-key": key, on: { click } },
      picture && icon(picture),
      text,
      hint !== undefined && h("kbd", { "aria-hidden": "true" }, hint),
    );
  }

  private dot(people: readonly string[], who: Who): HTMLElement {
    const dot = h("i", { class: who === null ? "dot none" : "dot" });
    if (who !== null) dot.style.background = colourOf(people, who, who !== STRANGER);
    return dot;
  }
}
