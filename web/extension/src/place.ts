/** An area in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a video's picture lies, in its element's content box: CSS Images 3, 5.5 (object-fit) and 5.6 (object-position).
 *
 * @param fit the computed `object-fit`
 * @param position the computed `object-position`, two lengths: `50% 50%`, `0px 100%`
 */
export function pictureIn(box: Size, picture: Size, fit: string, position: string): Area {
  const { width, height } = sized(box, picture, fit);
  const [x = "50%", y = "50%"] = position.split(" ");
  return { left: offset(x, box.width - width), top: offset(y, box.height - height), width, height };
}

function sized(box: Size, picture: Size, fit: string): Size {
  const across = box.width / picture.width;
  const down = box.height / picture.height;
  switch (fit) {
    case "fill":
      return { width: box.width, height: box.height };
    case "none":
      return { width: picture.width, height: picture.height };
    case "cover":
      return by(Math.max(across, down), picture);
    case "scale-down":
      return by(Math.min(1, across, down), picture);
    default:
      return by(Math.min(across, down), picture);
  }
}

function by(scale: number, { width, height }: Size): Size {
  return { width: width * scale, height: height * scale };
}

/** A percentage is of the room that is left. */
function offset(length: string, room: number): number {
  const value = Number.parseFloat(length);
  if (Number.isNaN(value)) return room / 2;
  return length.endsWith("%") ? (room * value) / 100 : value;
}
