/** The languages that the page speaks. */
export type Language = "en" | "ko";

/** Each in its own words. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: "English", ko: "한국어" };

const KEY = "idols.language";

/** What was chosen here; else what the browser's owner prefers among those that there are; else English. */
export function languageOf(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return preferred.map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage) ?? "en";
}

/** The language of this page, for as long as it is there. */
export const language: Language =
  typeof document === "undefined" ? "en" : languageOf(stored(), navigator.languages);

/** Speaks another language from now on: the page starts anew, so that each word is there once. */
export function speak(next: Language): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Private windows refuse; then it holds for nothing but what the browser's owner prefers.
  }
  location.reload();
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function isLanguage(text: string | null | undefined): text is Language {
  return text === "en" || text === "ko";
}
