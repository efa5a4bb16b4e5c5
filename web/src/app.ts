import type { Api } from "./api/client";
import type { Config } from "./api/config";
import type { UploadQueue } from "./upload/queue";
import type { Memory } from "./ui/memory";

/** What every page is given. */
export interface App {
  readonly api: Api;
  readonly config: Config;
  readonly memory: Memory;
  /** Goes on while the fan looks at other pages. */
  readonly uploads: UploadQueue;
  /** Goes to another page of this site, in place of the one of now if there is no way back to that. */
  readonly go: (path: string, instead?: boolean) => void;
}

/** What one address shows. */
export interface Page {
  readonly title: string;
  /** Gets the focus when the page comes by a link, so that screen readers start there. */
  readonly heading: HTMLElement;
  readonly element: HTMLElement;
  /** Ends all work of the page. */
  readonly close: () => void;
}
