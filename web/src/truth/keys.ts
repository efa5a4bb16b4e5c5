/** What a key does to a truth; the player has keys of its own, and gets what is not in here. */
export type TruthCommand =
  | { readonly kind: "who"; readonly place: number }
  | { readonly kind: "stranger" | "noFace" | "confirm" | "next" | "add" | "again" | "undo" | "redo" }
  | { readonly kind: "pick" | "frame" | "shot"; readonly by: 1 | -1 }
  | { readonly kind: "mark"; readonly end: "from" | "to" }
  | { readonly kind: "reach"; readonly reach: "whole" | "onward" | "upTo" | "stranger" };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export function truthCommandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): TruthCommand | undefined {
  const low = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (altKey) return undefined;
    if (low === "z") return { kind: shiftKey ? "redo" : "undo" };
    return low === "y" && !metaKey ? { kind: "redo" } : undefined;
  }
  // With Alt or AltGr some keyboards write brackets.
  if (key === "[") return { kind: "mark", end: "from" };
  if (key === "]") return { kind: "mark", end: "to" };
  if (altKey) return undefined;
  if (/^[1-9]$/.test(key)) return { kind: "who", place: Number(key) - 1 };
  switch (low) {
    case "0":
      return { kind: "stranger" };
    case "x":
    case "delete":
    case "backspace":
      return { kind: "noFace" };
    case "c":
      return { kind: "confirm" };
    case "n":
      return { kind: "next" };
    case "a":
      return { kind: "add" };
    case "d":
      return { kind: "again" };
    case "arrowup":
      return { kind: "pick", by: -1 };
    case "arrowdown":
      return { kind: "pick", by: 1 };
    case ",":
      return { kind: "frame", by: -1 };
    case ".":
      return { kind: "frame", by: 1 };
    case "<":
      return { kind: "shot", by: -1 };
    case ">":
      return { kind: "shot", by: 1 };
    case "t":
      return { kind: "reach", reach: "whole" };
    case "h":
      return { kind: "reach", reach: "onward" };
    case "u":
      return { kind: "reach", reach: "upTo" };
    case "s":
      return { kind: "reach", reach: "stranger" };
    default:
      return undefined;
  }
}
