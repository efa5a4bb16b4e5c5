// Goes into a page when the popup is opened there; once, however often it is.
import type { Ask, Seen } from "../messages";
import { largestVideo } from "./find";
import { Layer } from "./layer";

declare global {
  var idolsOverlay: true | undefined;
}

if (globalThis.idolsOverlay === undefined) {
  globalThis.idolsOverlay = true;
  let layer: Layer | undefined;

  const seen = (): Seen => {
    const video = largestVideo(document);
    if (video === undefined) return { kind: "nothing" };
    return {
      kind: "video",
      live: video.duration === Number.POSITIVE_INFINITY,
      ...(Number.isFinite(video.duration) ? { duration: video.duration } : {}),
      ...(layer === undefined || layer.ended
        ? {}
        : { shown: { link: layer.link, visible: layer.visible, offset: layer.offset } }),
    };
  };

  chrome.runtime.onMessage.addListener((ask: Ask, _sender, answer: (seen: Seen) => void) => {
    if (ask.kind === "show") {
      layer?.end();
      const video = largestVideo(document);
      layer = video && new Layer(video, ask.link, ask.labels, ask.offset, ask.look, ask.language);
    } else if (ask.kind === "offset" && layer !== undefined) layer.offset = ask.seconds;
    else if (ask.kind === "visible" && layer !== undefined) layer.visible = ask.yes;
    answer(seen());
  });
}
