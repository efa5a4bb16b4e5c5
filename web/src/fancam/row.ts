import type { Fancam } from "../api/types";
import { fill, h } from "../ui/dom";
import { Bar, button, fileLink } from "../ui/parts";
import { strings } from "../ui/strings";
import type { FancamRow } from "./rows";

const words = strings.fancam;

/** What the buttons of a row do. */
export interface RowActions {
  /** Nothing for those who cannot. */
  readonly make?: () => void;
  readonly remove?: (fancam: Fancam) => void;
  /** Gives a fresh address where the one of now has run out. */
  readonly fresh: (fancam: Fancam) => Promise<string | undefined>;
}

/** One person in the card; what plays goes on playing whatever is shown anew. */
export class Row {
  private readonly state = h("div", { class: "fancam-state" });
  private readonly buttons = h("div", { class: "fancam-buttons" });
  private readonly bar: Bar;
  private readonly count = h("span", { class: "hint" });
  private readonly stage = h("div", { class: "fancam-stage" });
  private player: HTMLVideoElement | undefined;
  private address: string | undefined;
  private freshened = 0;
  private shown = "";
  readonly element: HTMLLIElement;

  constructor(
    private readonly person: string,
    dot: HTMLElement,
    private readonly actions: RowActions,
  ) {
    this.bar = new Bar(words.progress(person));
    this.element = h(
      "li",
      { class: "fancam" },
      h("span", { class: "fancam-name" }, dot, h("span", {}, person)),
      this.buttons,
      this.state,
      this.stage,
    );
  }

  show({ fancam }: FancamRow): void {
    this.address = fancam?.video;
    if (fancam?.state === "working") {
      this.bar.set(fancam.done / Math.max(1, fancam.chunks));
      this.count.textContent = words.working(fancam.done, fancam.chunks);
    }
    const key = JSON.stringify([fancam?.id, fancam?.state, fancam?.current, fancam?.reason]);
    if (key === this.shown) return;
    this.shown = key;
    this.stop();
    if (fancam === undefined) this.offer();
    else if (fancam.state === "working") this.progress(fancam);
    else if (fancam.state === "failed") this.failed(fancam);
    else this.done(fancam);
  }

  /** Until the API has said more. */
  asked(): void {
    this.shown = "";
    this.bar.set(undefined);
    this.count.textContent = words.asking;
    fill(this.buttons);
    fill(this.state, this.count, this.bar.element);
  }

  /** Takes back what {@link asked} shows; the next answer decides. */
  refused(row: FancamRow): void {
    this.shown = "";
    this.show(row);
  }

  private offer(): void {
    const { make } = this.actions;
    fill(this.buttons, make && named(button(words.make, "plain", make, "film"), words.makeOf(this.person)));
    fill(this.state);
  }

  private progress(fancam: Fancam): void {
    const { remove } = this.actions;
    fill(
      this.buttons,
      remove &&
        named(
          button(words.stop, "quiet", () => remove(fancam), "close"),
          words.stopOf(this.person),
        ),
    );
    fill(this.state, this.count, this.bar.element);
  }

  private failed(fancam: Fancam): void {
    const { make, remove } = this.actions;
    fill(this.buttons, this.again(make), remove && this.removal(remove, fancam));
    fill(this.state, h("p", { class: "problem" }, fancam.reason ?? words.failed));
  }

  private done(fancam: Fancam): void {
    const { make, remove } = this.actions;
    const watch = named(
      button(words.watch, "plain", () => this.watch(fancam, watch), "play"),
      words.watchOf(this.person),
    );
    watch.setAttribute("aria-expanded", "false");
    fill(
      this.buttons,
      watch,
      fileLink(words.save, words.saveOf(this.person), () => this.address),
      !fancam.current && this.again(make),
      remove && this.removal(remove, fancam),
    );
    fill(
      this.state,
      !fancam.current && h("p", { class: "hint" }, words.older),
      ...(fancam.notes ?? []).map((note) => h("p", { class: "hint" }, note)),
    );
  }

  private again(make: (() => void) | undefined): HTMLElement | undefined {
    return make && named(button(words.again, "plain", make, "again"), words.againOf(this.person));
  }

  private removal(remove: (fancam: Fancam) => void, fancam: Fancam): HTMLElement {
    return named(
      button(words.remove, "quiet", () => remove(fancam), "bin"),
      words.removeOf(this.person),
    );
  }

  private watch(fancam: Fancam, toggle: HTMLButtonElement): void {
    const opens = this.player === undefined;
    toggle.setAttribute("aria-expanded", String(opens));
    if (!opens) return this.stop();
    const problem = h("p", { class: "problem", role: "alert", hidden: true }, words.unplayable);
    const player = h("video", {
      class: "fancam-player",
      controls: true,
      playsinline: true,
      src: this.address,
      "aria-label": words.player(this.person),
      on: { error: () => void this.troubled(fancam, problem) },
    });
    this.player = player;
    fill(this.stage, player, problem);
    void player.play().catch(() => undefined);
  }

  /** An address that ran out gets a fresh one, once. */
  private async troubled(fancam: Fancam, problem: HTMLElement): Promise<void> {
    const { player } = this;
    if (player === undefined) return;
    if (Date.now() - this.freshened > 60_000) {
      this.freshened = Date.now();
      const fresh = await this.actions.fresh(fancam).catch(() => undefined);
      if (fresh !== undefined && player === this.player) {
        const { currentTime } = player;
        player.src = fresh;
        player.currentTime = currentTime;
        return;
      }
    }
    problem.hidden = false;
  }

  private stop(): void {
    if (this.player === undefined) return;
    this.player.pause();
    fill(this.stage);
    this.player = undefined;
  }
}

/** Several rows have the same button: its name tells whose it is, and begins with what is seen. */
function named(target: HTMLButtonElement, name: string): HTMLButtonElement {
  target.setAttribute("aria-label", name);
  return target;
}
