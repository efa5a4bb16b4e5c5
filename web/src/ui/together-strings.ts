/** The words of screen time and of who is seen with whom; part of `strings`. */
export const together = {
  title: "Screen time",
  each: "Each person",
  person: "Person",
  onScreen: "On screen",
  share: "Of the video",
  unsure: "Unsure",
  unsureHint:
    "Unsure: the time that may show somebody else, by how sure each name is. Where somebody stays unknown her time is missing.",
  together: "Who is seen with whom",
  nobody: "No two people of this gallery are on screen at once.",
  pair: (one: string, other: string, time: string) =>
    `${one} and ${other}, ${time} together: go to the first scene`,
} as const;
