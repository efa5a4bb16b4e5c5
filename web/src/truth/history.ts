/** What was, is, and could be again. */
export class History<T> {
  private readonly before: T[] = [];
  private after: T[] = [];

  constructor(private current: T) {}

  get now(): T {
    return this.current;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.after.length > 0;
  }

  /** Goes on to something new; what was undone is gone then. */
  push(next: T): void {
    if (next === this.current) return;
    this.before.push(this.current);
    this.after = [];
    this.current = next;
  }

  undo(): boolean {
    const earlier = this.before.pop();
    if (earlier === undefined) return false;
    this.after.push(this.current);
    this.current = earlier;
    return true;
  }

  redo(): boolean {
    const later = this.after.pop();
    if (later === undefined) return false;
    this.before.push(this.current);
    this.current = later;
    return true;
  }
}
