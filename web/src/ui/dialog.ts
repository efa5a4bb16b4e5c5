import { button } from "./parts";
import { freshId, h } from "./dom";
import { strings } from "./strings";

/** Asks before something is gone for good. Escape and the first button keep it. */
export function confirmDelete(
  title: string,
  text: string,
  action: string = strings.dialog.confirm,
): Promise<boolean> {
  return new Promise((resolve) => {
    const titleId = freshId("dialog");
    const textId = freshId("dialog");
    let sure = false;
    const dialog: HTMLDialogElement = h(
      "dialog",
      {
        class: "dialog",
        "aria-labelledby": titleId,
        "aria-describedby": textId,
        on: {
          close: () => {
            dialog.remove();
            resolve(sure);
          },
          // The backdrop belongs to the dialog; its content lies in the form.
          click: (event) => event.target === dialog && dialog.close(),
        },
      },
      h(
        "div",
        { class: "dialog-body" },
        h("h2", { id: titleId }, title),
        h("p", { id: textId }, text),
        h(
          "div",
          { class: "dialog-buttons" },
          button(strings.dialog.cancel, "plain", () => dialog.close()),
          button(action, "danger", () => {
            sure = true;
            dialog.close();
          }),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
