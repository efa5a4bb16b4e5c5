import { watchFrames } from "../../../src/player/frame-clock";
import type { OnScreen } from "../../../src/player/faces";
import type { Source } from "../overlay/layer";
import { Sight, type State } from "./sight";

/** What the networks made of how many frames, for the popup. */
export interface Watched {
  readonly state: State;
  /** Frames a second that are looked at. */
  readonly rate: number;
}

/** Milliseconds from one look to the next, at least: the page and the machine have more to do. */
const LOOKS_APART = 80;

/** Looks that the rate is counted over. */
const COUNTED = 10;

/** Names what plays, as it plays: never more than one frame is under way. */
export class Watcher implements Source {
  private readonly sight: Sight;
  private busy = false;
  private wanted = false;
  private began = 0;
  private looks = 0;
  private ends: number[] = [];

  /** @param changed when there is something else to draw */
  constructor(
    video: HTMLVideoElement,
    readonly people: readonly string[],
    private readonly changed: () => void,
    signal: AbortSignal,
  ) {
    this.sight = new Sight(video);
    watchFrames(
      video,
      (seconds) => {
        this.sight.frame(seconds);
        void this.look(signal);
      },
      signal,
    );
    signal.addEventListener("abort", () => this.sight.close());
    // What stands still while the names are asked for.
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      this.sight.frame(video.currentTime);
      void this.look(signal);
    }
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.sight.size;
  }

  get watched(): Watched {
    const { ends } = this;
    const passed = ends.length < 2 ? 0 : ends.at(-1)! - ends[0]!;
    return { state: this.sight.state, rate: passed > 0 ? (1000 * (ends.length - 1)) / passed : 0 };
  }

  at(seconds: number): OnScreen {
    return {
      frame: this.looks,
      faces: this.sight.tracks.map((track) => {
        const name = track.person === undefined ? undefined : this.people[track.person];
        return {
          ...track.at(seconds),
          track: { name: name ?? "unknown", known: name !== undefined },
        };
      }),
    };
  }

  private async look(signal: AbortSignal): Promise<void> {
    this.wanted = true;
    if (this.busy) return;
    this.busy = true;
    while (this.wanted && !signal.aborted) {
      const rest = this.began + LOOKS_APART - performance.now();
      if (rest > 0) await new Promise((done) => setTimeout(done, rest));
      this.began = performance.now();
      // A frame that is shown meanwhile is looked at afterwards, the last one alone.
      this.wanted = false;
      if (await this.sight.look()) {
        this.looks++;
        this.ends = [...this.ends, performance.now()].slice(-COUNTED);
      }
      if (!signal.aborted) this.changed();
    }
    this.busy = false;
  }
}
