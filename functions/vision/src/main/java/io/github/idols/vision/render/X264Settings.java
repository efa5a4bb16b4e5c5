package io.github.idols.vision.render;

/**
 * How hard x264 works. All chunks of a video need the same settings, or they cannot be joined.
 *
 * @param preset x264's name for a trade of speed for size
 * @param crf constant rate factor: lower is better and larger; 23 is x264's own default
 * @param params further settings, {@code name=value:name=value}; may be empty
 */
public record X264Settings(String preset, int crf, String params) {
  /** The settings of labelled videos; docs/architecture.md has the figures behind them. */
  public static final X264Settings STANDARD = new X264Settings("veryfast", 23, "");
}
