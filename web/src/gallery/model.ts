import type { Api } from "../api/client";
import { ApiError } from "../api/errors";
import type { Finding, Gallery, GalleryLink, GalleryPicture, PersonNames } from "../api/types";
import { sleep } from "../upload/retry";
import type { FolderGallery } from "./folders";
import { health } from "../ui/health-strings";
import { standing, told } from "./health";
import { pictureRefusal } from "./pictures";
import type { PictureSender } from "./sender";

export type PictureState = "queued" | "uploading" | "waiting" | "taken" | "refused" | "failed";

/** A picture as the page shows it. */
export interface Picture {
  /** Stays the same from the file to the taken picture. */
  readonly key: string;
  readonly file: string;
  /** The file itself, of pictures that were added here. */
  readonly blob?: File;
  /** The server's id, once it is announced. */
  id?: string;
  thumbnail?: string;
  state: PictureState;
  reason?: string;
  /** When it was sent, in milliseconds. */
  sent?: number;
}

export interface Person {
  readonly id: string;
  names: PersonNames;
  readonly pictures: Picture[];
}

const LOOK_EVERY = 1_200;
/** A picture that was announced and never sent waits for ever. */
const GIVE_UP_AFTER = 5 * 60_000;
let keys = 0;

/**
 * One gallery that this browser may change: what the server has, and what is on its way there. Tells `changed` after
 * every change; `close` ends all work.
 */
export class GalleryModel {
  readonly people: Person[] = [];
  name = "";
  /** By which others look at it, while there is one. */
  link: GalleryLink | undefined;
  /** What would make the gallery better, as the server last said. */
  private found: readonly Finding[] = [];
  private readonly closing = new AbortController();
  private looking = false;
  /** Ids of what was deleted here: an answer that is older may still tell of it. */
  private readonly deleted = new Set<string>();

  constructor(
    private readonly api: Api,
    readonly id: string,
    readonly secret: string,
    private readonly sender: Pick<PictureSender, "send">,
    private readonly changed: () => void,
  ) {}

  /** @throws ApiError where the gallery does not exist any more */
  async load(): Promise<void> {
    this.take(await this.api.gallery(this.id, this.secret, this.closing.signal));
    this.watch();
  }

  /** What the server has now, with new addresses of the pictures. */
  fetched(signal: AbortSignal): Promise<Gallery> {
    return this.api.gallery(this.id, this.secret, signal);
  }

  /** What would make the gallery better, of what is still there. */
  get findings(): readonly Finding[] {
    return standing(this.found, this.people);
  }

  /** Pictures that closing would lose: they have not arrived yet. */
  get unsent(): number {
    const onTheirWay = (picture: Picture) => picture.state === "queued" || picture.state === "uploading";
    return this.people.reduce((sum, { pictures }) => sum + pictures.filter(onTheirWay).length, 0);
  }

  close(): void {
    this.closing.abort();
    for (const { pictures } of this.people) pictures.forEach(release);
  }

  async rename(name: string): Promise<void> {
    await this.api.renameGallery(this.id, this.secret, name);
    this.name = name;
    this.changed();
  }

  /** Makes a share link; one that there was leads nowhere any more. */
  async share(): Promise<void> {
    this.link = await this.api.shareGallery(this.id, this.secret);
    this.changed();
  }

  async unshare(): Promise<void> {
    await this.api.unshareGallery(this.id, this.secret);
    this.link = undefined;
    this.changed();
  }

  async addPerson(names: PersonNames): Promise<Person> {
    const id = await this.api.addPerson(this.id, this.secret, names);
    const person: Person = { id, names, pictures: [] };
    this.people.push(person);
    this.people.sort((a, b) => a.names.name.localeCompare(b.names.name));
    this.changed();
    return person;
  }

  async renamePerson(person: Person, names: PersonNames): Promise<void> {
    await this.api.renamePerson(this.id, this.secret, person.id, names);
    person.names = names;
    this.changed();
  }

  async deletePerson(person: Person): Promise<void> {
    await this.api.deletePerson(this.id, this.secret, person.id);
    this.deleted.add(person.id);
    this.people.splice(this.people.indexOf(person), 1);
    person.pictures.forEach(release);
    this.changed();
    this.lookAgain();
  }

  /** Adds a folder's people, and the pictures of those who are there already; pictures that she has are left out. */
  async addFolders(folders: FolderGallery): Promise<{ people: number; pictures: number }> {
    let pictures = 0;
    for (const { files, ...names } of folders.people) {
      const known = this.people.find((each) => each.names.name.normalize("NFC") === names.name);
      const person = known ?? (await this.addPerson(names));
      const there = new Set(person.pictures.map(({ file }) => file));
      const fresh = files.filter((file) => !there.has(file.name.normalize("NFC")));
      pictures += fresh.length;
      this.addPictures(person, fresh);
    }
    return { people: folders.people.length, pictures };
  }

