import { toBase64 } from "./embedding";
import { GLANCE, LOOK, LOOK_THRESHOLD, areaOf, quality } from "./finders";
import { ALIGNED, type Box, square, toArcFace } from "./geometry";
import { Line } from "./line";
import { type Picture, cut } from "./sampler";
import { COLUMNS, Cuts, ROWS, Thumbnail } from "./thumbnail";
import { type Followed, Tracker } from "./tracker";

/**
 * How it goes: `starting` before the first answer, `closed` where the site lets nobody read its frames, `black` where they come out black
 * (under a lock), `gallery` and `networks` where these are missing.
 */
export type State = "starting" | "watching" | "closed" | "black" | "gallery" | "networks";

/** Pixels of the longer side that faces are cut from: more shows nothing that 112 pixels of a face could. */
const LONGEST = 1280;

/** Faces that are embedded with one frame: what the network takes at once. */
const FACES = 2;

/** A face may have moved past the edges of its box since. */
const MARGIN = 1.1;

/** As MtcnnSettings has it for a face that nobody expects. */
const NEW_FACE = 0.7;

/** Seconds of nothing but black from which on frames count as locked. */
const BLACK_SECONDS = 3;

/** A step in time after which nothing is where it was, in seconds. */
const JUMP = 1;

/** The squares of a picture that are glanced at in turn, beside all of it: small faces are seen in them alone. */
export function squares(width: number, height: number): Box[] {
  const side = Math.min(width, height);
  const [across, down] = [width - side, height - side];
  return [0, 0.5, 1].map((part) => ({ x: across * part, y: down * part, w: side, h: side }));
}

/** Sees a video's faces frame by frame: reads its pixels, has the networks look at parts of them, and follows what they find. */
export class Sight {
  private readonly tracker = new Tracker();
  private readonly line = new Line();
  private readonly canvas = readable();
  private readonly small = readable();
  private readonly tiny = readable();
  private readonly cuts = new Cuts();
  private shot = 0;
  private last: { readonly thumbnail: Thumbnail; readonly seconds: number } | undefined;
  private blackSince: number | undefined;
  private turn = 0;
  private now: State = "starting";

  constructor(private readonly video: HTMLVideoElement) {}

  get state(): State {
    return this.now;
  }

  get tracks(): readonly Followed[] {
    return this.tracker.tracks;
  }

  /** Of the picture that boxes are in, in pixels. */
  get size(): { readonly width: number; readonly height: number } {
    const { videoWidth, videoHeight } = this.video;
    const scale = Math.min(1, LONGEST / Math.max(1, videoWidth, videoHeight));
    return {
      width: Math.max(1, Math.round(videoWidth * scale)),
      height: Math.max(1, Math.round(videoHeight * scale)),
    };
  }

  close(): void {
    this.line.close();
  }

  /** A frame is shown: faces of the shot before go at once, before anybody has looked at the new one. */
  frame(seconds: number): void {
    const thumbnail = this.thumbnail();
    if (thumbnail === undefined) return;
    const { last } = this;
    this.last = { thumbnail, seconds };
    if (thumbnail.brightest > 2) this.blackSince = undefined;
    else this.blackSince = Math.min(this.blackSince ?? seconds, seconds);
    if (this.blackSince !== undefined && seconds - this.blackSince >= BLACK_SECONDS) this.now = "black";
    else if (this.now === "black") this.now = "watching";
    if (last === undefined) return;
    const change = thumbnail.difference(last.thumbnail);
    if (Math.abs(seconds - last.seconds) > JUMP || this.cuts.isCut(change)) {
      this.shot++;
      this.tracker.clear();
    }
  }

