/** A stretch of the video in seconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When one person is on screen. */
export interface Lane {
  readonly name: string;
  readonly known: boolean;
  /** In order, none touching the next. */
  readonly spans: readonly Span[];
  /** Seconds on screen. */
  readonly seconds: number;
}

export interface Appearance extends Span {
  readonly name: string;
  readonly known: boolean;
}

/** Shorter absences than this are no gap to the eye: the face turned away for some frames. */
export const SMALLEST_GAP = 0.25;

/**
 * One lane for each person of the gallery, the longest on screen first, and last one for all unknown faces together.
 * Whoever does not appear has an empty lane; without unknown faces there is no lane for them.
 */
export function buildLanes(people: readonly string[], appearances: readonly Appearance[]): readonly Lane[] {
  const byName = new Map<string, Span[]>(people.map((name) => [name, []]));
  const unknown: Span[] = [];
  for (const { name, known, start, end } of appearances) {
    const spans = known ? byName.get(name) : undefined;
    (spans ?? unknown).push({ start, end });
  }
  const lanes = [...byName].map(([name, spans]) => lane(name, true, spans));
  // Stable: whoever is on screen for as long keeps the gallery's order.
  lanes.sort((a, b) => b.seconds - a.seconds);
  return unknown.length === 0 ? lanes : [...lanes, lane("unknown", false, unknown)];
}

function lane(name: string, known: boolean, spans: readonly Span[]): Lane {
  const seconds = union(spans, 0).reduce((sum, { start, end }) => sum + end - start, 0);
  return { name, known, spans: union(spans, SMALLEST_GAP), seconds };
}

/** Joins spans that overlap, or that are at most `gap` seconds apart. */
export function union(spans: readonly Span[], gap: number): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end + gap) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
