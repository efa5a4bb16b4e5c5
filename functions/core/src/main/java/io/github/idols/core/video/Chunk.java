package io.github.idols.core.video;

/**
 * A run of frames between keyframes: one worker's share of a video.
 *
 * @param number position in the plan, from 0
 * @param startDts decode timestamp of the keyframe that it starts with, in ticks of the time base
 * @param endDts decode timestamp of the keyframe that the next chunk starts with, or {@link
 *     #TO_THE_END}
 * @param frames frames that the index promises for this chunk; an estimate, for progress bars
 */
public record Chunk(int number, long startDts, long endDts, long frames) {
  /** The {@code endDts} of the last chunk. */
  public static final long TO_THE_END = Long.MAX_VALUE;

  public boolean isLast() {
    return endDts == TO_THE_END;
  }
}
