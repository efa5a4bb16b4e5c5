import type { Video } from "../api/types";
import { edlOf } from "../exports/edl";
import { srtOf } from "../exports/srt";
import { vttWith } from "../exports/vtt";
import { EmbedCard } from "../embed/card";
import { snippetOf } from "../embed/snippet";
import type { Labels } from "../player/labels";
import { copied } from "../ui/copy";
import { fill, h, setText } from "../ui/dom";
import { cents, titleOf } from "../ui/format";
import { icon } from "../ui/icons";
import { Problem, button, fileLink } from "../ui/parts";
import { strings } from "../ui/strings";
import { offer } from "../ui/offer";

const words = strings.result;
const FILES = [
  ["csv", "csv", words.csv],
  ["labels", "json", words.json],
  ["vtt", "vtt", words.vtt],
] as const;

/** What can be taken along: the link, the MP4, the labels. And deleting it all, for whoever made it. */
export class Results {
  private readonly copied = h("span", {}, words.copy);
  private readonly mp4 = h("div", { class: "mp4" });
  private readonly files = h("div", { class: "files", role: "group", "aria-label": words.files });
  private readonly truth = h("div", { class: "truth-link" });
  private readonly cost = h("p", { class: "hint", hidden: true });
  /** Whoever made the video is told where it can be drawn again. */
  private readonly older = h("p", { class: "hint", hidden: true }, strings.correct.older);
  private readonly problem = new Problem();
  private readonly whose = h("select", { "aria-label": words.edlWhose });
  private readonly scenes = h(
    "div",
    { class: "scenes", role: "group", "aria-label": words.edlOf, hidden: true },
    h("span", { class: "hint", "aria-hidden": "true" }, words.edlWhose),
    this.whose,
    this.fileButton(words.edl, async () => this.saveScenes()),
  );
  private readonly embed = new EmbedCard();
  private labels: Labels | undefined;
  private names: ReadonlyMap<string, string> = new Map();
  private file = "";
  private links: Video["links"];
  private shown = "";
  readonly element: HTMLElement;

  /** @param maker what only whoever made the video can do */
  constructor(private readonly maker: { remove: () => void; renew: () => void } | undefined) {
    this.element = h(
      "section",
      { class: "card results", "aria-label": words.title },
      h("h2", {}, words.title),
      h(
        "div",
        { class: "result-buttons" },
        h(
          "button",
          { type: "button", class: "button primary", on: { click: () => void this.copy() } },
          icon("link"),
          this.copied,
        ),
        this.embed.button,
        this.mp4,
        this.files,
        this.scenes,
        this.truth,
        maker && button(words.renew, "quiet", maker.renew, "again"),
        maker && button(words.remove, "quiet", maker.remove, "bin"),
      ),
      this.embed.element,
      this.older,
      this.cost,
      this.problem.element,
    );
  }

  show(video: Video): void {
    this.links = video.links;
    this.file = video.title;
    this.showCost(video);
    this.embed.show(snippetOf(location.origin, video.share, strings.embed.frame(titleOf(video.title))));
    const { corrections } = video;
    this.older.hidden =
      this.maker !== undefined || corrections === undefined || corrections.drawn === corrections.named;
    const kinds = Object.keys(video.links ?? {})
      .sort()
      .join();
    if (kinds === this.shown) return;
    this.shown = kinds;
    const name = titleOf(video.title);
    const { annotated } = video.links ?? {};
    fill(
      this.mp4,
      annotated === undefined
        ? h(
            "span",
            { class: "button plain waiting" },
            h("span", { class: "spinner" }),
            h("span", {}, words.annotatedSoon),
          )
        : fileLink(
            words.annotated,
            words.download(words.annotated),
            () => this.links?.annotated,
            `${name} (names).mp4`,
          ),
    );
    const files = this.buttonsOf(video, name);
    fill(this.files, ...files);
    fill(
      this.truth,
      video.links?.labels !== undefined &&
        h(
          "a",
          { class: "button plain small", href: `/v/${video.share}/truth` },
          icon("pen"),
          h("span", {}, words.truth),
        ),
    );
  }

  private buttonsOf(video: Video, name: string): HTMLElement[] {
    // What is read by people has the names that they see; what is read by programs those of the labels.
    const shown = (vtt: string) => vttWith(vtt, this.names);
    const files = FILES.filter(([link]) => video.links?.[link] !== undefined).map(([link, ending, kind]) =>
      this.fileButton(kind, () =>
        link === "vtt"
          ? this.save(link, `${name}.${ending}`, "text/vtt", shown)
          : this.save(link, `${name}.${ending}`),
      ),
    );
    if (video.links?.vtt !== undefined) {
      files.push(
        this.fileButton(words.srt, () =>
          this.save("vtt", `${name}.srt`, "application/x-subrip", (vtt) => srtOf(shown(vtt))),
        ),
      );
    }
    return files;
  }

  private fileButton(kind: string, save: () => Promise<void>): HTMLElement {
    return h(
      "button",
      {
        type: "button",
        class: "button plain small",
        "aria-label": words.download(kind),
        on: { click: () => void save() },
      },
      icon("down"),
      h("span", {}, kind),
    );
  }

  /**
   * The labels, out of which scenes can be cut.
   * @param names what is shown, by the names of the files
   */
  take(labels: Labels, names: ReadonlyMap<string, string>): void {
    this.names = names;
    const seen = labels.people.filter((name) =>
      labels.tracks.some((track) => track.known && track.name === name),
    );
    const before = this.whose.value;
    this.labels = labels;
    fill(this.whose, ...seen.map((name) => h("option", { value: name }, name)));
    if (seen.includes(before)) this.whose.value = before;
    this.scenes.hidden = seen.length === 0;
  }

  private saveScenes(): void {
    if (this.labels === undefined) return;
    const text = edlOf(this.labels, this.whose.value, this.file);
    offer(new Blob([text], { type: "text/plain" }), `${titleOf(this.file)} - ${this.whose.value}.edl`);
  }

  /** Once it is done: before, it would be a part only. */
  private showCost({ cost, state }: Video): void {
    this.cost.hidden = cost === undefined || state !== "done";
    setText(this.cost, cost === undefined ? "" : words.cost(cents(cost.total), cost.prices));
  }

  /** Fetched and saved under the video's name: a link to another origin would open it, under a name nobody knows. */
  private async save(
    link: "csv" | "labels" | "vtt",
    name: string,
    type?: string,
    made: (text: string) => string = (text) => text,
  ): Promise<void> {
    this.problem.show(undefined);
    try {
      const response = await fetch(this.links?.[link] ?? "");
      if (!response.ok) throw new Error(String(response.status));
      const blob = await response.blob();
      offer(type === undefined ? blob : new Blob([made(await blob.text())], { type }), name);
    } catch {
      this.problem.show(words.downloadFailed);
    }
  }

  private async copy(): Promise<void> {
    const address = location.origin + location.pathname;
    if (!(await copied(address, this.copied, words))) this.problem.show(words.copyFailed);
  }
}
