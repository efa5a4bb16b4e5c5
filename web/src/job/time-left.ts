/** Estimates when work will be done from how far it was when. Says nothing before it can know. */
export class TimeLeft {
  private first: { readonly time: number; readonly fraction: number } | undefined;
  private last: { readonly time: number; readonly fraction: number } | undefined;

  /** Tells how far the work is (0 to 1) at a time in milliseconds. */
  add(time: number, fraction: number): void {
    if (this.first === undefined || fraction < this.first.fraction) this.first = { time, fraction };
    if (this.last === undefined || fraction !== this.last.fraction) this.last = { time, fraction };
  }

  /** Seconds left at a time; nothing while there is too little to go by. Between two reports it counts down. */
  at(time: number): number | undefined {
    const { first, last } = this;
    if (first === undefined || last === undefined) return undefined;
    const gained = last.fraction - first.fraction;
    const taken = (last.time - first.time) / 1000;
    if (gained < 0.03 || taken < 1.5) return undefined;
    const whole = ((1 - last.fraction) * taken) / gained;
    return Math.max(1, whole - (time - last.time) / 1000);
  }
}
