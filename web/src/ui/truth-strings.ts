import { count, thousands } from "./counts";

/** The words of the page on which a truth is made; part of `strings`. */
export const truth = {
  title: (video: string) => `Truth for ${video}`,
  lead: "Go through the faces, say who each one is, and get the score of the automatic labels. All of it stays in this browser.",
  back: "Back to the video",
  notYet: "This video has no labels yet. Come back when its names are ready.",
  tryAgain: "Try again",
  notKept: "This browser keeps nothing for this page. Download truth.csv before you leave.",
  otherLabels:
    "The labels of this video have changed, so that your earlier corrections do not fit. You start anew.",
  baseLost: "The truth file that you opened is not in this browser any more. Open it once more.",

  progress: (looked: number, all: number) => `${looked} of ${count(all, "track", "tracks")} looked at`,
  progressBar: "Tracks looked at",
  allDone: "All tracks are looked at.",

  tools: "Steps",
  frameBack: "One frame back",
  frameOn: "One frame on",
  shotBack: "One shot back",
  shotOn: "One shot on",
  next: "Next to look at",
  undo: "Undo",
  redo: "Redo",
  undone: "Undone.",
  redone: "Done again.",
  frame: (frame: number) => `Frame ${frame}`,

  onFrame: "Faces on this frame",
  noFaces: "No face on this frame.",
  notHere: "not on this frame",
  face: (id: number, who: string, looked: boolean) => `Track ${id}: ${who}${looked ? ", looked at" : ""}`,
  track: (id: number) => `Track ${id}`,
  frames: (from: number, to: number) => (from === to ? `frame ${from}` : `frames ${from}–${to}`),
  looked: "looked at",
  stranger: "Stranger",
  noFace: "Not a face",

  who: "Who is it?",
  pickFirst: "Pick a face on the video or in the list.",
  newName: "Somebody else",
  newNamePlaceholder: "Name",
  useName: "Use this name",
  confirm: "Right as it is",
  looksRight: (id: number) => `Track ${id} is right as it is.`,
  named: (id: number, who: string, frames: string) => `Track ${id}: ${who}, ${frames}.`,
  nothingReached: "None of this track's frames are among those.",

  reach: "On which frames?",
  whole: "Whole track",
  onward: "From here on",
  upTo: "Up to here",
  marked: "Marked frames",
  allOf: (stranger: number) => `All of Unknown ${stranger}`,
  allTracks: (tracks: number, stranger: number) =>
    `${count(tracks, "track", "tracks")} of Unknown ${stranger}`,
  namedAll: (tracks: number, stranger: number, who: string) =>
    `${count(tracks, "track", "tracks")} of Unknown ${stranger}: ${who}. Only this one counts as looked at.`,
  markFrom: "Mark first",
  markTo: "Mark last",
  marks: (from: string, to: string) => `Marked: ${from} to ${to}`,
  noMarks: "No frames marked",
  trackStart: "start of the track",
  trackEnd: "end of the track",
  markSet: (frame: number, first: boolean) => `${first ? "First" : "Last"} marked frame: ${frame}.`,

  add: "Add a face",
  again: "Draw it again here",
  startsHere: "Begins here",
  endsHere: "Ends here",
  drawHint:
    "Drag a box around the face. Or: arrow keys move it, with Shift they size it, Enter takes it, Escape leaves.",
  drawTake: "Take the box",
  drawCancel: "Leave it",
  added: (id: number) =>
    `Track ${id} is drawn. Say who it is; draw it again some frames on, and the boxes between follow.`,
  drawnAgain: (id: number, frames: string) => `Track ${id} is drawn on ${frames}.`,
  ended: (id: number, frames: string) => `Track ${id}: ${frames}.`,

  keysTitle: "All keys",
  keys: [
    ["1 – 9", "the people, in the order of the buttons"],
    ["0", "stranger"],
    ["X", "not a face"],
    ["C", "right as it is, and on to the next"],
    ["N", "next to look at"],
    ["↑ ↓", "pick another face of the frame"],
    ["T H U", "whole track, from here on, up to here"],
    ["S", "all tracks of the same stranger"],
    ["[ ]", "mark the first, the last frame"],
    [", .", "one frame back, on"],
    ["< >", "one shot back, on"],
    ["A D", "add a face, draw it again here"],
    ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
    ["Space, ← →", "play or pause, 5 s"],
  ],

  score: {
    title: "Score of the automatic labels",
    labels: "Names right, frame by frame",
    faces: "Idol faces with the right name",
    precision: "Named boxes that are right",
    strangers: "Strangers given a name",
    of: (all: number) => `of ${thousands(all)}`,
    provisional: (checked: number, all: number) =>
      checked === all
        ? `All ${thousands(all)} frames with faces are checked by hand.`
        : `${thousands(checked)} of ${thousands(all)} frames with faces are checked by hand. Faces that nobody has looked at count as they are.`,
    copy: "Copy score",
    copied: "Score copied",
    copyFailed: "Your browser does not let this page copy. Select the text and copy it:",
    textTitle: (title: string) => `Score of the labels of ${title}`,
    textFrames: (from: number, to: number, every: number) =>
      `Frames ${from} to ${to}${every > 1 ? `, each whose number is divisible by ${every}` : ` (${to - from + 1})`}`,
    textChecked: (checked: number, all: number, day: string) =>
      `Checked by hand: ${checked} of ${all} frames with faces, ${day}`,
  },

  file: {
    title: "Truth file",
    download: "Download truth.csv",
    open: "Open a truth file",
    opened: (faces: number, file: string) =>
      `${count(faces, "track", "tracks")} read from ${file}. Undo goes back to what was here.`,
    range: "Only some frames",
    rangeHint: "Frames outside are not in the file and do not count.",
    from: "First frame",
    to: "Last frame",
    setRange: "Only these frames",
    allFrames: "All frames",
    rangeWrong: (last: number) => `Give two frames from 0 to ${last}, the first one not after the last.`,
    rangeSet: (from: number, to: number) => `The truth is about frames ${from} to ${to}.`,
    rangeGone: "The truth is about all frames.",
    checked: "I have checked all tracks",
    allChecked: "All tracks count as looked at.",
    again: "Start over",
    againTitle: "Start over?",
    againText: "All corrections are taken back. Undo brings them again while this page is open.",
    startedOver: "All corrections are taken back.",
  },

  refused: {
    notText: "This is not a text file in UTF-8. Choose a truth.csv with the columns frame,x,y,w,h,name.",
    tooLong: "This file is larger than 100 MB, too large for a truth file.",
    empty: "This file is empty. Its first line must be frame,x,y,w,h,name.",
    noColumn: (column: string) => `The first line has no column “${column}”. It must be frame,x,y,w,h,name.`,
    noRows: "This file has no faces, only its first line.",
    noCell: (line: number, column: string) => `Line ${line} has no ${column}. Is the file whole?`,
    noNumber: (line: number, column: string, cell: string) =>
      `Line ${line}: ${column} is “${cell}”, it must be a number.`,
    noFrame: (line: number, cell: string) =>
      `Line ${line}: frame is “${cell}”, it must be a whole number from 0.`,
    pastEnd: (line: number, frame: number, frames: number) =>
      `Line ${line} is about frame ${frame}, but this video ends with frame ${frames - 1}. Is it another video's truth?`,
    noSize: (line: number) => `Line ${line}: the box has no size, w and h must be over 0.`,
    outside: (line: number, width: number, height: number) =>
      `Line ${line}: the box lies outside of the picture of ${width}×${height} pixels. Is it another video's truth?`,
  },
} as const;
