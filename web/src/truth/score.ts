import type { Labels } from "../player/labels";
import { type Row, byFrame } from "./csv";
import { STRANGER, type Truth, isAbout } from "./model";

/** Some of all. */
export interface Share {
  readonly part: number;
  readonly all: number;
}

/** How right labels are, against the truth; docs/labels.md says what each figure is. */
export interface Score {
  readonly labels: Share;
  readonly faces: Share;
  readonly precision: Share;
  readonly strangersNamed: Share;
  readonly found: Share;
}

/**
 * Compares labels with the truth just as Evaluator in functions/core does; both are held to one table of cases. A label
 * belongs to a true face when their centres are less than half of the face's longer side apart and the longer sides
 * differ by a factor under 2.5; nearest pairs first, each face and each label in one pair at most.
 */
export function scoreOf(truth: readonly Row[], labels: readonly Row[]): Score {
  const count = { names: 0, namesRight: 0, idols: 0, idolsRight: 0, named: 0, namedRight: 0 };
  const others = { strangers: 0, strangersNamed: 0, found: 0 };
  const given = byFrame(labels);
  const faces = byFrame(truth);
  for (const frame of new Set([...faces.keys(), ...given.keys()])) {
    const true_ = faces.get(frame) ?? [];
    const said = given.get(frame) ?? [];
    count.namesRight += namesRight(true_, said);
    const right = new Set<number>();
    const labelOf = pair(true_, said);
    true_.forEach(({ name }, i) => {
      const got = labelOf[i] === undefined ? undefined : said[labelOf[i]]!.name;
      if (got !== undefined) others.found++;
      if (got === name) right.add(labelOf[i]!);
      if (name === STRANGER) {
        others.strangers++;
        if (got !== undefined && got !== STRANGER) others.strangersNamed++;
      } else {
        count.names++;
        count.idols++;
        if (got === name) count.idolsRight++;
      }
    });
    said.forEach(({ name }, j) => {
      if (name === STRANGER) return;
      count.named++;
      if (right.has(j)) count.namedRight++;
    });
  }
  return {
    labels: { part: count.namesRight, all: count.names },
    faces: { part: count.idolsRight, all: count.idols },
    precision: { part: count.namedRight, all: count.named },
    strangersNamed: { part: others.strangersNamed, all: others.strangers },
    found: { part: others.found, all: truth.length },
  };
}

/** The rows of labels.csv that are on the frames of a truth. */
export function labelRows(labels: Labels, truth: Truth): readonly Row[] {
  const rows = labels.tracks.flatMap(({ id, name, boxes }) =>
    boxes
      .filter(([frame]) => isAbout(truth, frame))
      .map(([frame, x, y, w, h]) => ({ frame, x, y, w, h, name, id })),
  );
  return rows.sort((a, b) => a.frame - b.frame || a.x - b.x || a.y - b.y || a.id - b.id);
}

/** In percent with two decimals, halves to the even side as in Java and C; `n/a` of nothing. */
export function percent({ part, all }: Share): string {
  if (all === 0) return "n/a";
  const value = (100 * part) / all;
  // A double lies just between two hundredths only when it is an odd number of eighths; toFixed would round it up.
  if (Math.abs((value * 8) % 2) !== 1) return value.toFixed(2);
  const below = Math.floor(value * 100);
  return ((below % 2 === 0 ? below : below + 1) / 100).toFixed(2);
}

/** The original tool's score looks at the names on a frame, each as often as it is there. */
function namesRight(faces: readonly Row[], given: readonly Row[]): number {
  const left = new Map<string, number>();
  for (const { name } of given) left.set(name, (left.get(name) ?? 0) + 1);
  let right = 0;
  for (const { name } of faces) {
    const times = left.get(name) ?? 0;
    if (name === STRANGER || times === 0) continue;
    left.set(name, times - 1);
    right++;
  }
  return right;
}

/** For each face the position of its label, if it has one. */
function pair(faces: readonly Row[], given: readonly Row[]): readonly (number | undefined)[] {
  const pairs = faces.flatMap((face, i) =>
    given
      .map((label, j) => ({ distance: distance(face, label), i, j }))
      .filter((each) => each.distance < 0.5),
  );
  pairs.sort((a, b) => a.distance - b.distance || a.i - b.i || a.j - b.j);
  const labelOf = new Array<number | undefined>(faces.length).fill(undefined);
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (labelOf[i] !== undefined || taken.has(j)) continue;
    labelOf[i] = j;
    taken.add(j);
  }
  return labelOf;
}

/** Of the centres, in longer sides of the true box; infinite when the sizes differ too much. */
function distance(face: Row, label: Row): number {
  const side = Math.max(face.w, face.h);
  const dx = face.x + face.w / 2 - (label.x + label.w / 2);
  const dy = face.y + face.h / 2 - (label.y + label.h / 2);
  const ratio = Math.max(label.w, label.h) / side;
  return ratio > 0.4 && ratio < 2.5 ? Math.sqrt(dx * dx + dy * dy) / side : Number.POSITIVE_INFINITY;
}
