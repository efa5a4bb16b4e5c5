import { h } from "../ui/dom";
import { strings } from "../ui/strings";
import { type OtherScript, type Script, isScript } from "./scripts";

const words = strings.scripts;
const KEY = "idols.script";

/** The choice of letters for names, where a video's people have some in several; this browser remembers it. */
export class ScriptChoice {
  private script: Script = stored();
  private readonly select = h("select", { on: { change: () => this.choose() } });
  readonly element = h(
    "label",
    { class: "script-choice", hidden: true },
    h("span", {}, words.title),
    this.select,
  );

  constructor(private readonly changed: (script: Script) => void) {}

  get chosen(): Script {
    return this.script;
  }

  /** Tells which scripts there are. */
  offer(scripts: readonly OtherScript[]): void {
    this.element.hidden = scripts.length === 0;
    const all: readonly Script[] = ["name", ...scripts];
    const there = [...this.select.options].map(({ value }) => value);
    if (there.join() === all.join()) return;
    this.select.replaceChildren(...all.map((script) => h("option", { value: script }, words[script])));
    this.select.value = all.includes(this.script) ? this.script : "name";
  }

  private choose(): void {
    const { value } = this.select;
    if (!isScript(value)) return;
    this.script = value;
    try {
      localStorage.setItem(KEY, value);
    } catch {
      // Private windows and frames on other sites may refuse; then it holds for this page.
    }
    this.changed(value);
  }
}

function stored(): Script {
  try {
    const found = localStorage.getItem(KEY);
    return isScript(found) ? found : "name";
  } catch {
    return "name";
  }
}
