import { detailIn } from "./detail";
import { type Embedding, fromBase64, unit } from "./embedding";
import { forLook, glanced, lookedAt, scaled } from "./finders";
import { Matcher, type Embeddings } from "./gallery";
import { ALIGNED } from "./geometry";
import { Naming } from "./naming";
import type { Networks } from "./networks";
import type { Ask, Told } from "./protocol";

const FACE = ALIGNED * ALIGNED * 3;

/** Embeds up to two aligned faces. */
export async function embed(
  networks: Pick<Networks, "run">,
  faces: readonly Uint8Array[],
): Promise<(Embedding | undefined)[]> {
  const input = new Float32Array(2 * FACE);
  for (const [i, face] of faces.entries()) input.set(scaled(face, 128), i * FACE);
  const [output] = await networks.run("mobilefacenet", input);
  const length = output!.length / 2;
  return faces.map((_, i) => unit(output!.subarray(i * length, (i + 1) * length)));
}

/** Answers one page's asks: a video's faces are named by themselves. */
export class Recogniser {
  private readonly naming: Naming;

  constructor(
    private readonly networks: Pick<Networks, "run">,
    gallery: Embeddings,
  ) {
    this.naming = new Naming(new Matcher(gallery.people, gallery.cosine));
  }

  async answer({ id, glances, looks, faces, tracks }: Ask): Promise<Told> {
    const seen = [];
    for (const pixels of glances) {
      const input = scaled(fromBase64(pixels), 127.5);
      const [scores, numbers] = await this.networks.run("blazeface-full-range-sparse", input);
      seen.push(glanced(scores!, numbers!));
    }
    const found = [];
    for (const { area, pixels } of looks) {
      const [scores, shifts, points] = await this.networks.run("mtcnn-onet", forLook(fromBase64(pixels)));
      found.push(lookedAt(area, scores!, shifts!, points!));
    }
    for (let from = 0; from < faces.length; from += 2) {
      const pair = faces.slice(from, from + 2).map((face) => ({ ...face, rgb: fromBase64(face.pixels) }));
      const embeddings = await embed(
        this.networks,
        pair.map(({ rgb }) => rgb),
      );
      for (const [i, { track, weight, rgb }] of pair.entries()) {
        const embedding = embeddings[i];
        if (embedding !== undefined) this.naming.look(track, { embedding, detail: detailIn(rgb), weight });
      }
    }
    return {
      kind: "told",
      id,
      glances: seen,
      looks: found,
      names: tracks === undefined ? [] : this.naming.names(tracks),
    };
  }
}