  /** @returns whether the frame that is shown was looked at */
  async look(): Promise<boolean> {
    const seconds = this.last?.seconds;
    if (seconds === undefined || this.now === "closed") return false;
    const { shot, tracker } = this;
    const { width, height } = this.size;
    const picture = this.picture(this.canvas, width, height);
    if (picture === undefined) return false;
    const tracks = [...tracker.tracks];
    const expected = tracks.map((track) => square(track.at(seconds), MARGIN));
    const areas = this.areas(width, height);
    const first = await this.line.ask({
      glances: areas.map((area) => this.glance(area)),
      looks: expected.map((area) => looked(picture, area)),
    });
    if (first === undefined || shot !== this.shot) return this.failed();
    const followed = first.looks.map((found) => (found.score > LOOK_THRESHOLD ? found : undefined));
    tracker.follow(followed, seconds);
    const candidates = first.glances
      .flatMap((boxes, i) => boxes.map((box) => areaOf(unscaled(box, areas[i]!))))
      .filter((area) => !tracker.isFollowed(area, seconds));
    if (candidates.length > 0) {
      const second = await this.line.ask({ looks: candidates.map((area) => looked(picture, area)) });
      if (second === undefined || shot !== this.shot) return this.failed();
      const refined = second.looks.filter(({ score }) => score > NEW_FACE);
      for (const found of refined.sort((a, b) => b.score - a.score)) tracker.add(found, seconds);
    }
    const faces = this.faces(picture, seconds);
    const third = await this.line.ask({ faces, tracks: tracker.tracks.map(({ id }) => id) });
    if (third === undefined || shot !== this.shot) return this.failed();
    tracker.name(third.names);
    if (this.now !== "black") this.now = "watching";
    return true;
  }

  private failed(): boolean {
    const { why } = this.line;
    if (why !== undefined) this.now = why;
    if (why !== undefined || this.line.lost) this.tracker.clear();
    return false;
  }

  /** The whole picture, and one of its squares. */
  private areas(width: number, height: number): Box[] {
    const side = Math.max(width, height);
    const all = squares(width, height);
    return [{ x: 0, y: 0, w: side, h: side }, all[this.turn++ % all.length]!];
  }

  private glance({ x, y, w, h }: Box): string {
    const { width, height } = this.size;
    // Beyond the picture it is black, as the network was trained.
    const context = this.small;
    context.canvas.width = GLANCE;
    context.canvas.height = GLANCE;
    context.fillRect(0, 0, GLANCE, GLANCE);
    const scale = GLANCE / w;
    const [right, bottom] = [Math.min(width, x + w) - x, Math.min(height, y + h) - y];
    context.imageSmoothingQuality = "medium";
    context.drawImage(this.canvas.canvas, x, y, right, bottom, 0, 0, right * scale, bottom * scale);
    return toBase64(rgb(context.getImageData(0, 0, GLANCE, GLANCE).data));
  }

  /** The faces that it is time to look at closely, the most urgent first. */
  private faces(picture: Picture, seconds: number) {
    return this.tracker.tracks
      .map((track) => {
        const weight = quality(track.found);
        return { track, weight, urgency: track.wants(weight, seconds) };
      })
      .filter(({ urgency }) => urgency > 0)
      .sort((a, b) => b.urgency - a.urgency)
      .slice(0, FACES)
      .map(({ track, weight }) => {
        track.embedded(weight, seconds);
        const face = cut(picture, toArcFace(track.found.landmarks), ALIGNED);
        return { track: track.id, weight, pixels: toBase64(face) };
      });
  }

  private thumbnail(): Thumbnail | undefined {
    const picture = this.picture(this.tiny, COLUMNS, ROWS);
    return picture && Thumbnail.of(picture);
  }

  /** Nothing where the site does not let its frames be read. */
  private picture(context: CanvasRenderingContext2D, width: number, height: number): Picture | undefined {
    const { canvas } = context;
    const { videoWidth, videoHeight } = this.video;
    if (videoWidth === 0) return undefined;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    try {
      context.imageSmoothingQuality = "medium";
      context.drawImage(this.video, 0, 0, videoWidth, videoHeight, 0, 0, width, height);
      return context.getImageData(0, 0, width, height);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "SecurityError") throw error;
      this.now = "closed";
      return undefined;
    }
  }
}

function looked(picture: Picture, area: Box): { readonly area: Box; readonly pixels: string } {
  const pixels = cut(picture, { a: area.w / LOOK, b: 0, tx: area.x, ty: area.y }, LOOK);
  return { area, pixels: toBase64(pixels) };
}

function unscaled(box: Box, area: Box): Box {
  const scale = area.w / GLANCE;
  return { x: area.x + box.x * scale, y: area.y + box.y * scale, w: box.w * scale, h: box.h * scale };
}

function rgb(data: Uint8ClampedArray): Uint8Array {
  const out = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    out[to] = data[from]!;
    out[to + 1] = data[from + 1]!;
    out[to + 2] = data[from + 2]!;
  }
  return out;
}

/** A canvas whose pixels are read all the time. */
function readable(): CanvasRenderingContext2D {
  return document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
}
