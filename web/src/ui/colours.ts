/**
 * The colours that people are told apart by: those that the annotated MP4 is drawn with (Palette in functions/vision), so
 * that a person keeps her colour. The first seven are those of Okabe and Ito, which colour-blind people can tell apart;
 * larger groups go on with lighter and then darker ones. A colour is never the only sign: the name stands beside it.
 */
const OKABE_ITO = [0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0xcc79a7, 0xd55e00, 0x0072b2] as const;

export const UNKNOWN_COLOUR = "#b4b9bf";

/** The colour of the person at this place of the gallery, from 0. */
export function personColour(place: number): string {
  const base = OKABE_ITO[place % OKABE_ITO.length]!;
  switch (Math.floor(place / OKABE_ITO.length) % 3) {
    case 1:
      return hex(towards(base, 255, 0.5));
    case 2:
      return hex(towards(base, 0, 0.4));
    default:
      return hex(base);
  }
}

/**
 * How surfaces and lines of a person are drawn besides their colour, so that the lighter and darker ones are told from the
 * first seven without seeing colours: plain, striped, dotted.
 */
export function patternOf(
  people: readonly string[],
  name: string,
  known: boolean,
): "plain" | "striped" | "dotted" {
  const place = known ? people.indexOf(name) : -1;
  return place < 0
    ? "plain"
    : (["plain", "striped", "dotted"] as const)[Math.floor(place / OKABE_ITO.length) % 3]!;
}

/** Black or white, whichever reads better on a colour by WCAG 2's contrast ratio. */
export function textOn(colour: string): "#000000" | "#ffffff" {
  const rgb = Number.parseInt(colour.slice(1), 16);
  const light = [16, 8, 0].map((shift) => linear(((rgb >> shift) & 255) / 255));
  const luminance = 0.2126 * light[0]! + 0.7152 * light[1]! + 0.0722 * light[2]!;
  return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? "#000000" : "#ffffff";
}

/** Finds the colour of a name; whoever is not of the gallery has the unknown's. */
export function colourOf(people: readonly string[], name: string, known: boolean): string {
  const place = people.indexOf(name);
  return known && place >= 0 ? personColour(place) : UNKNOWN_COLOUR;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function towards(rgb: number, goal: number, share: number): number {
  return [16, 8, 0].reduce((mixed, shift) => {
    const part = (rgb >> shift) & 255;
    return mixed | (Math.round(part + (goal - part) * share) << shift);
  }, 0);
}

function hex(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, "0")}`;
}
