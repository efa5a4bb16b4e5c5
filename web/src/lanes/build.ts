/** A stretch of the video in seconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When one person is on screen, or some strangers together. */
export interface Lane {
  readonly name: string;
  readonly known: boolean;
  /** Whose lane it is among the unknown, where it is one stranger's. */
  readonly stranger?: number;
  /** How many strangers without a lane of their own are in it, where others have one. */
  readonly more?: number;
  /** In order, none touching the next. */
  readonly spans: readonly Span[];
  /** Seconds on screen. */
  readonly seconds: number;
}

export interface Appearance extends Span {
  readonly name: string;
  readonly known: boolean;
  readonly stranger?: number;
}

/** Strangers who are seen once and shorter than this many seconds have no lane of their own. */
const GLIMPSE = 1;

/** As many strangers as can be told apart at a glance; a crowd's lanes would bury the people's. */
const MOST_STRANGERS = 5;

/** Shorter absences than this are no gap to the eye: the face turned away for some frames. */
export const SMALLEST_GAP = 0.25;

/**
 * One lane for each person of the gallery, the longest on screen first; then one for each stranger who is seen for a
 * while, up to five; and last one for all other unknown faces together. Whoever does not appear has an empty lane;
 * without unknown faces there is no lane for them.
 */
export function buildLanes(people: readonly string[], appearances: readonly Appearance[]): readonly Lane[] {
  const byName = new Map<string, Span[]>(people.map((name) => [name, []]));
  const unknown: Appearance[] = [];
  for (const appearance of appearances) {
    const spans = appearance.known ? byName.get(appearance.name) : undefined;
    if (spans === undefined) unknown.push(appearance);
    else spans.push({ start: appearance.start, end: appearance.end });
  }
  const lanes = [...byName].map(([name, spans]) => ({ name, known: true, ...timesOf(spans) }));
  return [...longestFirst(lanes), ...strangersLanes(unknown)];
}

function strangersLanes(unknown: readonly Appearance[]): readonly Lane[] {
  const byNumber = new Map<number, Appearance[]>();
  const others: Appearance[] = [];
  for (const each of unknown) {
    const { stranger } = each;
    if (stranger === undefined) others.push(each);
    else byNumber.set(stranger, [...(byNumber.get(stranger) ?? []), each]);
  }
  const lanes = [...byNumber]
    .sort(([a], [b]) => a - b)
    .map(([stranger, spans]) => ({ name: "unknown", known: false, stranger, ...timesOf(spans) }));
  const seen = lanes.filter(
    ({ stranger, seconds }) => seconds >= GLIMPSE || byNumber.get(stranger)!.length > 1,
  );
  const own = longestFirst(seen).slice(0, MOST_STRANGERS);
  const rest = lanes.filter((lane) => !own.includes(lane));
  // A single one that is left over takes no more room with its own number.
  if (rest.length === 1 && others.length === 0) return [...own, rest[0]!];
  const together = [...rest.flatMap(({ stranger }) => byNumber.get(stranger)!), ...others];
  if (together.length === 0) return own;
  const more = own.length > 0 && rest.length > 0 ? { more: rest.length } : {};
  return [...own, { name: "unknown", known: false, ...more, ...timesOf(together) }];
}

/** Stable: whoever is on screen for as long keeps the order. */
function longestFirst<L extends Lane>(lanes: readonly L[]): readonly L[] {
  return [...lanes].sort((a, b) => b.seconds - a.seconds);
}

function timesOf(spans: readonly Span[]): Pick<Lane, "spans" | "seconds"> {
  const seconds = union(spans, 0).reduce((sum, { start, end }) => sum + end - start, 0);
  return { spans: union(spans, SMALLEST_GAP), seconds };
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
