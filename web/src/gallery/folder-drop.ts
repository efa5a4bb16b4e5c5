import { h } from "../ui/dom";
import { acceptDrop, chosenFiles } from "../ui/drop";
import { icon } from "../ui/icons";
import { strings } from "../ui/strings";
import type { FoundFile } from "./folders";

const words = strings.editor;

/** A place for a whole folder of folders. */
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
    this.element = h(
      "div",
      { class: "drop folder-drop" },
      icon("folder"),
      h(
        "div",
        { class: "drop-words" },
        h("p", { class: "drop-title" }, words.folderDrop),
        h("p", { class: "hint" }, words.folderHint),
      ),
      h("label", { class: "button plain" }, input, h("span", {}, words.folder)),
    );
    acceptDrop(this.element, taken);
  }
}
