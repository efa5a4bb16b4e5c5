import { fill, h } from "../ui/dom";
import { titleOf } from "../ui/format";
import type { OwnVideo } from "../ui/memory";
import { strings } from "../ui/strings";

/** The latest are those that a fan thinks of. */
const MOST = 5;

/** Leads from a gallery to videos whose faces can be added to it. */
export class VideosOfGallery {
  readonly element = h("p", { class: "hint collect-videos", hidden: true });

  /** @param videos that were named by the gallery, the latest first */
  show(videos: readonly OwnVideo[]): void {
    this.element.hidden = videos.length === 0;
    const links = videos.slice(0, MOST).flatMap(({ share, title }) => [
      " ",
      // Beside the editor, where pictures may be on their way.
      h("a", { href: `/v/${share}`, target: "_blank", rel: "noopener" }, titleOf(title)),
    ]);
    fill(this.element, strings.collect.fromVideos, ...links);
  }
}
