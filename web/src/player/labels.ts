/** labels.json; docs/labels.md says what each field means. */
export interface Labels {
  readonly version: number;
  readonly video: {
    readonly width: number;
    readonly height: number;
    readonly frames: number;
    readonly duration: number;
    readonly frameRate: readonly [number, number];
    readonly timeBase: readonly [number, number];
  };
  readonly frameTimes: RunLengthTimes;
  readonly people: readonly string[];
  /** Of people who have names in other scripts; not in labels of earlier versions. */
  readonly names?: readonly OtherNames[];
  readonly shots?: readonly (readonly [firstFrame: number, lastFrame: number])[];
  readonly tracks: readonly Track[];
}

/** What somebody of the gallery is called besides the name on labels. */
export interface OtherNames {
  readonly name: string;
  readonly korean?: string;
  readonly romanised?: string;
  readonly english?: string;
}

/** When frames appear, in ticks: the first, and how often each step is taken. */
export interface RunLengthTimes {
  readonly first: number;
  readonly steps: readonly (readonly [ticks: number, times: number])[];
}

export interface Track {
  readonly id: number;
  readonly name: string;
  readonly known: boolean;
  /** Which of the video's unknown people it is, from 1; not in labels of earlier versions. */
  readonly stranger?: number;
  readonly confidence: number;
  readonly firstFrame: number;
  readonly lastFrame: number;
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly Box[];
}

export type Box = readonly [frame: number, x: number, y: number, w: number, h: number];
