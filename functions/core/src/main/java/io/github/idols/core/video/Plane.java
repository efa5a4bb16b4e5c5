package io.github.idols.core.video;

import java.nio.ByteBuffer;

/**
 * One plane of a frame: rows of 8-bit samples.
 *
 * @param bytes direct memory that belongs to the frame's reader; row {@code r} begins at {@code r *
 *     stride}
 * @param stride bytes from one row to the next, at least {@code width}
 * @param width samples in a row
 * @param height rows
 */
public record Plane(ByteBuffer bytes, int stride, int width, int height) {}
