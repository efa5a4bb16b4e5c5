// Goes into a page when the popup is opened there; once, however often it is.
import { Watcher } from "../live/watcher";
import type { Ask, Seen } from "../messages";
import { largestVideo } from "./find";
import { Labelled } from "./labelled";
import { type Drawn, Layer } from "./layer";

declare global {
  // Of this script's world: the page sees nothing of it. Tests do.
  var idolsOverlay: (() => Drawn | undefined) | undefined;
}

if (globalThis.idolsOverlay === undefined) {
  let layer: Layer | undefined;
  let source: Labelled | Watcher | undefined;
  globalThis.idolsOverlay = () => (layer?.ended === false ? layer.drawn : undefined);

  const seen = (): Seen => {
    const video = largestVideo(document);
    if (video === undefined) return { kind: "nothing" };
    const shows = layer !== undefined && !layer.ended;
    return {
      kind: "video",
      live: video.duration === Number.POSITIVE_INFINITY,
      ...(Number.isFinite(video.duration) ? { duration: video.duration } : {}),
      ...(shows && source instanceof Labelled
        ? { shown: { link: source.link, visible: layer!.visible, offset: source.offset } }
        : {}),
      ...(shows && source instanceof Watcher ? { watched: source.watched } : {}),
    };
  };

  chrome.runtime.onMessage.addListener((ask: Ask, _sender, answer: (seen: Seen) => void) => {
    const video = largestVideo(document);
    if (ask.kind === "show" || ask.kind === "watch" || ask.kind === "end") layer?.end();
    if (ask.kind === "show" && video !== undefined) {
      const labelled = new Labelled(video, ask.link, ask.labels, ask.offset);
      source = labelled;
      layer = new Layer(video, () => labelled, ask.look, ask.language);
    } else if (ask.kind === "watch" && video !== undefined) {
      layer = new Layer(
        video,
        (changed, signal) => (source = new Watcher(video, ask.people, changed, signal)),
        ask.look,
        ask.language,
      );
    } else if (ask.kind === "offset" && source instanceof Labelled) {
      source.offset = ask.seconds;
      layer?.draw();
    } else if (ask.kind === "visible" && layer !== undefined) layer.visible = ask.yes;
    answer(seen());
  });
}
