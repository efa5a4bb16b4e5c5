/** The words of the choice of letters for names; part of `strings`. */
export const scripts = {
  title: "Names",
  name: "As on the labels",
  korean: "Korean",
  romanised: "Romanised",
  english: "English",
} as const;
