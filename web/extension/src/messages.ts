import type { Labels } from "../../src/player/labels";
import type { Language } from "../../src/ui/language";
import type { Watched } from "./live/watcher";
import type { Letters } from "./names";

/** How names are drawn, as the options page has it. */
export interface Look {
  readonly boxes: boolean;
  readonly text: "usual" | "large";
  readonly strangers: boolean;
  readonly letters: Letters;
}

/** What the popup asks the script in the page. */
export type Ask =
  | { readonly kind: "look" }
  | {
      readonly kind: "show";
      readonly link: string;
      readonly labels: Labels;
      readonly offset: number;
      readonly look: Look;
      readonly language: Language;
    }
  /** To name what plays: by whose names, in the letters in which they are to be drawn. */
  | {
      readonly kind: "watch";
      readonly people: readonly string[];
      readonly look: Look;
      readonly language: Language;
    }
  | { readonly kind: "end" }
  | { readonly kind: "offset"; readonly seconds: number }
  | { readonly kind: "visible"; readonly yes: boolean };

/** What the script answers: the largest video of its page, if any, and what is drawn over it. */
export type Seen =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "video";
      /** Seconds; nothing before the browser has looked into the file. */
      readonly duration?: number;
      /** Whether it has no end. */
      readonly live: boolean;
      readonly shown?: { readonly link: string; readonly visible: boolean; readonly offset: number };
      readonly watched?: Watched;
    };
