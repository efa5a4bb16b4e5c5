import { colourOf, patternOf, textOn } from "../ui/colours";
import type { OnScreen } from "./faces";
import { type Fit, type Placed, contain, place, tagPosition } from "./fit";
import type { Named } from "./named";

/** Lengths of line and gap for people beyond the first seven, in pixels. */
const DASHES = { plain: [], striped: [18, 5], dotted: [3, 4] };

const FONT = "Figtree Variable, system-ui, sans-serif";

/** How faces are marked. */
export interface Look {
  readonly boxes: boolean;
  /** How much larger than usual names are. */
  readonly text: number;
}

/** Draws boxes and names over a video that fills the same area, letterboxed. */
export class Overlay {
  readonly element = document.createElement("canvas");
  private readonly context = this.element.getContext("2d")!;

  /** @param nameOf what a face is called; no words of the page are in here, for the extension draws with it, too */
  constructor(
    private readonly nameOf: (face: Named) => string,
    private readonly look: Look = { boxes: true, text: 1 },
  ) {
    this.element.className = "overlay";
    this.element.setAttribute("aria-hidden", "true");
  }

  /** @param picture pixels of the upright picture that the boxes are in */
  draw(
    onScreen: OnScreen | undefined,
    people: readonly string[],
    picture: { readonly width: number; readonly height: number },
  ): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const ratio = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.element.width !== w || this.element.height !== h) {
      this.element.width = w;
      this.element.height = h;
    }
    const context = this.context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    if (onScreen === undefined) {
      delete this.element.dataset["frame"];
      return;
    }
    this.element.dataset["frame"] = String(onScreen.frame);
    const fit = contain(picture.width, picture.height, width, height);
    const size = Math.max(11, Math.min(17, width / 62)) * this.look.text;
    context.font = `650 ${size}px ${FONT}`;
    context.textBaseline = "middle";
    // Unknown faces lie underneath: names matter more.
    const faces = [...onScreen.faces].sort((a, b) => Number(a.track.known) - Number(b.track.known));
    for (const face of faces) this.face(face, people, fit, size, { width, height });
  }

  private face(
    face: OnScreen["faces"][number],
    people: readonly string[],
    fit: Fit,
    size: number,
    area: { readonly width: number; readonly height: number },
  ): void {
    const context = this.context;
    const { name, known } = face.track;
    const colour = colourOf(people, name, known);
    const box = place(face, fit);
    const line = known ? Math.max(2, area.width / 400) : 1.5;
    context.setLineDash(known ? DASHES[patternOf(people, name, known)] : [5, 4]);
    if (this.look.boxes) this.outline(box, line, colour);
    context.setLineDash([]);
    const text = this.nameOf(face.track);
    const tag = { width: context.measureText(text).width + size * 0.9, height: size * 1.55 };
    // Small unknown faces have the dashed box alone: a crowd's tags would hide the names.
    if (!known && box.w < tag.width * 0.75) return;
    const at = tagPosition({ ...box, y: box.y - line / 2 }, tag, area);
    context.fillStyle = known ? colour : "rgb(0 0 0 / 55%)";
    context.beginPath();
    context.roundRect(at.x, at.y, tag.width, tag.height, size * 0.3);
    context.fill();
    context.fillStyle = known ? textOn(colour) : colour;
    context.fillText(text, at.x + size * 0.45, at.y + tag.height / 2 + size * 0.04);
  }

  private outline(box: Placed, line: number, colour: string): void {
    const context = this.context;
    const radius = Math.min(box.w, box.h) * 0.08;
    for (const [width, style] of [
      [line + 2, "rgb(0 0 0 / 45%)"],
      [line, colour],
    ] as const) {
      context.lineWidth = width;
      context.strokeStyle = style;
      context.beginPath();
      context.roundRect(box.x, box.y, box.w, box.h, radius);
      context.stroke();
    }
  }
}
