/** The words of choosing videos. */
export const video = {
  drop: "Drop music videos here",
  choose: "Choose a video",
  another: "Add another video",
  remove: (file: string) => `Take ${file} out`,
  chosen: "Chosen videos",
  several: (n: number) => `${n} videos`,
  looking: "A moment: having a look at your video.",
  limits: (kinds: string, size: string, length: string) =>
    `${kinds}, up to ${size} and ${length}. Several at once, or pasted.`,
  length: (seconds: number) =>
    seconds % 3600 === 0 ? `${seconds / 3600} hours` : `${Math.floor(seconds / 60)} minutes`,
  kinds: {
    picture: (file: string) => `“${file}” is a picture, not a video. Choose an MP4, MOV, MKV or WebM file.`,
    sound: (file: string) => `“${file}” has sound only. Choose the video itself.`,
    otherVideo: (file: string) =>
      `“${file}” is a kind of video that we cannot read. Save it as MP4, MOV, MKV or WebM.`,
    other: (file: string) =>
      `“${file}” is not a video that we can read. Choose an MP4, MOV, MKV or WebM file.`,
  },
  empty: (file: string) => `“${file}” is empty. Was it still downloading? Choose another copy.`,
  unreadable: (file: string) => `“${file}” cannot be read. Was it moved or changed? Choose it once more.`,
  tooLarge: (file: string, most: string) =>
    `“${file}” is larger than ${most}. Export a smaller copy, 1080p is plenty, and try again.`,
  tooLong: (file: string, most: string) => `“${file}” is longer than ${most}. Cut it into parts.`,
  tooManyPixels: (file: string, width: number, height: number) =>
    `“${file}” has ${width} × ${height} pixels, which is too large. Export it in 4K (3840 × 2160) or less.`,
  tooFewPixels: (file: string, width: number, height: number) =>
    `“${file}” has ${width} × ${height} pixels, which is too small to show a face.`,
} as const;

/** The words of uploads. */
export const upload = {
  title: "Uploads",
  bar: (file: string) => `Upload of ${file}`,
  states: {
    waiting: "waits for its turn",
    sending: "uploading",
    finishing: "all there, opening your link…",
    paused: "paused",
    broken: "interrupted",
    lost: "choose the file again",
    done: "uploaded",
    gone: "gone",
  },
  amount: (done: string, all: string) => `${done} of ${all}`,
  speed: (speed: string) => `${speed}/s`,
  left: (time: string) => `about ${time} left`,
  keepOpen: "Keep this page open while it uploads. If it is closed, come back later and go on from there.",
  lost: (days: number) =>
    `What has arrived is kept for ${days} days. Choose the same file, and it goes on from there.`,
  pause: "Pause",
  pauseOf: (file: string) => `Pause ${file}`,
  goOn: "Continue",
  goOnOf: (file: string) => `Continue ${file}`,
  again: "Try again",
  againOf: (file: string) => `Try again: ${file}`,
  chooseAgain: "Choose the file again",
  chooseAgainOf: (file: string) => `Choose the file again: ${file}`,
  open: "Open",
  openOf: (file: string) => `Open ${file}`,
  remove: (file: string) => `Delete the upload of ${file}`,
  removeTitle: (file: string) => `Delete the upload of ${file}?`,
  removeText: "What has arrived of it is deleted for good. Your own copy is untouched.",
  dismiss: (file: string) => `Take ${file} off this list`,
  removed: "The upload is deleted. Nothing of it was kept.",
  arrived: (file: string) => `${file} is uploaded.`,
  another: (chosen: string, wanted: string) =>
    chosen === wanted
      ? `This “${chosen}” is another file, or was changed since. Choose the one that you began with, or delete this upload.`
      : `“${chosen}” is another file. Choose “${wanted}”, or delete this upload.`,
  deleted: "This upload does not exist any more. Choose the video anew.",
  failed: "The upload broke off. It goes on from here when you try again.",
} as const;
