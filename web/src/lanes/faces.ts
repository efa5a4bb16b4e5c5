import type { Video } from "../api/types";
import type { Labels } from "../player/labels";
import type { Lane } from "./build";

/** faces.json; docs/labels.md says what each field means. */
export interface Faces {
  readonly version: number;
  /** The best first. */
  readonly faces: readonly { readonly track: number; readonly jpeg: string }[];
}

/**
 * The address of the best picture of whoever a lane is for, as the labels name the pictures' tracks now; nothing where
 * there is none, or where the lane is several strangers' together.
 */
export function faceOf(
  lane: Pick<Lane, "name" | "known" | "stranger">,
  faces: Faces | undefined,
  tracks: Labels["tracks"],
): string | undefined {
  if (!lane.known && lane.stranger === undefined) return undefined;
  const best = faces?.faces.find(({ track }) => {
    const named = tracks[track];
    if (named === undefined || named.known !== lane.known) return false;
    return lane.known ? named.name === lane.name : named.stranger === lane.stranger;
  });
  return best && `data:image/jpeg;base64,${best.jpeg}`;
}

/** The pictures of faces that came with the drawn video; none of a video that was drawn before there were any. */
export class FaceSource {
  private faces: Faces | undefined;
  /** Of the corrections that the drawn video has, whose pictures these are or would be. */
  private drawn = -1;
  private loading = false;

  constructor(
    private readonly signal: AbortSignal,
    private readonly changed: () => void,
    private readonly fetcher: (url: string, signal: AbortSignal) => Promise<Faces | undefined> = fetchFaces,
  ) {}

  get shown(): Faces | undefined {
    return this.faces;
  }

  /** Gets what is new in this answer. */
  take(video: Video): void {
    const url = video.links?.faces;
    const drawn = video.corrections?.drawn ?? 0;
    // While it is drawn anew, pictures of before and after may follow one another: only the last ones stay.
    if (url === undefined || video.state !== "done" || this.drawn >= drawn || this.loading) return;
    this.loading = true;
    void this.fetcher(url, this.signal)
      .then((faces) => {
        this.drawn = drawn;
        if (this.signal.aborted) return;
        this.faces = faces;
        this.changed();
      })
      // The next answer brings a fresh address.
      .catch(() => undefined)
      .finally(() => (this.loading = false));
  }
}

async function fetchFaces(url: string, signal: AbortSignal): Promise<Faces | undefined> {
  const response = await fetch(url, { signal, cache: "no-store" });
  // S3 says "forbidden" of what is not there to whoever may not list.
  if (response.status === 403 || response.status === 404) return undefined;
  if (!response.ok) throw new Error(`faces: ${response.status}`);
  return (await response.json()) as Faces;
}
