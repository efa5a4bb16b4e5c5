import { contain, place } from "../player/fit";
import type { Spot } from "./model";

export type Rect = readonly [x: number, y: number, w: number, h: number];

export interface LayerEvents {
  readonly pick: (id: number) => void;
  /** A click beside all faces. */
  readonly beside: () => void;
  readonly drawn: (box: Rect) => void;
  readonly left: () => void;
}

/** Smaller boxes, in pixels of the video, are a slip of the hand. */
const SMALLEST = 6;

/** Lies over the player's picture: shows which face is picked and which were removed, and lets boxes be drawn. */
export class TruthLayer {
  readonly element = document.createElement("canvas");
  private readonly context = this.element.getContext("2d")!;
  private spots: readonly Spot[] = [];
  private picked: number | undefined;
  private rubber: Rect | undefined;
  private released = Number.NEGATIVE_INFINITY;
  private corner: { readonly x: number; readonly y: number } | undefined;

  /** @param picture pixels of the upright picture that boxes are in */
  constructor(
    private readonly picture: { readonly width: number; readonly height: number },
    private readonly events: LayerEvents,
    signal: AbortSignal,
  ) {
    this.element.className = "truth-layer";
    this.element.setAttribute("aria-hidden", "true");
    this.element.addEventListener("pointerdown", (event) => this.down(event));
    this.element.addEventListener("pointermove", (event) => this.move(event));
    this.element.addEventListener("pointerup", (event) => this.up(event));
    this.element.addEventListener("pointercancel", () => (this.corner = undefined));
    this.element.addEventListener("click", (event) => this.click(event));
    const sizes = new ResizeObserver(() => this.draw());
    sizes.observe(this.element);
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  show(spots: readonly Spot[], picked: number | undefined): void {
    this.spots = spots;
    this.picked = picked;
    this.draw();
  }

  get isDrawing(): boolean {
    return this.rubber !== undefined;
  }

  /** Offers a box to be moved, or drawn anew by hand. */
  begin(box: Rect | undefined): void {
    const { width, height } = this.picture;
    const side = height / 5;
    this.rubber = box ?? [(width - side) / 2, (height - side) / 2, side, side];
    this.element.classList.add("drawing");
    this.draw();
  }

  take(): void {
    const box = this.rubber;
    this.end();
    if (box !== undefined) this.events.drawn(box);
  }

  leave(): void {
    if (!this.isDrawing) return;
    this.end();
    this.events.left();
  }

  /** Arrow keys, Enter and Escape, while a box is drawn; whether the key was one of them. */
  key({ key, shiftKey }: KeyboardEvent): boolean {
    if (this.rubber === undefined) return false;
    const step = this.picture.height / 90;
    const [dx, dy] =
      { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [];
    if (dx !== undefined && dy !== undefined) {
      const [x, y, w, h] = this.rubber;
      this.rubber = shiftKey
        ? this.inside(x, y, Math.max(SMALLEST, w + dx * step), Math.max(SMALLEST, h + dy * step))
        : this.inside(x + dx * step, y + dy * step, w, h);
      this.draw();
    } else if (key === "Enter") this.take();
    else if (key === "Escape") this.leave();
    else return false;
    return true;
  }

  private end(): void {
    this.rubber = undefined;
    this.corner = undefined;
    this.element.classList.remove("drawing");
    this.draw();
  }

  private inside(x: number, y: number, w: number, h: number): Rect {
    const { width, height } = this.picture;
    const [wide, high] = [Math.min(w, width), Math.min(h, height)];
    return [Math.max(0, Math.min(width - wide, x)), Math.max(0, Math.min(height - high, y)), wide, high];
  }

  private get fit() {
    const { clientWidth, clientHeight } = this.element;
    return contain(this.picture.width, this.picture.height, clientWidth, clientHeight);
  }

  private pointOf(event: MouseEvent): { x: number; y: number } {
    const { scale, left, top } = this.fit;
    const area = this.element.getBoundingClientRect();
    const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
    return {
      x: within((event.clientX - area.left - left) / scale, this.picture.width),
      y: within((event.clientY - area.top - top) / scale, this.picture.height),
    };
  }

  private down(event: PointerEvent): void {
    if (!this.isDrawing || event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.corner = this.pointOf(event);
  }

  private move(event: PointerEvent): void {
    if (this.corner === undefined) return;
    const to = this.pointOf(event);
    const { x, y } = this.corner;
    this.rubber = [Math.min(x, to.x), Math.min(y, to.y), Math.abs(to.x - x), Math.abs(to.y - y)];
    this.draw();
  }

  private up(event: PointerEvent): void {
    if (this.corner === undefined) return;
    this.corner = undefined;
    const [, , w, h] = this.rubber!;
    if (w >= SMALLEST && h >= SMALLEST) {
      this.released = event.timeStamp;
      this.take();
    } else this.begin(undefined);
  }

  private click(event: MouseEvent): void {
    // The release that ends a drawn box makes a click, too.
    if (this.isDrawing || event.timeStamp - this.released < 100) return;
    const { x, y } = this.pointOf(event);
    // Of faces over one another the smallest: the others can be clicked beside it.
    const hit = this.spots
      .filter(({ box: [, left, top, w, h] }) => x >= left && x <= left + w && y >= top && y <= top + h)
      .sort((a, b) => a.box[3] * a.box[4] - b.box[3] * b.box[4]);
    if (hit[0] === undefined) this.events.beside();
    else this.events.pick(hit[0].face.id);
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const ratio = window.devicePixelRatio || 1;
    this.element.width = Math.round(width * ratio);
    this.element.height = Math.round(height * ratio);
    const { context } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.rubber !== undefined) {
      context.fillStyle = "rgb(0 0 0 / 35%)";
      context.fillRect(0, 0, width, height);
    }
    for (const { face, box, who } of this.spots) {
      const [, x, y, w, h] = box;
      if (who === null) this.crossed({ x, y, w, h });
      if (face.id === this.picked) this.cup({ x, y, w, h });
    }
    if (this.rubber === undefined) return;
    const [x, y, w, h] = this.rubber;
    const at = place({ x, y, w, h }, this.fit);
    context.clearRect(at.x, at.y, at.w, at.h);
    this.strokes(() => context.rect(at.x, at.y, at.w, at.h), "#ffffff", 2, [6, 4]);
  }

  /** Open above, where the name is. */
  private cup(box: { x: number; y: number; w: number; h: number }): void {
    const { x, y, w, h } = place(box, this.fit);
    const gap = 5;
    const path = () => {
      this.context.moveTo(x - gap, y);
      this.context.arcTo(x - gap, y + h + gap, x, y + h + gap, gap + 3);
      this.context.arcTo(x + w + gap, y + h + gap, x + w + gap, y, gap + 3);
      this.context.lineTo(x + w + gap, y);
    };
    this.strokes(path, "#ffffff", 3, []);
  }

  private crossed(box: { x: number; y: number; w: number; h: number }): void {
    const { x, y, w, h } = place(box, this.fit);
    const path = () => {
      this.context.rect(x, y, w, h);
      this.context.moveTo(x, y);
      this.context.lineTo(x + w, y + h);
      this.context.moveTo(x + w, y);
      this.context.lineTo(x, y + h);
    };
    this.strokes(path, "#ff9d94", 1.5, []);
  }

  /** A line that is seen on light and on dark pictures. */
  private strokes(path: () => void, colour: string, width: number, dash: number[]): void {
    const { context } = this;
    for (const [line, style, dashes] of [
      [width + 2.5, "rgb(0 0 0 / 60%)", []],
      [width, colour, dash],
    ] as const) {
      context.lineWidth = line;
      context.strokeStyle = style;
      context.setLineDash([...dashes]);
      context.beginPath();
      path();
      context.stroke();
    }
    context.setLineDash([]);
  }
}
