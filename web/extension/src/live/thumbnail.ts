import type { Picture } from "./sampler";

export const COLUMNS = 64;
export const ROWS = 36;

/** Contrast below which a picture counts as flat: core's Thumbnail. */
const FLAT = 4;

// Of core's ShotDetector, which says why; two pictures that have nothing to do with each other differ by 2.
const OTHER_SHOT = 0.8;
const QUIET_CUT = 0.4;
const STANDS_OUT = 4;
const BEFORE = 6;

/** Tells cuts by the differences of the frames that are shown, one after another. */
export class Cuts {
  private changes: readonly number[] = [];

  /** Whether a new shot begins with this change: a large one, or one that stands out where little moved. */
  isCut(change: number): boolean {
    const { changes } = this;
    const motion = changes.reduce((all, each) => all + each, 0) / Math.max(1, changes.length);
    this.changes = [...changes, change].slice(-BEFORE);
    return change > OTHER_SHOT || (change > QUIET_CUT && change > STANDS_OUT * motion);
  }
}

/** The light of a picture of 64 x 36, without its brightness and contrast: cuts are told by it. */
export class Thumbnail {
  private constructor(
    private readonly values: Float32Array,
    /** 0 to 255; what plays under a lock comes out black. */
    readonly brightest: number,
  ) {}

  static of({ data }: Picture): Thumbnail {
    const values = Float32Array.from(
      { length: COLUMNS * ROWS },
      (_, i) => 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!,
    );
    const mean = values.reduce((all, value) => all + value, 0) / values.length;
    const variance = values.reduce((all, value) => all + (value - mean) ** 2, 0) / values.length;
    const gain = 1 / Math.sqrt(variance + FLAT * FLAT);
    return new Thumbnail(
      values.map((value) => (value - mean) * gain),
      values.reduce((most, value) => Math.max(most, value), 0),
    );
  }

  /** Mean squared difference. */
  difference(other: Thumbnail): number {
    return (
      this.values.reduce((all, value, i) => all + (value - other.values[i]!) ** 2, 0) / this.values.length
    );
  }
}
