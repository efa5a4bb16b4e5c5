import { count } from "./counts";

/** The words of corrections; part of `strings`. */
export const correct = {
  title: "Correct the names",
  lead: "Click a face in the picture while the video stands still, or pick a face or somebody with all appearances here, and say who it is. The whole video is named anew within seconds, for everybody who has the link.",
  onFrame: "On this frame",
  noFaces: "No face on this frame.",
  everybody: "With all appearances",
  face: (name: string) => `${name}, this appearance`,
  all: (name: string, tracks: number) => `${name}, ${count(tracks, "appearance", "appearances")}`,
  who: (name: string) => `Who is ${name}?`,
  whoAll: (name: string, tracks: number) =>
    tracks === 1 ? `Who is ${name}?` : `Who is ${name}, in all ${tracks} appearances?`,
  is: (name: string) => `This is ${name}`,
  isNot: (name: string) => `Not ${name}`,
  nobody: "Nobody of this gallery",
  newName: "Somebody else",
  newNamePlaceholder: "Name",
  useName: "Use this name",
  working: "Naming the video anew…",
  slow: "This takes longer than usual. It goes on by itself.",
  same: "Nothing else had to change.",
  change: (from: string, to: string, tracks: number) =>
    `${from} is now ${to} (${count(tracks, "appearance", "appearances")})`,
  undo: "Undo the last correction",
  older: "The annotated MP4 still shows the names from before the corrections.",
  draw: "Draw it again",
} as const;
