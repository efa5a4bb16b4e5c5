import type { components } from "../../../target/contract";
import type { Detail } from "./detail";
import { type Embedding, cosine, floats, fromBase64 } from "./embedding";

/** What the API answers: docs/openapi.yaml. */
export type Embeddings = components["schemas"]["Embeddings"];

/** The network whose embeddings this extension makes. */
export const MODEL = "mobilefacenet";

/** Somebody whom a gallery knows, and how alike a face is. */
export interface Score {
  readonly person: number;
  readonly score: number;
}

/** The default rule of the program: the cosine to each person's mean (core's CentroidMatcher). */
export class Matcher {
  private readonly means: readonly Readonly<Record<Detail, Embedding>>[];

  /** @param threshold least cosine that gives a name */
  constructor(
    people: Embeddings["people"],
    readonly threshold: number,
  ) {
    const vector = (base64: string) => floats(fromBase64(base64));
    this.means = people.map(({ faces: { full, half, quarter } }) => ({
      full: vector(full),
      half: vector(half),
      quarter: vector(quarter),
    }));
  }

  /** Everybody, the most similar first. */
  rank(face: Embedding, detail: Detail): Score[] {
    return this.means
      .map((mean, person) => ({ person, score: cosine(face, mean[detail]) }))
      .sort((a, b) => b.score - a.score);
  }
}
