import type { Api } from "../api/client";
import { sentence } from "../api/errors";
import type { Video } from "../api/types";
import { LabelSource } from "../job/label-source";
import { poll } from "../job/poll";
import { hasLabels, isWorking } from "../job/progress";
import { playerWithLanes } from "../job/stage";
import { buildLanes } from "../lanes/build";
import { FaceSource, faceOf } from "../lanes/faces";
import type { LaneView } from "../lanes/view";
import type { Player } from "../player/player";
import { ScriptChoice } from "../player/script-choice";
import { liveRegion } from "../ui/announce";
import { h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { language } from "../ui/language";
import { strings } from "../ui/strings";

const words = strings.embed;

/**
 * Player and lanes alone, for a frame on another site. Any site may frame it, so there is nothing here that changes
 * anything, and no way to a page of this site but by a new window.
 */
export function embedPage(api: Api, share: string): HTMLElement {
  const { signal } = new AbortController();
  const heading = h("h1", {}, strings.product);
  const message = h("p", { class: "hint", role: "status", hidden: true });
  const stage = h("section", { class: "stage", "aria-label": strings.player.label });
  let player: Player | undefined;
  let lanes: LaneView | undefined;

  const labels = new LabelSource(signal, () => showNames());
  const faces = new FaceSource(signal, () => showNames());
  const script = new ScriptChoice((chosen) => labels.show(chosen));
  labels.show(script.chosen);

  function showNames(): void {
    script.offer(labels.scripts);
    const tracks = labels.sheets.flatMap((sheet) => sheet.labels.tracks);
    player?.refresh();
    lanes?.show(buildLanes(labels.people, tracks), labels.people, labels.isFinal, (lane) =>
      labels.isFinal ? faceOf(lane, faces.shown, tracks) : undefined,
    );
  }

  function say(text: string | undefined): void {
    message.hidden = text === undefined;
    setText(message, text ?? "");
  }

  function show(video: Video): void {
    const title = titleOf(video.title);
    setText(heading, title);
    document.title = title + strings.titleSuffix;
    if (video.state === "refused" || video.state === "failed") {
      if (!hasLabels(video)) return say(video.reason ?? words.nothing);
    } else say(hasLabels(video) ? undefined : words.working);
    const source = video.links?.source ?? video.links?.annotated;
    if (source === undefined || video.video === undefined) return;
    if (player === undefined) {
      [player, lanes] = playerWithLanes({
        title,
        facts: video.video,
        labels,
        choice: script.element,
        signal,
        fresh: async () => (await api.share(share, signal)).links,
      });
      stage.replaceChildren(player.element, lanes.element);
      showNames();
    }
    player.offer(video.links ?? {});
    labels.take(video);
    faces.take(video);
  }

  void poll({
    look: (stop) => api.share(share, stop),
    goesOn: (video) => isWorking(video) || (hasLabels(video) && !labels.isFinal),
    seen: show,
    trouble: (error) => {
      // The next answer says something else.
      if (error !== undefined) say(strings.job.offline);
    },
    refused: (error) => say(error.isNotFound ? words.nothing : sentence(error)),
    signal,
  });

  document.documentElement.lang = language;
  return h(
    "div",
    { class: "embed" },
    h(
      "header",
      { class: "embed-head" },
      heading,
      h("a", { href: `/v/${share}`, target: "_blank", rel: "noopener" }, words.whole),
    ),
    h("main", {}, message, stage),
    liveRegion(),
  );
}
