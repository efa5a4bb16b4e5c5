import { copied } from "../ui/copy";
import { h, setText } from "../ui/dom";
import { icon } from "../ui/icons";
import type { OwnGallery } from "../ui/memory";
import { strings } from "../ui/strings";
import { extensionCode } from "./code";

const words = strings.extension;

/** A button that copies a gallery's code for the extension. */
export class ExtensionCode {
  private code = "";
  private readonly copied = h("span", {}, words.copy);
  private readonly line = h("input", { readonly: true, hidden: true, "aria-label": words.line });
  private readonly problem = h("p", { class: "note", role: "status" });
  readonly element = h(
    "div",
    { class: "extension-code", hidden: true },
    h(
      "button",
      {
        type: "button",
        class: "button quiet",
        "aria-describedby": "extension-code-hint",
        on: { click: () => void this.copy() },
      },
      icon("link"),
      this.copied,
    ),
    h("p", { class: "hint", id: "extension-code-hint" }, words.hint),
    this.line,
    this.problem,
  );

  /** @param api address of the API, whole */
  constructor(private readonly api: string) {}

  show(own: OwnGallery): void {
    this.code = extensionCode(this.api, own);
    this.element.hidden = false;
  }

  private async copy(): Promise<void> {
    if (await copied(this.code, this.copied, words)) return;
    // The secret is shown where it cannot be copied otherwise.
    this.line.hidden = false;
    this.line.value = this.code;
    this.line.select();
    setText(this.problem, words.copyFailed);
  }
}
