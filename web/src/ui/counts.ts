/** A number with the word for what is counted. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** 12,345. */
export function thousands(n: number): string {
  return n.toLocaleString("en");
}
