/** What a key does to the player. */
export type Command =
  | { readonly kind: "toggle" | "fullscreen" | "labels" | "mute" }
  | { readonly kind: "seek"; readonly seconds: number }
  | { readonly kind: "frame"; readonly by: 1 | -1 }
  /** To the next scene of somebody, or the one before: of the lane at this place, or the one of last time. */
  | { readonly kind: "scene"; readonly lane?: number; readonly back: boolean };

interface Key {
  readonly key: string;
  /** Which key of the keyboard it is: a digit's name changes with Shift. */
  readonly code?: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key; nothing for keys that are the browser's. */
export function commandOf({
  key,
  code = "",
  shiftKey = false,
  ctrlKey,
  metaKey,
  altKey,
}: Key): Command | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
  if (digit !== null) return { kind: "scene", lane: Number(digit[1]) - 1, back: shiftKey };
  switch (key.toLowerCase()) {
    case " ":
    case "k":
      return { kind: "toggle" };
    case "arrowleft":
      return { kind: "seek", seconds: -5 };
    case "arrowright":
      return { kind: "seek", seconds: 5 };
    case ",":
      return { kind: "frame", by: -1 };
    case ".":
      return { kind: "frame", by: 1 };
    case "n":
      return { kind: "scene", back: shiftKey };
    case "l":
      return { kind: "labels" };
    case "m":
      return { kind: "mute" };
    case "f":
      return { kind: "fullscreen" };
    default:
      return undefined;
  }
}

/** Whether a place on the page wants this key for itself. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element) || document.querySelector("dialog[open]")) return true;
  if (target.closest("input:not([type=range]), textarea, select")) return true;
  if (key === " " || key === "Enter") return target.closest("button, a, summary, [role=switch]") !== null;
  if (key.startsWith("Arrow")) return target.closest("input, [data-arrows]") !== null;
  return false;
}
