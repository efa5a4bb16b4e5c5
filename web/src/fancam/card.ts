import { sentence } from "../api/errors";
import type { Fancam, Video } from "../api/types";
import type { Lane } from "../lanes/build";
import { announce } from "../ui/announce";
import { confirmDelete } from "../ui/dialog";
import { arrange, h, setText } from "../ui/dom";
import { dotOf } from "../ui/dot";
import { Problem } from "../ui/parts";
import { strings } from "../ui/strings";
import { Row } from "./row";
import { type FancamRow, fancamRows } from "./rows";

const words = strings.fancam;

/** What whoever made the video can have done. */
export interface FancamMaker {
  ask(person: string): Promise<void>;
  remove(fancam: string): Promise<void>;
}

/** The fancams of a video: made, in the making, and those that could be. */
export class FancamCard {
  private readonly problem = new Problem();
  private readonly lead = h("p", { class: "hint" });
  private readonly list = h("ul", { class: "fancams-list" });
  private readonly rows = new Map<string, Row>();
  private latest: readonly FancamRow[] = [];
  readonly element = h(
    "section",
    { class: "card fancams", "aria-label": words.title },
    h("h2", {}, words.title),
    this.lead,
    this.list,
    this.problem.element,
  );

  /**
   * @param maker nothing for those who may only look
   * @param changed hears that the video has another state, so that somebody looks
   * @param fresh the video as it is now
   */
  constructor(
    private readonly maker: FancamMaker | undefined,
    private readonly changed: () => void,
    private readonly fresh: () => Promise<Video>,
  ) {}

  /** Whether there is more to come. */
  static isWorking(video: Video): boolean {
    return (video.fancams ?? []).some(({ state }) => state === "working");
  }

  /** Whether there is anything to see. */
  show(video: Video, lanes: readonly Lane[], people: readonly string[]): boolean {
    const rows = fancamRows(lanes, video.fancams ?? [], this.maker !== undefined && video.state === "done");
    for (const { person, fancam } of rows) {
      const was = this.latest.find((each) => each.person === person)?.fancam;
      if (was?.state === "working" && fancam?.state === "done") announce(words.made(person));
    }
    this.latest = rows;
    setText(this.lead, this.maker === undefined ? words.shared : words.lead);
    arrange(
      this.list,
      rows.map((row) => this.row(row, people).element),
    );
    return rows.length > 0;
  }

  private row(shown: FancamRow, people: readonly string[]): Row {
    const { person } = shown;
    let row = this.rows.get(person);
    if (row === undefined) {
      row = new Row(person, dotOf(people, person, true), {
        ...(this.maker && {
          make: () => void this.make(person),
          remove: (fancam: Fancam) => void this.remove(fancam),
        }),
        fresh: async ({ id }) => (await this.fresh()).fancams?.find((each) => each.id === id)?.video,
      });
      this.rows.set(person, row);
    }
    row.show(shown);
    return row;
  }

  private async make(person: string): Promise<void> {
    this.problem.show(undefined);
    const row = this.rows.get(person);
    row?.asked();
    try {
      await this.maker?.ask(person);
      this.changed();
    } catch (error) {
      this.problem.show(sentence(error));
      row?.refused(this.latest.find((each) => each.person === person) ?? { person });
    }
  }

  private async remove({ id, person, state }: Fancam): Promise<void> {
    const isMade = state === "done";
    if (isMade && !(await confirmDelete(words.removeTitle(person), words.removeText))) return;
    this.problem.show(undefined);
    try {
      await this.maker?.remove(id);
      announce(isMade ? words.removed : words.stopped);
    } catch (error) {
      this.problem.show(sentence(error));
    }
    this.changed();
  }
}
