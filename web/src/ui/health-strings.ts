import type { Finding } from "../api/types";
import { language } from "./language";

/** How the page tells what would make a gallery better. Not part of `strings`: in English the API has the words. */
export interface HealthWords {
  /** @param who whom it is about, one or two */
  advice(kind: Finding["kind"], who: readonly string[], said: string): string;
  /** Beside a picture. */
  note(kind: Finding["kind"], said: string): string;
  /** Why a picture was refused. */
  refusal(said: string): string;
}

const english: HealthWords = {
  advice: (_kind, _who, said) => said,
  note: (_kind, said) => said,
  refusal: (said) => said,
};

export const health: HealthWords = language === "ko" ? (await import("./korean-health")).health : english;
