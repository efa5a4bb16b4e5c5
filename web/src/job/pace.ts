/** Milliseconds until the next look: a second while things change, up to five when nothing has for a while or nobody answers. */
export function nextLook(sinceChange: number, failures: number): number {
  if (failures > 0) return Math.min(5_000, 1_000 * 2 ** (failures - 1));
  if (sinceChange < 15_000) return 1_000;
  return Math.min(5_000, 1_000 + (sinceChange - 15_000) / 10);
}
