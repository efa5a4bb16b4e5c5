import type { Api } from "../api/client";
import { isPassing, sentence, ApiError } from "../api/errors";
import { PutError, put } from "../upload/put";
import { backoff, retry, sleep } from "../upload/retry";
import { strings } from "../ui/strings";
import type { Person, Picture } from "./model";
import { PICTURES_AT_ONCE, pictureType } from "./pictures";

export interface SendRules {
  readonly signal: AbortSignal;
  readonly changed: () => void;
  /** Hears under which id the server knows a picture. */
  readonly announced: (picture: Picture, id: string) => void;
  /** False for a picture that was removed meanwhile. */
  readonly isWanted: (picture: Picture) => boolean;
}

/** Brings pictures to the server: announces them by the handful, and sends some at a time, whoever they are of. */
export class PictureSender {
  private free = 4;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly api: Api,
    private readonly gallery: string,
    private readonly secret: string,
  ) {}

  /** Ends when all have arrived or failed; tells by the pictures' states, and never throws. */
  async send(person: Person, pictures: readonly Picture[], rules: SendRules): Promise<void> {
    const groups: (readonly Picture[])[] = [];
    for (let i = 0; i < pictures.length; i += PICTURES_AT_ONCE / 3) {
      groups.push(pictures.slice(i, i + PICTURES_AT_ONCE / 3));
    }
    await Promise.all(groups.map((group) => this.sendGroup(person, group, rules)));
  }

  private async sendGroup(person: Person, group: readonly Picture[], rules: SendRules): Promise<void> {
    const { signal, changed } = rules;
    await this.turn();
    const wanted = group.filter(rules.isWanted);
    try {
      if (wanted.length === 0 || signal.aborted) return;
      const uploads = await retry(() => this.announce(person, wanted), this.rules(signal));
      if (uploads.length < wanted.length) throw new Error("fewer addresses than pictures");
      // All at once: the gallery's next answer tells of all of them.
      wanted.forEach((picture, i) => rules.announced(picture, uploads[i]!.id));
      for (const [i, picture] of wanted.entries()) {
        if (!rules.isWanted(picture)) continue;
        const upload = uploads[i]!;
        picture.state = "uploading";
        changed();
        await retry(
          () => put(upload.url, picture.blob!, { headers: upload.headers, signal }),
          this.rules(signal),
        );
        picture.state = "waiting";
        picture.sent = Date.now();
        changed();
      }
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof ApiError ? sentence(error) : strings.pictures.failed;
      for (const picture of wanted) {
        if (picture.state === "queued" || picture.state === "uploading") {
          picture.state = "failed";
          picture.reason = reason;
        }
      }
      changed();
    } finally {
      this.done();
    }
  }

  private announce(person: Person, pictures: readonly Picture[]) {
    const announcements = pictures.map(({ file, blob }) => ({
      file,
      type: pictureType(file)!,
      size: blob!.size,
    }));
    return this.api.addPictures(this.gallery, this.secret, person.id, announcements);
  }

  private rules(signal: AbortSignal) {
    const again = (error: unknown) => error instanceof PutError || isPassing(error);
    return { tries: 4, again, wait: backoff, sleep, signal };
  }

  private async turn(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((go) => this.queue.push(go));
  }

  private done(): void {
    const next = this.queue.shift();
    if (next === undefined) this.free++;
    else next();
  }
}
