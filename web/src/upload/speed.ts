/** How fast something grows, over the last seconds: steady enough to read, quick enough to believe. */
export class SpeedMeter {
  private readonly samples: { readonly time: number; readonly amount: number }[] = [];

  constructor(private readonly window = 8_000) {}

  /** Tells how much there is at a time in milliseconds. */
  add(time: number, amount: number): void {
    this.samples.push({ time, amount });
    while (this.samples.length > 2 && this.samples[0]!.time < time - this.window) this.samples.shift();
  }

  /** Amount a second; nothing until there is enough to tell. */
  get perSecond(): number | undefined {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (first === undefined || last === undefined || last.time - first.time < 400) return undefined;
    const speed = ((last.amount - first.amount) * 1000) / (last.time - first.time);
    return speed > 0 ? speed : undefined;
  }

  /** Seconds until there will be `goal`. */
  secondsTo(goal: number): number | undefined {
    const speed = this.perSecond;
    const last = this.samples.at(-1);
    return speed === undefined || last === undefined ? undefined : Math.max(0, goal - last.amount) / speed;
  }
}
