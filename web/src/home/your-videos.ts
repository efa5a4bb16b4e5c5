import type { Api } from "../api/client";
import { ApiError, sentence } from "../api/errors";
import { confirmDelete } from "../ui/dialog";
import { fill, h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { icon } from "../ui/icons";
import type { Memory, OwnVideo } from "../ui/memory";
import { Problem, iconButton, nameButton } from "../ui/parts";
import { language } from "../ui/language";
import { strings } from "../ui/strings";

const words = strings.videos;

/** The videos that this browser uploaded, with what became of them. */
export class YourVideos {
  private readonly list = h("ul", { class: "video-list" });
  private readonly problem = new Problem();
  readonly element: HTMLElement;

  constructor(
    private readonly api: Api,
    private readonly memory: Memory,
    private readonly signal: AbortSignal,
  ) {
    this.element = h(
      "section",
      { class: "your-videos", id: "videos", "aria-labelledby": "videos-title" },
      h("h2", { id: "videos-title" }, words.title),
      h("p", { class: "hint" }, words.hint),
      this.problem.element,
      this.list,
    );
    this.refresh();
  }

  private refresh(): void {
    const videos = this.memory.videos;
    this.element.hidden = videos.length === 0;
    fill(this.list, ...videos.map((video) => this.item(video)));
  }

  private item(video: OwnVideo): HTMLElement {
    const title = titleOf(video.title);
    const state = h("span", { class: "chip" });
    const made = new Date(video.created).toLocaleDateString(language, {
      day: "numeric",
      month: "short",
      year: "numeric",
    });
    const remove = iconButton(words.remove(title), "bin", () => void this.remove(video, title));
    void this.look(video, state, remove, title);
    return h(
      "li",
      { class: "video-item" },
      h(
        "a",
        { href: `/v/${video.share}`, class: "video-link" },
        icon("film"),
        h(
          "span",
          { class: "video-words" },
          h("span", { class: "video-title" }, title),
          h("span", { class: "hint" }, made),
        ),
      ),
      state,
      remove,
    );
  }

  private async look(
    video: OwnVideo,
    state: HTMLElement,
    remove: HTMLButtonElement,
    title: string,
  ): Promise<void> {
    try {
      const found = await this.api.share(video.share, this.signal);
      setText(state, words.states[found.state]);
      state.dataset["state"] = found.state;
    } catch (error) {
      if (!(error instanceof ApiError && error.isNotFound)) return;
      setText(state, words.gone);
      state.dataset["state"] = "gone";
      nameButton(remove, words.forget(title));
    }
  }

  private async remove(video: OwnVideo, title: string): Promise<void> {
    const isGone = this.list
      .querySelector(`a[href="/v/${video.share}"]`)
      ?.nextElementSibling?.getAttribute("data-state");
    if (isGone !== "gone") {
      if (!(await confirmDelete(`${words.remove(title)}?`, strings.result.removeText))) return;
      try {
        await this.api.deleteJob(video.job, video.secret);
      } catch (error) {
        if (!(error instanceof ApiError && error.isNotFound)) return this.problem.show(sentence(error));
      }
    }
    this.problem.show(undefined);
    this.memory.forgetVideo(video.share);
    this.refresh();
  }
}
