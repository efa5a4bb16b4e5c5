import { isAbort, sentence } from "../api/errors";
import { announce } from "../ui/announce";
import { copied } from "../ui/copy";
import { confirmDelete } from "../ui/dialog";
import { fill, freshId, h, setText } from "../ui/dom";
import { day } from "../ui/format";
import { icon } from "../ui/icons";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import type { GalleryModel } from "./model";

const words = strings.shared;

/** Where whoever made a gallery gives it a link, renews it, or takes it back. */
export class ShareSection {
  private readonly titleId = freshId("share");
  private readonly address = h("input", {
    class: "share-address",
    readonly: true,
    spellcheck: "false",
    "aria-label": words.link,
    on: { focus: () => this.address.select() },
  });
  private readonly copied = h("span", {}, words.copy);
  private readonly ends = h("p", { class: "hint" });
  private readonly problem = new Problem();
  private readonly make = button(words.make, "plain", () => void this.renew(), "link");
  private readonly copyButton = h(
    "button",
    { type: "button", class: "button plain", on: { click: () => void this.copy() } },
    icon("link"),
    this.copied,
  );
  private readonly given = h(
    "div",
    { class: "share-given" },
    h("div", { class: "share-line" }, this.address, this.copyButton),
    this.ends,
    h(
      "div",
      { class: "share-buttons" },
      button(words.renew, "quiet", () => void this.ask("renew"), "again"),
      button(words.stop, "quiet", () => void this.ask("stop"), "close"),
    ),
  );
  private readonly body = h("div", {});
  readonly element = h(
    "section",
    { class: "share", "aria-labelledby": this.titleId },
    h("h4", { id: this.titleId }, words.section),
    h("p", { class: "hint" }, words.lead),
    this.body,
    this.problem.element,
  );

  constructor(private readonly model: GalleryModel) {
    this.update();
  }

  update(): void {
    const { link } = this.model;
    if (link !== undefined) {
      const address = `${location.origin}/g/${link.share}`;
      if (this.address.value !== address) this.address.value = address;
      setText(this.ends, words.ends(day(link.ends)));
    }
    const shown = link === undefined ? this.make : this.given;
    if (shown.parentElement !== this.body) fill(this.body, shown);
  }

  private async renew(): Promise<void> {
    const isFirst = this.model.link === undefined;
    await this.attempt(async () => {
      await this.model.share();
      if (!isFirst) announce(words.renewed);
      this.copyButton.focus();
    });
  }

  private async ask(what: "renew" | "stop"): Promise<void> {
    if (what === "renew") {
      if (await confirmDelete(words.renewTitle, words.renewText, words.renew)) await this.renew();
    } else if (await confirmDelete(words.stopTitle, words.stopText, words.stop)) {
      await this.attempt(async () => {
        await this.model.unshare();
        announce(words.stopped);
        this.make.focus();
      });
    }
  }

  private async copy(): Promise<void> {
    const done = await copied(this.address.value, this.copied, words);
    if (!done) this.address.focus();
    this.problem.show(done ? undefined : words.copyFailed);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.problem.show(undefined);
      await work();
    } catch (error) {
      if (!isAbort(error)) this.problem.show(sentence(error));
    }
  }
}
