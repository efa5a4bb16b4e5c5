/** A rectangle in pixels of the upright picture. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** How much is to be seen on each side of a face, in parts of its longer side: hair and chin, and what detectors go by. */
const WIDE = 0.8;

/** The least on each side, so that the face is found again: copies cut out at 1.5 times the face are (docs/galleries.md). */
const LEAST = 0.25;

/** Boxes of neighbours end at brow and chin; what is beside them is still face, in parts of the box. */
const AROUND = 0.12;

/**
 * The part of a frame that shows one face, with room around it and without its neighbours' faces; nothing where a
 * neighbour is too near for that.
 *
 * @param others boxes of the other faces on the frame
 */
export function cropOf(
  face: Rect,
  others: readonly Rect[],
  frame: { readonly width: number; readonly height: number },
): Rect | undefined {
  const side = Math.max(face.w, face.h);
  const within = (margin: number): Edges => ({
    left: Math.max(0, face.x + face.w / 2 - side / 2 - margin * side),
    top: Math.max(0, face.y + face.h / 2 - side / 2 - margin * side),
    right: Math.min(frame.width, face.x + face.w / 2 + side / 2 + margin * side),
    bottom: Math.min(frame.height, face.y + face.h / 2 + side / 2 + margin * side),
  });
  const kept = within(LEAST);
  let crop = within(WIDE);
  for (const other of others) {
    const cut = without(crop, grown(other), kept);
    if (cut === undefined) return undefined;
    crop = cut;
  }
  const [x, y] = [Math.round(crop.left), Math.round(crop.top)];
  return { x, y, w: Math.round(crop.right) - x, h: Math.round(crop.bottom) - y };
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function grown({ x, y, w, h }: Rect): Edges {
  return {
    left: x - AROUND * w,
    top: y - AROUND * h,
    right: x + (1 + AROUND) * w,
    bottom: y + (1 + AROUND) * h,
  };
}

/** As much of it as a straight cut leaves that takes the other away and leaves what is to be kept. */
function without(crop: Edges, other: Edges, kept: Edges): Edges | undefined {
  const apart =
    other.right <= crop.left ||
    other.left >= crop.right ||
    other.bottom <= crop.top ||
    other.top >= crop.bottom;
  if (apart) return crop;
  const cuts: Edges[] = [];
  if (other.right <= kept.left) cuts.push({ ...crop, left: other.right });
  if (other.left >= kept.right) cuts.push({ ...crop, right: other.left });
  if (other.bottom <= kept.top) cuts.push({ ...crop, top: other.bottom });
  if (other.top >= kept.bottom) cuts.push({ ...crop, bottom: other.top });
  return cuts.sort((a, b) => area(b) - area(a))[0];
}

function area({ left, top, right, bottom }: Edges): number {
  return (right - left) * (bottom - top);
}
