import { beside } from "./beside-strings";
import { collect } from "./collect-strings";
import { count, thousands } from "./counts";
import { correct } from "./correct-strings";
import { embed } from "./embed-strings";
import { fancam } from "./fancam-strings";
import { extension } from "./extension-strings";
import { language } from "./language";
import type { InAnyLanguage } from "./texts";
import { shared } from "./shared-strings";
import { together } from "./together-strings";
import { truth } from "./truth-strings";
import { upload, video } from "./upload-strings";
import { scripts } from "./scripts-strings";
import { zip } from "./zip-strings";

/** Every word of the page, with those in the `-strings.ts` beside this, in English. korean.ts has the same in Korean; a word that is missing there does not compile. */
const english = {
  product: "idols",
  titleSuffix: " · idols",
  nav: { home: "idols, home" },
  skip: "Skip to the content",

  units: {
    few: "a few seconds",
    seconds: (n: string) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    hours: (h: number, min: number) => `${h} h ${min} min`,
    long: (min: number, s: string) => `${min} min ${s} s`,
    cents: (n: string) => `${n} cents`,
    dollars: (n: string) => `$${n}`,
  },

  home: {
    title: "Who is that on screen?",
    lead: "Drop a music video, pick the group, and get a link with a name on every face, frame by frame.",
    stepVideo: "Your music video",
    stepGallery: "Who to look for",
    find: "Find the idols",
    missingVideo: "Choose a music video first.",
    missingGallery: "Pick a gallery, or make one.",
    sendingPictures: "Your pictures are still on their way. A moment, please.",
    emptyGallery: "This gallery has no pictures to go by yet. Add some of each person first.",
    ready: (video: string, gallery: string) => `Looks for ${gallery} in ${video}.`,
    advanced: "Advanced",
    matcher: "How faces are compared",
    matchers: {
      centroid: [
        "Average look",
        "Compares with the average of a person's pictures. Best for nearly every video.",
      ],
      nearest: [
        "Closest picture",
        "Compares with the single picture that is most alike. Names more, also wrongly.",
      ],
      classifier: [
        "Trained classifier",
        "Learns from all pictures of the gallery who is who. Tells look-alikes apart, if there are many pictures of each.",
      ],
    },
  },

  galleries: {
    label: "Galleries",
    make: "New gallery",
    makeHint: "A group of your own, from 10 to 15 pictures a person",
    edit: (name: string) => `Edit ${name}`,
    people: (people: number, pictures: number) =>
      `${count(people, "person", "people")} · ${count(pictures, "picture", "pictures")}`,
    nobody: "Nobody in it yet",
    loading: "Looking it up…",
    gone: "This gallery does not exist any more.",
    forget: (name: string) => `Remove ${name} from this list`,
    none: "There are no galleries yet. Make one for your group.",
  },

  editor: {
    newTitle: "A new gallery",
    title: (name: string) => `Gallery ${name}`,
    name: "Group",
    namePlaceholder: "For instance BLACKPINK",
    create: "Make the gallery",
    rename: "Rename the group",
    save: "Save",
    cancel: "Cancel",
    close: "Done",
    leave: "Back to the galleries",
    leaving: (n: number) =>
      `Closes by itself when ${count(n, "more picture has", "more pictures have")} arrived.`,
    remove: "Delete gallery",
    removeTitle: (name: string) => `Delete the gallery ${name}?`,
    removeText: "All of its people and pictures are deleted for good. Videos that are done keep their names.",
    folder: "Choose a folder",
    folderDrop: "Drop a folder with a folder for each person",
    folderHint: "Like BLACKPINK / Lisa / 01.jpg: everybody is added at once.",
    folderEmpty: "There are no pictures in there. JPEG, PNG and WebP files are what is needed.",
    folderLoose: (n: number) =>
      `${count(n, "picture is", "pictures are")} in no person's folder and ${n === 1 ? "was" : "were"} left out.`,
    folderAdded: (people: number, pictures: number) =>
      `${count(pictures, "picture", "pictures")} of ${count(people, "person", "people")} added.`,
    person: "Person",
    personPlaceholder: "For instance Lisa",
    addPerson: "Add person",
    moreNames: "More names",
    names: { korean: "Korean", romanised: "Romanised", english: "English" },
    editPerson: (name: string) => `Names of ${name}`,
    removePerson: (name: string) => `Delete ${name}`,
    removePersonTitle: (name: string) => `Delete ${name}?`,
    removePersonText: "The person and all of the pictures are deleted for good.",
    needsName: "Give it a name first.",
    people: "People",
  },

  pictures: {
    label: (name: string) => `Pictures of ${name}`,
    add: (name: string) => `Add pictures of ${name}`,
    addShort: "Add",
    drop: "Drop pictures",
    states: {
      queued: "in the queue",
      uploading: "uploading",
      waiting: "being looked at",
      taken: "taken",
      refused: "refused",
      failed: "did not arrive",
    },
    remove: (file: string) => `Remove ${file}`,
    retry: (file: string) => `Try ${file} again`,
    wrongType: "Not a JPEG, PNG or WebP picture. Save it as one of these.",
    empty: "The file is empty.",
    tooLarge: "Larger than 20 MB. A smaller copy does as well.",
    failed: "It did not arrive. Try again.",
    slow: "This takes longer than usual.",
    addSome: (name: string) => `Add 10 to 15 pictures of ${name}: one face each, different angles and looks.`,
    addMore: (name: string, n: number) => `Add ${count(n, "more picture", "more pictures")} of ${name}.`,
    taken: (n: number) => `${n} taken`,
    waiting: (n: number) => `${n} waiting`,
    refused: (n: number) => `${n} refused`,
  },

  videos: {
    title: "Your videos",
    hint: "Kept in this browser. Whoever has a link can watch.",
    states: {
      uploading: "uploading",
      recognizing: "finding faces",
      rendering: "drawing names",
      done: "ready",
      refused: "refused",
      failed: "did not work",
    },
    gone: "deleted",
    remove: (title: string) => `Delete ${title}`,
    forget: (title: string) => `Remove ${title} from this list`,
  },

  job: {
    loading: "Opening the video…",
    states: {
      uploading: ["The video is on its way", "It is still being uploaded. This page goes on by itself."],
      planning: ["Having a look at the video", "Cutting the work into parts…"],
      recognizing: ["Finding the faces", "Names are a first guess until the whole video is known."],
      naming: ["Settling who is who", "All faces are found; each gets one name over the whole video."],
      rendering: ["The names are ready", "Drawing them into an MP4 to keep. You can watch meanwhile."],
      done: ["Ready", "Every face has a name, or is nobody of this gallery."],
    },
    refusedTitle: "We could not use this video",
    failedTitle: "That did not work",
    refusedHint: "Your own copy is untouched. Choose another video, or another copy of this one.",
    failedHint: "It is not your fault. Upload the video again; if it happens twice, try another copy.",
    again: "Upload another video",
    unknownTitle: "There is no video here",
    unknownText:
      "The link is incomplete, or whoever made it has deleted the video. Check that all of it was copied.",
    unknownPageTitle: "There is nothing here",
    unknownPageText: "This address leads nowhere. Start from the beginning:",
    home: "Go to the start page",
    offline: "Nobody answers. Trying again until somebody does…",
    parts: "Work on the parts of the video",
    part: (i: number, state: string) => `Part ${i}: ${state}`,
    partStates: { waiting: "waiting", recognized: "faces found", rendered: "drawn" },
    legend: { waiting: "to do", recognized: "faces found", rendered: "drawn into the MP4" },
    frames: (done: number, all: number) => `${thousands(done)} of ${thousands(all)} frames`,
    time: (done: string, all: string) => `${done} of ${all}`,
    left: (time: string) => `about ${time} left`,
    gallery: (name: string) => `Gallery ${name}`,
    notes: "Good to know",
  },

  player: {
    label: "Player",
    video: (title: string) => `Video ${title}`,
    play: "Play",
    pause: "Pause",
    seek: "Position",
    mute: "Mute",
    unmute: "Sound on",
    labels: "Boxes and names",
    fullscreen: "Full screen",
    exitFullscreen: "Leave full screen",
    onScreen: "On screen now",
    nobody: "nobody",
    provisional: "First guess: names may still change",
    notYet: "Not looked at yet",
    source: "Original",
    annotated: "Annotated MP4",
    which: "Which video",
    unplayable: "Your browser cannot play this file. The annotated MP4 plays here as soon as it is ready.",
    unplayableDone: "Your browser cannot play this file.",
    keys: "Space: play · ← →: 5 s · , .: one frame · 1–9, N: next scene (Shift: back) · L: boxes · F: full screen",
    unknown: "unknown",
    unknowns: (faces: number) => (faces === 1 ? "unknown" : `${faces} × unknown`),
    stranger: (number: number) => `Unknown ${number}`,
    moreUnknown: (people: number) => `${people} more unknown`,
  },

  lanes: {
    title: "Who is on screen when",
    lane: (name: string, time: string) => `${name}, ${time} on screen`,
    span: (name: string, from: string, to: string) => `${name}, ${from} to ${to}`,
    times: (from: string, to: string) => `${from} – ${to}`,
    never: "not seen",
    boxes: (name: string) => `Boxes of ${name}`,
    next: (name: string) => `Next scene with ${name}`,
    nextKey: (name: string, key: number) => `Next scene with ${name} (${key}, back with Shift)`,
    more: (strangers: number) => `${strangers} more`,
    keys: "Arrow keys go from one appearance to the next, Enter jumps there.",
    nobody: "No faces were found in this video.",
    soon: "The lanes fill up as faces are found.",
  },

  result: {
    title: "Keep and share",
    cost: (total: string, prices: string) =>
      `Finding and drawing the names cost about ${total} at Amazon's list prices of ${prices}, without watching and downloading.`,
    annotated: "Annotated MP4",
    annotatedSoon: "Annotated MP4, not ready yet",
    files: "Labels",
    json: "JSON",
    csv: "CSV",
    vtt: "WebVTT",
    srt: "SRT",
    edl: "EDL",
    edlOf: "Scenes for an editor, as EDL",
    edlWhose: "Scenes of",
    download: (what: string) => `Download ${what}`,
    copy: "Copy link",
    copied: "Link copied",
    copyFailed: "Copy the address from your browser's address bar.",
    remove: "Delete video",
    removeTitle: "Delete this video?",
    removeText: "The video, its labels and the link are deleted for good, for everybody.",
    removed: "The video is deleted.",
    renew: "New link",
    renewTitle: "Give this video a new link?",
    renewText: "The link of now stops working at once, for everybody who has it, embedded players too.",
    renewNow: "New link",
    renewed: "The video has a new link.",
    downloadFailed: "The file could not be fetched. Check your connection and try again.",
    truth: "Make a truth file",
  },

  truth,
  correct,
  collect,
  shared,
  beside,
  together,
  video,
  upload,
  embed,
  fancam,
  zip,
  scripts,
  extension,

  dialog: { cancel: "Keep it", confirm: "Delete" },

  errors: {
    network: "Nobody answers. Check your connection and try again.",
    unexpected: "Something went wrong on our side. Try again in a moment.",
    gone: "This does not exist any more.",
  },
} as const;

export type Strings = InAnyLanguage<typeof english>;

/** Every word of the page, in its language. */
export const strings: Strings = language === "ko" ? (await import("./korean")).korean : english;
