import { count } from "./counts";

/** The words of two recognisers side by side; part of `strings`. */
export const beside = {
  title: "Two recognisers side by side",
  lead: "Every face of this video is named in two ways: by one rule for its labels, and by another to compare. Where they part, look twice.",
  open: "Compare",
  whose: "Names in the player",
  used: (name: string) => `${name}, the labels`,
  other: (name: string) => `${name}, to compare`,
  showing: (name: string) => `The player shows the names of: ${name}`,
  agree: (agree: number, tracks: number) =>
    agree === tracks
      ? `Both give the same name to ${tracks === 1 ? "the one appearance" : `all ${tracks} appearances`}.`
      : `Both give the same name to ${agree} of ${count(tracks, "appearance", "appearances")}.`,
  share: (percent: string) => `${percent} % of all faces on all frames`,
  none: "No face was found, so that there is nothing to compare.",
  corrected: "What was corrected by hand counts for both.",
  times: "Seconds on screen",
  person: "Person",
  difference: "Difference",
  seconds: (n: string) => `${n} s`,
  parts: "Where they part",
  jump: (at: string, one: string, other: string) => `At ${at}: ${one} or ${other}?`,
  more: (n: number) => `${n} more: correct some of these first.`,
  loading: "Fetching the other names…",
  older:
    "This video was named before there was a second recogniser to compare. Correct a name, or send the video again, and there is.",
  failed: "The other names could not be fetched. Try again in a moment.",
  scores: "Both recognisers by this truth",
  scoresHint: "Faces that nobody has looked at count for the labels: this truth began as a copy of them.",
} as const;
