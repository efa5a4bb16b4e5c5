import { count } from "./counts";

/** The words of galleries as zips; part of `strings`. */
export const zip = {
  choose: "Choose a zip",
  hint: "A zip of such folders will do, too.",
  opening: (file: string) => `Opening ${file}…`,
  damaged: (file: string) =>
    `“${file}” is damaged or no zip. Pack it again, or unpack it and choose the folder.`,
  encrypted: (file: string) =>
    `“${file}” is locked with a password. Unpack it and choose the folder, or pack it without a password.`,
  unusual: (file: string) =>
    `“${file}” is packed in a way that cannot be read here. Pack it as an ordinary zip, or unpack it and choose the folder.`,
  tooLarge: (file: string, most: string) =>
    `“${file}” holds more than ${most}, which no gallery needs. Choose it in parts, or with fewer pictures.`,
  tooMany: (file: string, most: string) =>
    `“${file}” holds more than ${most} files. Choose it in parts, or with fewer pictures.`,
  empty: (file: string) =>
    `There are no pictures in “${file}”. It needs a folder for each person with JPEG, PNG or WebP files in it.`,
  save: "Download as zip",
  saving: "Packing of the pictures",
  packed: (done: number, all: number) => `${done} of ${count(all, "picture", "pictures")} packed`,
  saved: (pictures: number) => `${count(pictures, "picture", "pictures")} packed into the zip.`,
  waiting: (n: number) =>
    `${count(n, "picture is", "pictures are")} still being looked at and ${n === 1 ? "is" : "are"} not in it.`,
  stop: "Stop packing",
  nothing: "There are no pictures to pack yet.",
  failed: "The pictures could not all be fetched. Check your connection and try again.",
  tooMuch: (most: string) =>
    `The pictures come to more than ${most}, too much for one zip. Remove some large ones first.`,
} as const;
