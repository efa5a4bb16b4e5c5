import type { paths } from "../../target/contract";
import type { GalleryUse } from "../gallery/use";
import { strings } from "../ui/strings";
import { ApiError, NetworkError, isAbort } from "./errors";
import type {
  ArrivedParts,
  CreatedJob,
  Gallery,
  GalleryLink,
  Limits,
  NewGallery,
  NewJob,
  PartUpload,
  PersonNames,
  PictureAnnouncement,
  PictureUpload,
  SharedGallery,
  Video,
} from "./types";

interface Call {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly secret?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Puts ids into one of the contract's paths. */
function path<P extends keyof paths>(template: P, ids: Record<string, string> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
}

/** The API as docs/openapi.yaml describes it. Every method throws {@link ApiError} or {@link NetworkError}, or what its signal aborts with. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** Where it is, for who asks it from elsewhere. */
  get address(): string {
    return new URL(this.base, location.href).href.replace(/\/$/, "");
  }

  createGallery(name: string): Promise<NewGallery> {
    return this.call(path("/galleries"), { method: "POST", body: { name } });
  }

  gallery(gallery: string, secret: string, signal?: AbortSignal): Promise<Gallery> {
    return this.call(path("/galleries/{gallery}", { gallery }), { secret, signal });
  }

  /** What a gallery's share link leads to. */
  sharedGallery(share: string, signal?: AbortSignal): Promise<SharedGallery> {
    return this.call(path("/gallery-shares/{share}", { share }), { signal });
  }

  /** Gives the link that leads to the gallery from now on. */
  shareGallery(gallery: string, secret: string): Promise<GalleryLink> {
    return this.call(path("/galleries/{gallery}/share", { gallery }), { method: "POST", secret });
  }

  unshareGallery(gallery: string, secret: string): Promise<void> {
    return this.call(path("/galleries/{gallery}/share", { gallery }), { method: "DELETE", secret });
  }

  /** Fills a new gallery with what a shared one has; gives how many pictures are left for another call. */
  async copyGallery(gallery: string, secret: string, galleryShare: string): Promise<number> {
    const where = path("/galleries/{gallery}/copy", { gallery });
    const body = { galleryShare };
    return (await this.call<{ left: number }>(where, { method: "POST", body, secret })).left;
  }

  renameGallery(gallery: string, secret: string, name: string): Promise<void> {
    return this.call(path("/galleries/{gallery}", { gallery }), { method: "PUT", body: { name }, secret });
  }

  deleteGallery(gallery: string, secret: string): Promise<void> {
    return this.call(path("/galleries/{gallery}", { gallery }), { method: "DELETE", secret });
  }

  async addPerson(gallery: string, secret: string, names: PersonNames): Promise<string> {
    const created = await this.call<{ id: string }>(path("/galleries/{gallery}/people", { gallery }), {
      method: "POST",
      body: names,
      secret,
    });
    return created.id;
  }

  renamePerson(gallery: string, secret: string, person: string, names: PersonNames): Promise<void> {
    const where = path("/galleries/{gallery}/people/{person}", { gallery, person });
    return this.call(where, { method: "PUT", body: names, secret });
  }

  deletePerson(gallery: string, secret: string, person: string): Promise<void> {
    const where = path("/galleries/{gallery}/people/{person}", { gallery, person });
    return this.call(where, { method: "DELETE", secret });
  }

  /** At most 30 at a time; the addresses come in the order of the announcements. */
  async addPictures(
    gallery: string,
    secret: string,
    person: string,
    pictures: readonly PictureAnnouncement[],
  ): Promise<readonly PictureUpload[]> {
    const where = path("/galleries/{gallery}/people/{person}/pictures", { gallery, person });
    const answer = await this.call<{ pictures: PictureUpload[] }>(where, {
      method: "POST",
      body: { pictures },
      secret,
    });
    return answer.pictures;
  }

  deletePicture(gallery: string, secret: string, person: string, picture: string): Promise<void> {
    const where = path("/galleries/{gallery}/people/{person}/pictures/{picture}", {
      gallery,
      person,
      picture,
    });
    return this.call(where, { method: "DELETE", secret });
  }

