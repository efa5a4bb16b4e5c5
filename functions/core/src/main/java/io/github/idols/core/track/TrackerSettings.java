package io.github.idols.core.track;

/**
 * How often faces are looked for. Settings differ in cost and in what they miss; the shipped ones
 * were measured by {@code benchmarks/}.
 *
 * @param secondScan frames from the search of a shot's first frame to the next search, which finds
 *     what a blurred or half faded first frame hid
 * @param scanEvery frames between two searches of the whole frame from then on
 * @param followEvery frames between two looks at a face that is followed
 * @param followSteadyEvery the same for a face that was found where it was expected: a multiple of
 *     {@code followEvery}
 * @param looks most looks at one track's face that are embedded
 * @param looksApart frames at least between two of them
 */
public record TrackerSettings(
    int secondScan,
    int scanEvery,
    int followEvery,
    int followSteadyEvery,
    int looks,
    int looksApart) {
  public static final TrackerSettings DEFAULT = new TrackerSettings(12, 36, 3, 6, 4, 6);
}
