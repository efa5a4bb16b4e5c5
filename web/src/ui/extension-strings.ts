/** The words of the browser extension's gallery; part of `strings`. */
export const extension = {
  copy: "Copy code for the extension",
  copied: "Code copied",
  hint: "Whoever has this code can read this gallery's faces, change the gallery and delete it. Paste it into your own browser's extension alone.",
  line: "Code for the extension",
  copyFailed: "Copy the code by hand: it is selected.",
} as const;