  limits(signal?: AbortSignal): Promise<Limits> {
    return this.call(path("/limits"), { signal });
  }

  createJob(job: Omit<NewJob, "gallery" | "galleryShare">, by: GalleryUse): Promise<CreatedJob> {
    const { secret, ...gallery } = "secret" in by ? by : { ...by, secret: undefined };
    const body = { ...job, ...gallery };
    return this.call(path("/jobs"), { method: "POST", body, ...(secret === undefined ? {} : { secret }) });
  }

  arrivedParts(job: string, secret: string, signal?: AbortSignal): Promise<ArrivedParts> {
    return this.call(path("/jobs/{job}/parts", { job }), { secret, signal });
  }

  /** At most 100 at a time. */
  async partAddresses(
    job: string,
    secret: string,
    numbers: readonly number[],
    signal?: AbortSignal,
  ): Promise<readonly PartUpload[]> {
    const where = path("/jobs/{job}/parts", { job });
    const answer = await this.call<{ parts: PartUpload[] }>(where, {
      method: "POST",
      body: { numbers },
      secret,
      signal,
    });
    return answer.parts;
  }

  completeUpload(job: string, secret: string, signal?: AbortSignal): Promise<void> {
    return this.call(path("/jobs/{job}/complete", { job }), { method: "POST", secret, signal });
  }

  /** Gives the share that leads to the video from now on. */
  async renewLink(job: string, secret: string): Promise<string> {
    const where = path("/jobs/{job}/share", { job });
    return (await this.call<{ share: string }>(where, { method: "POST", secret })).share;
  }

  deleteJob(job: string, secret: string): Promise<void> {
    return this.call(path("/jobs/{job}", { job }), { method: "DELETE", secret });
  }

  /** Gives the version that the labels will have. */
  async correct(
    job: string,
    secret: string,
    tracks: readonly number[],
    name: string,
    is: boolean,
  ): Promise<number> {
    const answer = await this.call<{ version: number }>(path("/jobs/{job}/corrections", { job }), {
      method: "POST",
      body: { tracks, name, is },
      secret,
    });
    return answer.version;
  }

  async undoCorrection(job: string, secret: string): Promise<number> {
    const where = path("/jobs/{job}/corrections/last", { job });
    return (await this.call<{ version: number }>(where, { method: "DELETE", secret })).version;
  }

  draw(job: string, secret: string): Promise<void> {
    return this.call(path("/jobs/{job}/drawing", { job }), { method: "POST", secret });
  }

  /** Has a fancam of a person made. */
  async askFancam(job: string, secret: string, person: string): Promise<void> {
    await this.call(path("/jobs/{job}/fancams", { job }), { method: "POST", body: { person }, secret });
  }

  deleteFancam(job: string, secret: string, fancam: string): Promise<void> {
    return this.call(path("/jobs/{job}/fancams/{fancam}", { job, fancam }), { method: "DELETE", secret });
  }

  share(share: string, signal?: AbortSignal): Promise<Video> {
    return this.call(path("/shares/{share}", { share }), { signal });
  }

  private async call<T>(where: string, { method = "GET", body, secret, signal }: Call): Promise<T> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (secret !== undefined) headers["authorization"] = `Bearer ${secret}`;
    let response: Response;
    let text: string;
    try {
      response = await this.fetcher(this.base + where, {
        method,
        headers,
        cache: "no-store",
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      text = await response.text();
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new NetworkError();
    }
    if (!response.ok) throw refusal(response.status, text);
    if (text === "") return undefined as T;
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new ApiError(502, "internal", strings.errors.unexpected);
    }
  }
}

/** What the API said, or a sentence of our own where something else answered in its place. */
function refusal(status: number, text: string): ApiError {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
    if (typeof error?.message === "string" && error.message !== "") {
      return new ApiError(status, String(error.code), error.message);
    }
  } catch {
    // Not the API's JSON: a proxy's page, for instance.
  }
  return new ApiError(status, "internal", status === 404 ? strings.errors.gone : strings.errors.unexpected);
}
