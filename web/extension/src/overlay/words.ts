import type { Language } from "../../../src/ui/language";

/** The few words that are drawn; a script in somebody else's page has no chunks to load a language from. */
export const words: Readonly<Record<Language, { unknown: string; stranger: (number: number) => string }>> = {
  en: { unknown: "unknown", stranger: (number) => `Unknown ${number}` },
  ko: { unknown: "알 수 없음", stranger: (number) => `모르는 사람 ${number}` },
};
