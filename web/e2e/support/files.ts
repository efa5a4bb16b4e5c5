// Files to upload, made out of the demo's film.
import { openSync, closeSync, copyFileSync, ftruncateSync, fstatSync, writeSync } from "node:fs";
import { demo, folder } from "./demo.ts";

/** The demo's film with this many megabytes of nothing behind it, as MP4 allows: as many parts as a long video has. */
export function longFilm(name: string, megabytes: number): string {
  const path = `${folder("films")}/${name}`;
  copyFileSync(demo.video, path);
  pad(path, megabytes);
  return path;
}

/** An MP4 with nothing in it, which looks like one and is refused as soon as somebody looks inside: no work for anybody. */
export function hollowFilm(name: string, megabytes: number): string {
  const path = `${folder("films")}/${name}`;
  const file = openSync(path, "w");
  writeSync(file, "\0\0\0\x10ftypisom\0\0\0\0", null, "latin1");
  closeSync(file);
  pad(path, megabytes);
  return path;
}

/** Adds a box of type `free` (ISO/IEC 14496-12, 8.1.2). */
function pad(path: string, megabytes: number): void {
  const file = openSync(path, "r+");
  const { size } = fstatSync(file);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(megabytes << 20);
  head.write("free", 4);
  writeSync(file, head, 0, 8, size);
  ftruncateSync(file, size + (megabytes << 20));
  closeSync(file);
}