  addPictures(person: Person, files: readonly File[]): void {
    const fresh = files.map((blob): Picture => {
      const reason = pictureRefusal(blob);
      const made = { key: `new-${++keys}`, file: blob.name.normalize("NFC"), blob };
      return reason === undefined
        ? { ...made, thumbnail: URL.createObjectURL(blob), state: "queued" }
        : { ...made, state: "refused", reason };
    });
    person.pictures.push(...fresh);
    this.changed();
    this.send(
      person,
      fresh.filter(({ state }) => state === "queued"),
    );
  }

  async removePicture(person: Person, picture: Picture): Promise<void> {
    if (picture.id !== undefined) {
      this.deleted.add(picture.id);
      try {
        await this.api.deletePicture(this.id, this.secret, person.id, picture.id);
      } catch (error) {
        if (!(error instanceof ApiError && error.isNotFound)) {
          this.deleted.delete(picture.id);
          throw error;
        }
      }
    }
    const place = person.pictures.indexOf(picture);
    if (place >= 0) person.pictures.splice(place, 1);
    release(picture);
    this.changed();
    if (picture.state === "taken") this.lookAgain();
  }

  /** Sends a picture once more that did not arrive. */
  async retryPicture(person: Person, picture: Picture): Promise<void> {
    const { blob } = picture;
    if (blob === undefined) return;
    await this.removePicture(person, picture);
    this.addPictures(person, [blob]);
  }

  private send(person: Person, pictures: readonly Picture[]): void {
    void this.sender.send(person, pictures, {
      signal: this.closing.signal,
      changed: () => {
        this.changed();
        this.watch();
      },
      announced: (picture, id) => {
        picture.id = id;
        // Removed while it was being announced.
        if (!person.pictures.includes(picture))
          void this.removePicture(person, picture).catch(() => undefined);
        // An answer about the gallery may have overtaken the one about its address.
        const twin = person.pictures.findIndex((each) => each !== picture && each.id === id);
        if (twin >= 0) person.pictures.splice(twin, 1);
      },
      isWanted: (picture) => person.pictures.includes(picture),
    });
  }

  /** What went may have been what others were compared with. */
  private lookAgain(): void {
    if (this.looking) return;
    this.load().catch(() => {
      // Only what is advised is out of date, until the next look.
    });
  }

  /** Looks at the server as long as there are pictures that it has not decided on. */
  private watch(): void {
    if (this.looking || !this.isWaiting()) return;
    this.looking = true;
    void (async () => {
      try {
        while (this.isWaiting()) {
          await sleep(LOOK_EVERY, this.closing.signal);
          try {
            this.take(await this.api.gallery(this.id, this.secret, this.closing.signal));
          } catch {
            // Nobody answers: the next look may be luckier.
          }
        }
      } catch {
        // Closed.
      } finally {
        this.looking = false;
      }
    })();
  }

  private isWaiting(): boolean {
    const since = Date.now() - GIVE_UP_AFTER;
    return this.people.some(({ pictures }) =>
      pictures.some(({ state, sent = 0 }) => state === "waiting" && sent > since),
    );
  }

  /** Takes over what the server has; what is still on its way there stays. */
  private take(gallery: Gallery): void {
    this.name = gallery.name;
    this.link = gallery.share;
    for (const { pictures, ...found } of gallery.people) {
      if (this.deleted.has(found.id)) continue;
      let person = this.people.find(({ id }) => id === found.id);
      if (person === undefined) {
        const { id, ...names } = found;
        this.people.push((person = { id, names, pictures: [] }));
      }
      takePictures(
        person,
        pictures.filter(({ id }) => !this.deleted.has(id)),
      );
    }
    this.found = told(gallery.findings, gallery.people);
    this.people.sort((a, b) => a.names.name.localeCompare(b.names.name));
    this.changed();
  }
}

function takePictures(person: Person, found: readonly GalleryPicture[]): void {
  for (const { id, file, state, reason: said, url } of found) {
    const reason = said === undefined ? undefined : health.refusal(said);
    const picture = person.pictures.find((each) => each.id === id);
    if (picture === undefined) {
      person.pictures.push({
        key: id,
        id,
        file,
        state,
        sent: Date.now(),
        ...(url === undefined ? {} : { thumbnail: url }),
        ...(reason === undefined ? {} : { reason }),
      });
    } else if (picture.state === "waiting") {
      picture.state = state;
      if (reason !== undefined) picture.reason = reason;
    }
  }
}

function release(picture: Picture): void {
  if (picture.blob !== undefined && picture.thumbnail !== undefined) URL.revokeObjectURL(picture.thumbnail);
}
