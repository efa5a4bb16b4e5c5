import { ApiError, sentence } from "../api/errors";
import type { Video } from "../api/types";
import type { App, Page } from "../app";
import { hasLabels } from "../job/progress";
import { otherLabels } from "../beside/other-labels";
import type { Labels } from "../player/labels";
import { fill, h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { icon } from "../ui/icons";
import { nowhereCard } from "../ui/nowhere";
import { Problem, button } from "../ui/parts";
import { strings } from "../ui/strings";
import type { Bench } from "./bench";

const words = strings.truth;

/** Where a fan corrects the labels of a video into its truth. Nothing leaves the browser. */
export function truthPage(app: App, share: string): Page {
  const closing = new AbortController();
  const { signal } = closing;
  const heading = h("h1", { tabindex: -1 }, strings.job.loading);
  const problem = new Problem();
  const body = h("div", { class: "video-body" });
  const element = h(
    "div",
    { class: "video-page truth-page" },
    h(
      "header",
      { class: "truth-head" },
      h("a", { class: "button quiet", href: `/v/${share}` }, icon("back"), h("span", {}, words.back)),
      heading,
      h("p", { class: "lead" }, words.lead),
    ),
    problem.element,
    body,
  );
  let bench: Bench | undefined;

  async function open(): Promise<void> {
    problem.show(undefined);
    fill(body);
    try {
      const video = await app.api.share(share, signal);
      const title = words.title(titleOf(video.title));
      setText(heading, title);
      document.title = title + strings.titleSuffix;
      if (!hasLabels(video) || video.video === undefined) return problem.show(words.notYet);
      const labels = await labelsOf(video, signal);
      // A script of its own: who only watches need not fetch it.
      const { openBench } = await import("./bench");
      bench = await openBench({
        // What its maker did stays when the video gets another link.
        kept: app.memory.video(share)?.job ?? share,
        video,
        facts: video.video,
        labels,
        // For the score only, which does without.
        other: await otherLabels(video, signal).catch(() => undefined),
        signal,
        fresh: async () => (await app.api.share(share, signal)).links,
      });
      if (signal.aborted) return bench.close();
      fill(body, bench.element);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiError && error.isNotFound) {
        setText(heading, strings.job.unknownTitle);
        return element.replaceChildren(nowhereCard(heading, strings.job.unknownText));
      }
      problem.show(error instanceof ApiError ? sentence(error) : strings.result.downloadFailed);
      fill(
        body,
        button(words.tryAgain, "primary", () => void open(), "again"),
      );
    }
  }

  void open();
  return {
    title: words.title(app.memory.video(share)?.title ?? strings.product),
    heading,
    element,
    close: () => {
      closing.abort();
      bench?.close();
    },
  };
}

async function labelsOf(video: Video, signal: AbortSignal): Promise<Labels> {
  const response = await fetch(video.links?.labels ?? "", { signal });
  if (!response.ok) throw new Error(`labels: ${response.status}`);
  return (await response.json()) as Labels;
}
