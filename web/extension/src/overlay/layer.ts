import type { OnScreen } from "../../../src/player/faces";
import { watchFrames } from "../../../src/player/frame-clock";
import type { OtherNames } from "../../../src/player/labels";
import type { Named } from "../../../src/player/named";
import { Overlay } from "../../../src/player/overlay";
import type { Language } from "../../../src/ui/language";
import { pageKey } from "../link";
import type { Look } from "../messages";
import { nameIn } from "../names";
import { pictureIn } from "../place";
import { words } from "./words";

/** Who is on screen when. */
export interface Source {
  /** Of the picture that boxes are in. */
  readonly size: { readonly width: number; readonly height: number };
  /** Whose names there are, in an order that their colours follow. */
  readonly people: readonly string[];
  /** What they are called in other letters, where that is not settled already. */
  readonly names?: readonly OtherNames[] | undefined;
  /** @returns nothing where nothing is to be drawn */
  at(seconds: number): OnScreen | undefined;
}

/** What is drawn over a frame: boxes in pixels of a picture of this size. */
export interface Drawn {
  readonly seconds: number;
  readonly size: Source["size"];
  readonly faces: OnScreen["faces"];
}

/**
 * Boxes and names over a video of somebody else's page. A popover of no size of its own, so that it lies over everything, in full
 * screen too, and takes no clicks. Ends when the page goes to another address.
 */
export class Layer {
  private readonly host = document.createElement("div");
  private readonly clip = document.createElement("div");
  private readonly overlay: Overlay;
  private readonly source: Source;
  private readonly ending = new AbortController();
  private readonly page = pageKey(location.href);
  private seconds: number;
  private isVisible = true;

  /** @param makeSource gets what to call when there is something else to draw, and a signal for the end */
  constructor(
    private readonly video: HTMLVideoElement,
    makeSource: (changed: () => void, signal: AbortSignal) => Source,
    private readonly look: Look,
    language: Language,
  ) {
    this.seconds = video.currentTime;
    const { unknown, stranger } = words[language];
    const called = ({ name, known, stranger: number }: Named) =>
      known ? nameIn(look.letters, name, this.source.names) : number === undefined ? unknown : stranger(number);
    this.overlay = new Overlay(called, { boxes: look.boxes, text: look.text === "large" ? 1.5 : 1 });
    this.source = makeSource(() => this.draw(), this.ending.signal);
    this.style();
    this.listen();
    this.draw();
  }

  get visible(): boolean {
    return this.isVisible;
  }

  set visible(yes: boolean) {
    this.isVisible = yes;
    this.draw();
  }

  /** What is drawn now. */
  get shown(): OnScreen | undefined {
    return this.isVisible ? this.source.at(this.seconds) : undefined;
  }

  /** The same for tests, with when that is. */
  get drawn(): Drawn {
    const { seconds, source, shown } = this;
    return { seconds, size: source.size, faces: shown?.faces ?? [] };
  }

  get ended(): boolean {
    return this.ending.signal.aborted;
  }

  end(): void {
    this.ending.abort();
    this.host.remove();
  }

  private style(): void {
    this.host.dataset["idols"] = "overlay";
    this.host.popover = "manual";
    // Through the CSSOM: a page's policy has no say in that. `!important` against styles of the page for any div.
    put(this.host, {
      position: "fixed",
      inset: "auto",
      margin: "0",
      padding: "0",
      border: "0",
      background: "none",
      overflow: "hidden",
      "pointer-events": "none",
    });
    put(this.clip, { position: "relative", width: "100%", height: "100%" });
    put(this.overlay.element, { position: "absolute", display: "block" });
    this.clip.append(this.overlay.element);
    this.host.attachShadow({ mode: "open" }).append(this.clip);
    this.raise();
  }

  private listen(): void {
    const { signal } = this.ending;
    watchFrames(
      this.video,
      (seconds) => {
        this.seconds = seconds;
        this.draw();
      },
      signal,
    );
    const sizes = new ResizeObserver(() => this.draw());
    sizes.observe(this.video);
    signal.addEventListener("abort", () => sizes.disconnect());
    addEventListener("resize", () => this.draw(), { signal });
    // What scrolls may be any element on the way to the video; such events do not bubble.
    addEventListener("scroll", () => this.draw(), { signal, capture: true, passive: true });
    document.addEventListener("fullscreenchange", () => this.raise(), { signal });
    for (const event of ["seeked", "loadedmetadata", "durationchange"]) {
      this.video.addEventListener(event, () => this.draw(), { signal });
    }
  }

  /** To the top: what went to full screen last lies over it otherwise. */
  private raise(): void {
    if (!this.host.isConnected) document.documentElement.append(this.host);
    if (this.host.matches(":popover-open")) this.host.hidePopover();
    this.host.showPopover();
    this.draw();
  }

  draw(): void {
    if (this.ended) return;
    if (pageKey(location.href) !== this.page) return this.end();
    // What is seen while the layer is made is drawn when it is.
    if (!this.host.isConnected) return;
    const size = this.arrange();
    this.overlay.draw(this.onScreen(size), this.source.people, size);
  }

  /** Puts the canvas where the picture lies. */
  private arrange(): { readonly width: number; readonly height: number } {
    const { video } = this;
    const outer = video.getBoundingClientRect();
    const css = getComputedStyle(video);
    const edge = (side: string) =>
      Number.parseFloat(css.getPropertyValue(`padding-${side}`)) +
      Number.parseFloat(css.getPropertyValue(`border-${side}-width`));
    const box = {
      width: Math.max(0, outer.width - edge("left") - edge("right")),
      height: Math.max(0, outer.height - edge("top") - edge("bottom")),
    };
    const { width, height } = this.source.size;
    const picture = { width: video.videoWidth || width, height: video.videoHeight || height };
    const place = pictureIn(box, picture, css.objectFit, css.objectPosition);
    put(this.host, {
      left: `${outer.left + edge("left")}px`,
      top: `${outer.top + edge("top")}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    put(this.overlay.element, {
      left: `${place.left}px`,
      top: `${place.top}px`,
      width: `${place.width}px`,
      height: `${place.height}px`,
    });
    return place;
  }

  /** The faces in CSS pixels of the picture as it lies there: sites serve other sizes than the one that was labelled. */
  private onScreen(size: { readonly width: number; readonly height: number }): OnScreen | undefined {
    const { shown } = this;
    if (shown === undefined) return undefined;
    const across = size.width / this.source.size.width;
    const down = size.height / this.source.size.height;
    return {
      frame: shown.frame,
      faces: shown.faces
        .filter(({ track }) => track.known || this.look.strangers)
        .map(({ track, x, y, w, h }) => ({ track, x: x * across, y: y * down, w: w * across, h: h * down })),
    };
  }
}

function put(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, "important");
}
