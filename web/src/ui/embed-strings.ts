/** The words of videos on other sites; part of `strings`. */
export const embed = {
  open: "Embed",
  lead: "This line puts the player with all names on another site. Whoever can see that site can see the video.",
  line: "Line for another site",
  copy: "Copy the line",
  copied: "Line copied",
  copyFailed: "Copy the line by hand: it is selected.",
  frame: (title: string) => `${title}, with a name on every face`,
  whole: "Open on its own page",
  working: "The names are still being found. They appear as soon as they are known.",
  nothing: "There is no video here: it may have been deleted.",
} as const;
