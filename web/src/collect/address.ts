const TRIES = 4;
/** Addresses are signed to the second. */
const SECOND = 1_000;

/**
 * An address of the video that nothing was loaded from yet. What a player loaded without asking for CORS lies in the
 * browser's cache under its address, and is then refused to whoever asks for CORS: a canvas needs that.
 *
 * @param ask gets an address that is signed now
 * @param used the player's
 */
export async function unusedAddress(
  ask: () => Promise<string | undefined>,
  used: () => string | undefined,
  sleep: (ms: number) => Promise<void>,
): Promise<string | undefined> {
  for (let left = TRIES; ; left--) {
    const url = await ask();
    if (url === undefined || url !== used() || left === 0) return url;
    await sleep(SECOND);
  }
}
