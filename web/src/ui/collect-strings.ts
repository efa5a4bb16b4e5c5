import { count } from "./counts";

/** The words of faces that become pictures of a gallery; part of `strings`. */
export const collect = {
  open: "Add faces to the gallery",
  openOf: (name: string) => `Add faces of ${name} to the gallery`,
  notYours:
    "Its faces cannot be added to a gallery here: the gallery of this video was deleted, or it was not made in this browser.",
  title: "Add faces to the gallery",
  lead: (who: string, gallery: string) =>
    `Faces of ${who} in this video, for the gallery ${gallery}. Tick those that show one person clearly. They are checked like pictures that you drop.`,
  who: "Who is it?",
  newPerson: "Somebody new",
  newName: "Name of the new person",
  faces: "Faces to add",
  face: (at: string, height: number) => `Face at ${at}, ${height} pixels high`,
  there: "In the gallery already",
  taken: "Added",
  cutting: "Cutting out the faces…",
  tooSmall: (n: number) =>
    `${count(n, "appearance is", "appearances are")} left out: the face is too small for a gallery.`,
  unusable: (n: number) =>
    `${count(n, "appearance is", "appearances are")} left out: too near to another face, cut by the edge, or too short.`,
  none: "There is no face here that a gallery could use.",
  unplayable:
    "This browser could not read the original file, so no face can be cut out of it. Try again, or in another browser.",
  add: (n: number) => (n === 0 ? "Add faces" : `Add ${count(n, "face", "faces")}`),
  needsName: "Say who it is.",
  needsFace: "Tick a face.",
  sending: (done: number, all: number) => `Adding and checking: ${done} of ${all}…`,
  added: (n: number, name: string, all: number) =>
    `${count(n, "face", "faces")} of ${name} added: ${count(all, "usable picture", "usable pictures")} now.`,
  noneAdded: "No face was added.",
  refused: (n: number) => `${count(n, "was", "were")} refused, for the reason beside it.`,
  failed: (n: number) => `${count(n, "did", "did")} not arrive: try again.`,
  wait: "One moment: pictures are on their way.",
  anew: "Name this video anew",
  anewHint: "With the larger gallery, within seconds.",
  fromVideos: "Or pick faces out of a video that was named by this gallery:",
  cancel: "Cancel",
  close: "Close",
} as const;
