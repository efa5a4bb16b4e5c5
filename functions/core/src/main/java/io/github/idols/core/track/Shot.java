package io.github.idols.core.track;

/**
 * A run of frames without a cut.
 *
 * @param firstFrame number of its first frame
 * @param lastFrame number of its last frame
 */
public record Shot(long firstFrame, long lastFrame) {}
