import type { Face } from "./faces";
import { contain, place } from "./fit";
import type { Named } from "./named";

type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

/** The face whose box is at a point of an area that a picture fits; of several the smallest, which lies within the others. */
export function faceAt(faces: readonly Face[], at: Point, picture: Size, area: Size): Face | undefined {
  const fit = contain(picture.width, picture.height, area.width, area.height);
  return faces
    .filter((face) => {
      const { x, y, w, h } = place(face, fit);
      return at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h;
    })
    .sort((a, b) => a.w * a.h - b.w * b.h)[0];
}

/** Lets a fan pick a face in the picture of a video that stands still. */
export class FacePicks {
  private faces: readonly Face[] = [];

  /** @param picked hears whose box was clicked */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly picture: Size,
    private readonly picked: (face: Named) => void,
    signal: AbortSignal,
  ) {
    const point = (event: MouseEvent) => video.classList.toggle("on-face", this.at(event) !== undefined);
    video.addEventListener("pointermove", point, { signal });
    video.addEventListener("pointerleave", () => video.classList.remove("on-face"), { signal });
  }

  /** The faces that are drawn now. */
  show(faces: readonly Face[]): void {
    this.faces = faces;
  }

  /** Takes a click if it is on a face; while the video plays none is, since nobody hits a face that moves. */
  take(event: MouseEvent): boolean {
    const face = this.at(event);
    if (face !== undefined) this.picked(face.track);
    return face !== undefined;
  }

  private at({ offsetX: x, offsetY: y }: MouseEvent): Face | undefined {
    const { clientWidth: width, clientHeight: height, paused } = this.video;
    return paused ? faceAt(this.faces, { x, y }, this.picture, { width, height }) : undefined;
  }
}
