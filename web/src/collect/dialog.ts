import type { Api } from "../api/client";
import { ApiError, isAbort, sentence } from "../api/errors";
import type { Pick as Picked } from "../correct/picks";
import { GalleryModel, type Person, type Picture } from "../gallery/model";
import { PictureSender } from "../gallery/sender";
import type { FaceSheet } from "../player/faces";
import { announce } from "../ui/announce";
import { attribute, fill, freshId, h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import type { OwnGallery } from "../ui/memory";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import { type Choice, chooseFaces } from "./choose";
import { fileName } from "./file-name";
import { FrameGrabber, UnplayableError } from "./grabber";
import { isUnderWay, outcomeOf } from "./outcome";
import { PersonChoice } from "./person-choice";
import { FaceTile } from "./tile";

const words = strings.collect;

export interface Collecting {
  readonly api: Api;
  readonly gallery: OwnGallery;
  /** The video's file. */
  readonly title: string;
  readonly sheet: FaceSheet;
  /** Whose faces. */
  readonly pick: Picked;
  /** Tracks whose name the fan has just said. */
  readonly trusted: ReadonlySet<number>;
  /** Gets an address of the video as it was uploaded that nothing was loaded from yet. */
  readonly source: () => Promise<string | undefined>;
  /** The gallery does not exist any more. */
  readonly gone: () => void;
  /** Says of tracks whose they are, which has the video named anew. */
  readonly anew: (tracks: readonly number[], name: string) => void;
  readonly signal: AbortSignal;
}

/** Faces of somebody in a video are looked through, and those that are ticked become pictures of a gallery. */
export class CollectDialog {
  private readonly closing = new AbortController();
  private readonly model: GalleryModel;
  private readonly person: PersonChoice;
  private readonly choice: Choice;
  private readonly list = h("ul", { class: "collect-faces", "aria-label": words.faces });
  private readonly hints = h("div", { class: "collect-hints" });
  private readonly status = h("p", { class: "collect-status", role: "status" });
  private readonly problem = new Problem();
  private readonly add = button(words.add(0), "primary", () => void this.send(), "plus");
  private readonly again = button(words.anew, "primary", () => this.anew(), "again");
  private readonly leave = button(words.cancel, "plain", () => this.close());
  private readonly dialog: HTMLDialogElement;
  private tiles: readonly FaceTile[] = [];
  private cutting = true;
  /** Whose pictures were sent. */
  private owner: Person | undefined;
  private told = false;

  constructor(private readonly options: Collecting) {
    const { api, gallery, pick, sheet, trusted, signal } = options;
    const sender = new PictureSender(api, gallery.id, gallery.secret);
    this.model = new GalleryModel(api, gallery.id, gallery.secret, sender, () => this.update());
    this.person = new PersonChoice(pick.known ? pick.name : undefined, () => this.update());
    this.choice = chooseFaces(sheet, pick.tracks, trusted);
    const title = freshId("collect");
    this.again.hidden = true;
    this.again.title = words.anewHint;
    this.dialog = h(
      "dialog",
      {
        class: "dialog collect",
        "aria-labelledby": title,
        on: {
          cancel: (event) => {
            event.preventDefault();
            this.close();
          },
          close: () => this.closed(),
          click: (event) => event.target === this.dialog && this.close(),
        },
      },
      h(
        "div",
        { class: "dialog-body" },
        h("h2", { id: title, tabindex: -1, autofocus: true }, words.title),
        h("p", {}, words.lead(pick.called, gallery.name)),
        this.person.element,
        this.list,
        this.hints,
        this.problem.element,
        this.status,
        h("div", { class: "dialog-buttons" }, this.leave, this.add, this.again),
      ),
    );
    signal.addEventListener("abort", () => this.dialog.close(), { signal: this.closing.signal });
  }

  open(): void {
    document.body.append(this.dialog);
    this.dialog.showModal();
    const { tooSmall, unusable, spots } = this.choice;
    const sentences = [
      spots.length === 0 && words.none,
      tooSmall > 0 && words.tooSmall(tooSmall),
      unusable > 0 && words.unusable(unusable),
    ];
    fill(this.hints, ...sentences.map((text) => text && h("p", { class: "hint" }, text)));
    this.person.element.hidden = spots.length === 0;
    this.add.hidden = spots.length === 0;
    if (spots.length > 0) void this.prepare().catch((error) => this.stop(error));
    else {
      this.cutting = false;
      setText(this.leave.querySelector("span")!, words.close);
    }
    this.update();
  }

  /** The gallery as it is now, then one picture after the other. */
  private async prepare(): Promise<void> {
    const { sheet, title, source } = this.options;
    const { signal } = this.closing;
    const [url] = await Promise.all([source(), this.model.load()]);
    signal.throwIfAborted();
    if (url === undefined) throw new UnplayableError();
    this.person.show(this.model.people);
    const files = new Set(this.model.people.flatMap(({ pictures }) => pictures.map(({ file }) => file)));
    this.tiles = this.choice.spots.map((spot) => {
      const there = files.has(fileName(titleOf(title), spot));
      return new FaceTile(spot, sheet.times.time(spot.frame), there, () => this.update());
    });
    fill(this.list, ...this.tiles.map(({ element }) => element));
    const grabber = new FrameGrabber(url, sheet.labels.video, sheet.times, signal);
    for (const tile of this.tiles) {
      const name = fileName(titleOf(title), tile.spot);
      tile.show(new File([await grabber.picture(tile.spot)], name, { type: "image/jpeg" }));
      this.update();
    }
    grabber.close();
    this.cutting = false;
    this.update();
  }

  private stop(error: unknown): void {
    if (isAbort(error)) return;
    this.cutting = false;
    this.add.hidden = !this.tiles.some(({ file }) => file !== undefined);
    const gone = error instanceof ApiError && error.isNotFound;
    if (gone) this.options.gone();
    this.problem.show(
      gone ? words.notYours : error instanceof UnplayableError ? words.unplayable : sentence(error),
    );
    this.update();
  }

  private get sent(): readonly Picture[] {
    return this.tiles.flatMap(({ picture }) => picture ?? []);
  }

  private get isSending(): boolean {
    return this.sent.some(({ state }) => state === "queued" || state === "uploading");
  }

  private update(): void {
    if (this.closing.signal.aborted) return;
    const { sent, owner } = this;
    const busy = isUnderWay(sent);
    for (const tile of this.tiles) tile.update(busy);
    const ticked = this.tiles.filter((each) => each.ticked).length;
    // Not `disabled`: whoever presses it is told what is missing.
    attribute(this.add, "aria-disabled", busy || this.cutting || ticked === 0);
    setText(this.add.querySelector("span")!, words.add(ticked));
    attribute(this.dialog, "aria-busy", busy || this.cutting);
    if (busy) {
      const decided = sent.filter((each) => !isUnderWay([each])).length;
      setText(this.status, words.sending(decided, sent.length));
    } else if (owner !== undefined && sent.length > 0) this.tell(owner, sent);
    else setText(this.status, this.cutting ? words.cutting : "");
  }

  private tell(owner: Person, sent: readonly Picture[]): void {
    setText(this.status, outcomeOf(owner.names.name, sent, owner.pictures));
    this.again.hidden = !sent.some(({ state }) => state === "taken");
    const open = this.tiles.some(({ picture }) => picture === undefined || picture.state === "failed");
    this.add.hidden = !open;
    this.add.classList.toggle("primary", this.again.hidden);
    this.add.classList.toggle("plain", !this.again.hidden);
    setText(this.leave.querySelector("span")!, words.close);
    if (this.told) return;
    this.told = true;
    (this.again.hidden ? this.leave : this.again).focus();
  }

  /** Sends what is ticked; what did not arrive before, once more. */
  private async send(): Promise<void> {
    const chosen = this.tiles.filter((tile) => tile.ticked);
    const { chosen: whose } = this.person;
    if (this.cutting || isUnderWay(this.sent)) return announce(words.wait);
    if (chosen.length === 0) return this.problem.show(words.needsFace);
    if (whose === undefined) {
      this.problem.show(words.needsName);
      return this.person.focus();
    }
    this.problem.show(undefined);
    this.person.freeze(true);
    this.told = false;
    try {
      this.owner ??= typeof whose === "string" ? await this.model.addPerson({ name: whose }) : whose;
      const { owner } = this;
      for (const { picture } of chosen)
        if (picture !== undefined) await this.model.removePicture(owner, picture);
      this.model.addPictures(
        owner,
        chosen.map(({ file }) => file!),
      );
      for (const tile of chosen) tile.picture = owner.pictures.find(({ blob }) => blob === tile.file);
    } catch (error) {
      this.person.freeze(this.owner !== undefined);
      this.stop(error);
    }
    this.update();
  }

  private anew(): void {
    const tracks = this.tiles
      .filter(({ picture }) => picture?.state === "taken")
      .map(({ spot }) => spot.track);
    this.dialog.close();
    this.options.anew([...new Set(tracks)], this.owner!.names.name);
  }

  /** Not while pictures are on their way, which closing would lose. */
  private close(): void {
    if (!this.isSending) return this.dialog.close();
    announce(words.wait);
    setText(this.status, words.wait);
  }

  private closed(): void {
    this.closing.abort(new DOMException("closed", "AbortError"));
    this.model.close();
    for (const tile of this.tiles) tile.close();
    this.dialog.remove();
  }
}
