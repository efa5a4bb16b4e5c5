import type { Box } from "./geometry";
import type { Found } from "./finders";

/** The port's name between the script in a page and the part that runs the networks. */
export const PORT = "live";

/**
 * What is to be looked at; pictures are base64 of red, green and blue, for Chrome writes messages as JSON. No embedding goes either way:
 * they stay out of the process that shows somebody else's page.
 */
export interface Ask {
  readonly id: number;
  /** Pictures of 192 x 192 in which faces are looked for. */
  readonly glances: readonly string[];
  /** Squares of 48 x 48, and where they are from: is it a face, and where are its eyes? */
  readonly looks: readonly { readonly area: Box; readonly pixels: string }[];
  /** Aligned faces of 112 x 112: who is it? */
  readonly faces: readonly { readonly track: number; readonly weight: number; readonly pixels: string }[];
  /** The faces that are on screen: they are named, and what is known of others goes. Left out where nothing new is known. */
  readonly tracks?: readonly number[];
}

/** Who a track is: a person of the gallery by its place, or nobody. */
export interface Named {
  readonly track: number;
  readonly person?: number;
}

export type Told =
  | {
      readonly kind: "told";
      readonly id: number;
      readonly glances: readonly (readonly Box[])[];
      readonly looks: readonly Found[];
      /** Of the tracks with a look, where these were asked for. */
      readonly names: readonly Named[];
    }
  /** There is no gallery, or the networks do not run here. */
  | { readonly kind: "failed"; readonly why: "gallery" | "networks" };
