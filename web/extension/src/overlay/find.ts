/** The largest video that is seen on a page, in open shadow roots too: players hide small ones for previews. */
export function largestVideo(root: Document | ShadowRoot): HTMLVideoElement | undefined {
  let best: HTMLVideoElement | undefined;
  let most = 0;
  for (const video of videosIn(root)) {
    const { width, height } = video.getBoundingClientRect();
    if (width * height > most) {
      most = width * height;
      best = video;
    }
  }
  return best;
}

function* videosIn(root: Document | ShadowRoot): Generator<HTMLVideoElement> {
  for (const element of root.querySelectorAll("*")) {
    if (element instanceof HTMLVideoElement) yield element;
    else if (element.shadowRoot !== null) yield* videosIn(element.shadowRoot);
  }
}
