/** Calls back with the media time of each frame as a browser shows it, in seconds; exact where it can tell, else as near as can be. */
export function watchFrames(
  video: HTMLVideoElement,
  shown: (seconds: number) => void,
  signal: AbortSignal,
): void {
  if ("requestVideoFrameCallback" in video) {
    const next = () =>
      video.requestVideoFrameCallback((_, { mediaTime }) => {
        if (signal.aborted) return;
        shown(mediaTime);
        next();
      });
    next();
    return;
  }
  const element: HTMLVideoElement = video;
  let running = false;
  const loop = () => {
    if (signal.aborted || element.paused) {
      running = false;
      return;
    }
    shown(element.currentTime);
    requestAnimationFrame(loop);
  };
  const run = () => {
    if (running) return;
    running = true;
    requestAnimationFrame(loop);
  };
  element.addEventListener("play", run, { signal });
  for (const event of ["seeked", "timeupdate", "loadeddata"]) {
    element.addEventListener(event, () => shown(element.currentTime), { signal });
  }
}
