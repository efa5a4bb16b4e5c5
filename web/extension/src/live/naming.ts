import { type Detail, detailOf } from "./detail";
import { type Embedding, cosine, weighted } from "./embedding";
import type { Matcher } from "./gallery";
import type { Named } from "./protocol";

/** A look at a face; `detail` is a measure, `weight` above 0. */
export interface Evidence {
  readonly embedding: Embedding;
  readonly detail: number;
  readonly weight: number;
}

// Of core's NameTracks: from where on two tracks of one video are one person.
const SAME_PERSON = 0.7;
const CLEARLY = 0.1;

/** How much surer the first look alone must be: what it names should not be taken back by the second. */
const FIRST_LOOK = 0.04;

/** How much less is enough to keep a name: it should not come and go. */
const KEEP = 0.05;

/** A look that is so unlike the ones before shows somebody else: a cut went unseen. */
const SOMEBODY_ELSE = 0.2;

/** Looks at one face that count, the latest. */
const MOST_LOOKS = 6;

/** Tracks that went by and whose faces are remembered for naming others. */
const MOST_REMEMBERED = 100;

interface Followed {
  readonly evidence: Evidence[];
  person?: number;
}

/** Names the faces of what plays: by all looks at each, one name once at a time. Core's NameTracks, for a video whose end is not known. */
export class Naming {
  private readonly tracks = new Map<number, Followed>();
  /** Named faces that went by, the latest last. */
  private remembered: { readonly face: Embedding; readonly person: number }[] = [];

  constructor(private readonly matcher: Matcher) {}

  look(track: number, evidence: Evidence): void {
    const before = this.tracks.get(track);
    const face = before && weighted(before.evidence);
    if (before === undefined || (face && cosine(face, evidence.embedding) < SOMEBODY_ELSE)) {
      this.tracks.set(track, { evidence: [evidence] });
      return;
    }
    before.evidence.push(evidence);
    if (before.evidence.length > MOST_LOOKS) before.evidence.shift();
  }

  /** @param onScreen tracks that are; all others are over */
  names(onScreen: readonly number[]): Named[] {
    this.forget(new Set(onScreen));
    const claims: { readonly track: number; readonly person: number; readonly score: number }[] = [];
    for (const [track, { evidence, person }] of this.tracks) {
      const face = weighted(evidence);
      if (face === undefined) continue;
      const first = evidence.length === 1 ? FIRST_LOOK : 0;
      for (const each of this.matcher.rank(face, detailOfAll(evidence))) {
        const wanted = this.matcher.threshold + (each.person === person ? -KEEP : first);
        if (each.score >= wanted) claims.push({ track, ...each });
      }
      const seen = this.likeOneBefore(face);
      if (seen !== undefined) claims.push({ track, ...seen });
    }
    for (const followed of this.tracks.values()) delete followed.person;
    const taken = new Set<number>();
    for (const { track, person } of claims.sort((a, b) => b.score - a.score)) {
      const followed = this.tracks.get(track)!;
      if (followed.person !== undefined || taken.has(person)) continue;
      followed.person = person;
      taken.add(person);
    }
    return [...this.tracks].map(([track, { person }]) => ({
      track,
      ...(person === undefined ? {} : { person }),
    }));
  }

  private forget(onScreen: ReadonlySet<number>): void {
    for (const [track, { evidence, person }] of this.tracks) {
      if (onScreen.has(track)) continue;
      this.tracks.delete(track);
      const face = weighted(evidence);
      // One look is too little to name others by.
      if (person === undefined || face === undefined || evidence.length < 2) continue;
      this.remembered.push({ face, person });
      this.remembered = this.remembered.slice(-MOST_REMEMBERED);
    }
  }

  /** The person whose face of before is just like this one, and clearly more so than anybody else's. */
  private likeOneBefore(face: Embedding): { readonly person: number; readonly score: number } | undefined {
    const most = new Map<number, number>();
    for (const { face: other, person } of this.remembered) {
      most.set(person, Math.max(most.get(person) ?? -1, cosine(face, other)));
    }
    const [best, second] = [...most].sort(([, a], [, b]) => b - a);
    if (best === undefined || best[1] < SAME_PERSON || best[1] - (second?.[1] ?? -1) < CLEARLY)
      return undefined;
    return { person: best[0], score: best[1] };
  }
}

function detailOfAll(evidence: readonly Evidence[]): Detail {
  let [weights, details] = [0, 0];
  for (const { detail, weight } of evidence) {
    weights += weight;
    details += weight * detail;
  }
  return detailOf(details / weights);
}
