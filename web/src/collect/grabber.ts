import type { FrameTimes } from "../player/frames";
import type { Labels } from "../player/labels";
import type { Spot } from "./choose";

/** More pixels a side say nothing more about a face. */
const LARGEST = 1024;
const QUALITY = 0.95;
/** Milliseconds. */
const PATIENCE = 12_000;
const SETTLED = 250;
/** Of seeks that got lost. */
const TRIES = 2;

/** The browser cannot play this video, or it does not come. */
export class UnplayableError extends Error {
  override readonly name = "UnplayableError";
}

/** Cuts faces out of frames of a video that nobody sees, one after the other. */
export class FrameGrabber {
  private readonly video = document.createElement("video");
  private readonly canvas = document.createElement("canvas");

  /** @param url that nothing was loaded from yet without asking for CORS */
  constructor(
    url: string,
    private readonly size: Pick<Labels["video"], "width" | "height">,
    private readonly times: FrameTimes,
    private readonly signal: AbortSignal,
  ) {
    this.video.crossOrigin = "anonymous";
    this.video.muted = true;
    this.video.playsInline = true;
    this.video.preload = "auto";
    this.video.src = url;
    signal.addEventListener("abort", () => this.close());
  }

  /**
   * A picture of a face, as JPEG.
   *
   * @throws UnplayableError where the video does not show that frame
   */
  async picture({ frame, crop }: Spot): Promise<Blob> {
    if (this.video.error !== null) throw new UnplayableError();
    if (this.video.readyState < HTMLMediaElement.HAVE_METADATA) await this.until("loadedmetadata");
    // Without a picture: sound alone, or a codec that the browser does not know.
    if (this.video.videoWidth === 0) throw new UnplayableError();
    await this.seek(frame);
    // Anamorphic videos are wider for a browser than their labels' pixels say.
    const [sx, sy] = [this.video.videoWidth / this.size.width, this.video.videoHeight / this.size.height];
    const scale = Math.min(1, LARGEST / Math.max(crop.w * sx, crop.h * sy));
    const { canvas } = this;
    canvas.width = Math.round(crop.w * sx * scale);
    canvas.height = Math.round(crop.h * sy * scale);
    const context = canvas.getContext("2d")!;
    context.imageSmoothingQuality = "high";
    context.drawImage(
      this.video,
      crop.x * sx,
      crop.y * sy,
      crop.w * sx,
      crop.h * sy,
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/jpeg", QUALITY));
    this.signal.throwIfAborted();
    if (blob === null) throw new UnplayableError();
    return blob;
  }

  close(): void {
    this.video.removeAttribute("src");
    this.video.load();
  }

  /** Ends when the frame is there. A seek that gets lost, as on a machine with much to do, is made once more. */
  private async seek(frame: number): Promise<void> {
    for (let left = TRIES; ; left--) {
      const shown = this.frameShown(frame);
      const seeked = this.until("seeked");
      this.video.currentTime = this.times.inside(frame);
      try {
        await seeked;
        return await shown;
      } catch (error) {
        if (left === 0 || this.video.error !== null || this.signal.aborted) throw error;
      }
    }
  }

  /** When the frame is there, and not its time alone; some time after the seek where the browser does not tell. */
  private frameShown(frame: number): Promise<void> {
    const { video, times } = this;
    if (!("requestVideoFrameCallback" in video)) return Promise.resolve();
    return new Promise((done) => {
      let handle = 0;
      const next = () => {
        handle = video.requestVideoFrameCallback((_, { mediaTime }) =>
          times.at(mediaTime) === frame ? done() : next(),
        );
      };
      next();
      const late = () => {
        // Some tell of no frame that is not on the screen, or that was there before.
        video.cancelVideoFrameCallback(handle);
        done();
      };
      video.addEventListener("seeked", () => setTimeout(late, SETTLED), { once: true });
    });
  }

  private until(event: "loadedmetadata" | "seeked"): Promise<void> {
    const { video, signal } = this;
    return new Promise((done, failed) => {
      const ended = new AbortController();
      const end = (then: () => void) => () => {
        ended.abort();
        clearTimeout(timer);
        then();
      };
      const timer = setTimeout(
        end(() => failed(new UnplayableError())),
        PATIENCE,
      );
      const on = { signal: ended.signal };
      video.addEventListener(event, end(done), on);
      video.addEventListener(
        "error",
        end(() => failed(new UnplayableError())),
        on,
      );
      signal.addEventListener(
        "abort",
        end(() => failed(signal.reason as Error)),
        on,
      );
    });
  }
}
