import type { KeptUpload } from "../ui/memory";
import type { Matcher } from "../api/types";
import type { GalleryUse } from "../gallery/use";
import type { FileHandle, Picked } from "./handles";
import { SpeedMeter } from "./speed";

/**
 * waiting: for its turn · sending · finishing: all is there, and is made one file · paused: by the fan · broken: did not work, can be
 * tried again · lost: the page was closed, and the file has to be chosen again · done · gone: nothing can be done any more
 */
export type UploadState =
  "waiting" | "sending" | "finishing" | "paused" | "broken" | "lost" | "done" | "gone";

/** What a fan wants done with a video. */
export interface Wish extends Picked {
  readonly gallery: GalleryUse;
  readonly matcher: Matcher;
}

/** One video on its way up. Changed by its queue alone. */
export class Upload {
  state: UploadState = "waiting";
  /** Bytes that are there. */
  sent = 0;
  /** Why it is broken, lost or gone, for fans. */
  problem: string | undefined;
  meter = new SpeedMeter();
  stop = new AbortController();
  /** While its job is being made. */
  making: Promise<KeptUpload> | undefined;

  private constructor(
    readonly name: string,
    readonly size: number,
    public file: File | undefined,
    public handle: FileHandle | undefined,
    /** What is to be made of it; nothing where the job is made already. */
    readonly wish: Wish | undefined,
    /** Its job, once there is one. */
    public kept: KeptUpload | undefined,
  ) {}

  static of(wish: Wish): Upload {
    return new Upload(
      wish.file.name.normalize("NFC"),
      wish.file.size,
      wish.file,
      wish.handle,
      wish,
      undefined,
    );
  }

  /** One that an earlier page began. */
  static again(kept: KeptUpload): Upload {
    const upload = new Upload(kept.name, kept.size, undefined, undefined, undefined, kept);
    upload.state = "lost";
    return upload;
  }

  /** Whether it still needs anybody. */
  get isOpen(): boolean {
    return this.state !== "done" && this.state !== "gone";
  }

  get isSending(): boolean {
    return this.state === "sending" || this.state === "finishing";
  }
}
