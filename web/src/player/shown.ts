import type { OnScreen } from "./faces";
import type { FrameTimes } from "./frames";

/** What a player draws over its video. */
export interface Shown {
  /** Whether the names are settled. */
  readonly isFinal: boolean;
  /** In the order that gives them their colours. */
  readonly people: readonly string[];
  /** When the whole video's frames appear, once that is known. */
  readonly times: FrameTimes | undefined;
  /** Nothing where nobody has looked yet. */
  at(seconds: number): OnScreen | undefined;
}
