import type { Face } from "./faces";

/** Where a picture lies in an area: its scale and its left and top edge. */
export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The largest a picture can be in an area without being cut, centred: what `object-fit: contain` does. */
export function contain(pictureWidth: number, pictureHeight: number, width: number, height: number): Fit {
  const scale = Math.min(width / pictureWidth, height / pictureHeight);
  return { scale, left: (width - pictureWidth * scale) / 2, top: (height - pictureHeight * scale) / 2 };
}

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function place(face: Pick<Face, "x" | "y" | "w" | "h">, { scale, left, top }: Fit): Placed {
  return { x: left + face.x * scale, y: top + face.y * scale, w: face.w * scale, h: face.h * scale };
}

/** Where a name's tag goes: above its box, below it where there is no room, and never over the picture's sides. */
export function tagPosition(
  box: Placed,
  tag: { readonly width: number; readonly height: number },
  area: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const above = box.y - tag.height;
  const below = Math.min(box.y + box.h, area.height - tag.height);
  return {
    x: Math.max(0, Math.min(box.x, area.width - tag.width)),
    y: above >= 0 ? above : Math.max(0, below),
  };
}
