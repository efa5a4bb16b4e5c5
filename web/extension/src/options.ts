import "../../src/ui/styles/base.css";
import "../../src/ui/styles/controls.css";
import "./extension.css";
import { fill, h, setText } from "../../src/ui/dom";
import { LANGUAGES, type Language, language, speak } from "../../src/ui/language";
import type { Look } from "./messages";
import { Settings } from "./settings";
import { strings } from "./strings";

const settings = new Settings(chrome.storage.local);

/** A group of choices of which one holds. */
function choice<T extends string>(
  name: string,
  title: string,
  values: readonly (readonly [T, string])[],
  chosen: T,
  picked: (value: T) => void,
): HTMLElement {
  return h(
    "fieldset",
    {},
    h("legend", {}, title),
    ...values.map(([value, text]) =>
      h(
        "label",
        name === "language" ? { lang: value } : {},
        h("input", {
          type: "radio",
          name,
          value,
          checked: value === chosen,
          on: { change: () => picked(value) },
        }),
        text,
      ),
    ),
  );
}

async function start(): Promise<void> {
  document.documentElement.lang = language;
  document.title = strings.optionsTitle;
  let look = await settings.look();
  const status = h("p", { class: "status", role: "status" });
  const change = async (part: Partial<Look>) => {
    look = { ...look, ...part };
    await settings.keepLook(look);
    setText(status, strings.kept);
  };
  const languages = Object.entries(LANGUAGES) as [Language, string][];
  fill(
    document.getElementById("main")!,
    h("h1", {}, strings.optionsTitle),
    choice("language", strings.language, languages, language, speak),
    h("h2", {}, strings.look),
    choice(
      "draw",
      strings.draw,
      [
        ["both", strings.both],
        ["names", strings.namesOnly],
      ],
      look.boxes ? "both" : "names",
      (what) => void change({ boxes: what === "both" }),
    ),
    choice(
      "text",
      strings.text,
      [
        ["usual", strings.usual],
        ["large", strings.large],
      ],
      look.text,
      (text) => void change({ text }),
    ),
    choice(
      "letters",
      strings.letters,
      [
        ["label", strings.label],
        ["latin", strings.latin],
        ["korean", strings.korean],
      ],
      look.letters,
      (letters) => void change({ letters }),
    ),
    h(
      "label",
      { class: "single" },
      h("input", {
        type: "checkbox",
        checked: look.strangers,
        on: { change: (event) => void change({ strangers: (event.target as HTMLInputElement).checked }) },
      }),
      strings.strangers,
    ),
    status,
  );
}

void start();
