import { count } from "./counts";

/** The words of galleries' share links; part of `strings`. */
export const shared = {
  /** At a gallery that was given by a link. */
  over: "This link leads nowhere any more. Ask for a new one.",

  section: "Share this gallery",
  lead: "Whoever has the link sees everybody and all pictures, and can find them in videos. Only you can change anything.",
  make: "Make a link",
  link: "Link to this gallery",
  copy: "Copy link",
  copied: "Link copied",
  copyFailed: "Copy the link by hand: it is selected.",
  ends: (date: string) => `It works until ${date}.`,
  renew: "New link",
  renewTitle: "Give this gallery a new link?",
  renewText: "The link of now stops working at once, for everybody who has it.",
  renewed: "The gallery has a new link.",
  stop: "Stop sharing",
  stopTitle: "Stop sharing this gallery?",
  stopText: "The link stops working at once, for everybody who has it. Videos that were begun with it go on.",
  stopped: "The gallery is not shared any more.",

  title: (name: string) => `Gallery ${name}`,
  kicker: "A gallery that is shared with you",
  facts: (people: number, pictures: number) =>
    `${count(people, "person", "people")} · ${count(pictures, "picture", "pictures")}`,
  until: (date: string) => `This link works until ${date}.`,
  use: "Use this gallery",
  useHint: "Find them in a video of yours. This browser remembers the gallery.",
  copyIt: "Make a copy of my own",
  copyHint: "A copy is yours to change, and stays when the link ends.",
  copying: "Copying…",
  copiedIt: (name: string) => `${name} is copied. The copy is yours.`,
  unfinished: "This copy is not finished. Open its link and copy it again.",
  loading: "Opening the gallery…",
  pictures: (name: string) => `Pictures of ${name}`,
  picture: (name: string, file: string) => `${name}: ${file}`,
  empty: "There is nobody in this gallery yet.",
  noPictures: "No picture yet.",
  advice: "What would make it better",
  nowhereTitle: "There is no gallery here",
  nowhereText:
    "The link may have been cut off or have ended, or whoever made the gallery no longer shares it. Ask them for a new link.",
} as const;
