import { h } from "../ui/dom";
import { acceptDrop, chosenFiles } from "../ui/drop";
import { icon } from "../ui/icons";
import { strings } from "../ui/strings";
import type { FoundFile } from "./folders";

const words = strings.editor;

/** A place for a whole folder of folders, or a zip of it. */
export class FolderDrop {
  readonly element: HTMLElement;

  constructor(taken: (found: readonly FoundFile[]) => void) {
    const input = h("input", {
      type: "file",
      class: "visually-hidden",
      webkitdirectory: true,
      multiple: true,
      on: {
        change: () => {
          taken(chosenFiles(input));
          input.value = "";
        },
      },
    });
    const zip = h("input", {
      type: "file",
      class: "visually-hidden",
      accept: ".zip,application/zip",
      on: {
        change: () => {
          taken(chosenFiles(zip));
          zip.value = "";
        },
      },
    });
    this.element = h(
      "div",
      { class: "drop folder-drop" },
      icon("folder"),
      h(
        "div",
        { class: "drop-words" },
        h("p", { class: "drop-title" }, words.folderDrop),
        h("p", { class: "hint" }, `${words.folderHint} ${strings.zip.hint}`),
      ),
      h(
        "div",
        { class: "drop-choices" },
        h("label", { class: "button plain" }, input, h("span", {}, words.folder)),
        h("label", { class: "button plain" }, zip, h("span", {}, strings.zip.choose)),
      ),
    );
    acceptDrop(this.element, taken);
  }
}
