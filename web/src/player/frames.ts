import type { RunLengthTimes } from "./labels";

/** Two microseconds: browsers tell media times rounded to one. */
const ROUNDING = 2e-6;

/** Tells which frame a player shows at a time. Exact for constant and variable frame rates. */
export class FrameTimes {
  private readonly seconds: Float64Array;
  private readonly slack: number;

  /** @param timeBase seconds of one tick, as numerator and denominator */
  constructor(times: RunLengthTimes, [numerator, denominator]: readonly [number, number]) {
    this.seconds = new Float64Array(times.steps.reduce((sum, [, count]) => sum + count, 1));
    this.slack = Math.max(numerator / denominator / 2, ROUNDING);
    let tick = times.first;
    let frame = 0;
    this.seconds[0] = (tick * numerator) / denominator;
    for (const [ticks, count] of times.steps) {
      for (let i = 0; i < count; i++) {
        tick += ticks;
        this.seconds[++frame] = (tick * numerator) / denominator;
      }
    }
  }

  get count(): number {
    return this.seconds.length;
  }

  /** When a frame appears, in seconds; the nearest one's where there is no such frame. */
  time(frame: number): number {
    return this.seconds[Math.max(0, Math.min(this.count - 1, frame))]!;
  }

  /** The frame shown at a time: the last that has appeared by then, the first before that. */
  at(seconds: number): number {
    const target = seconds + this.slack;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.seconds[middle]! <= target) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether one of these frames is shown at a time. The last one stays for as long as the one before it did. */
  covers(seconds: number): boolean {
    const last = this.time(this.count - 1);
    const end = last + (this.count > 1 ? last - this.time(this.count - 2) : 0.04);
    return seconds + this.slack >= this.time(0) && seconds + this.slack < end;
  }

  /** Where to seek so that a player shows this frame and no neighbour: a little into it. */
  inside(frame: number): number {
    const start = this.time(frame);
    const next = frame + 1 < this.count ? this.time(frame + 1) : start + 0.02;
    return start + (next - start) * 0.3;
  }
}
