/** How far lengths of one video may be apart: encoders and intros of some seconds. */
const SLACK_SECONDS = 5;
const SLACK_SHARE = 0.03;

/** Whether a page's video is too long or too short to be the labelled one; in seconds. */
export function isAnother(onPage: number, labelled: number): boolean {
  return !(Math.abs(onPage - labelled) <= Math.max(SLACK_SECONDS, labelled * SLACK_SHARE));
}

/** Where the labelled video is when the page's is at a time; `offset` is how much later the page's one starts. */
export function labelledTime(onPage: number, offset: number): number {
  return onPage - offset;
}

/** Seconds by which a player may correct the length of what it plays. */
const CORRECTION = 1;

/** Whether a player still has the video of before; with another length it shows something else meanwhile, an advertisement. */
export function isStill(before: number, now: number): boolean {
  return before === now || Math.abs(before - now) <= CORRECTION;
}
