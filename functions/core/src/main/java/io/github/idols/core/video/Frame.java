package io.github.idols.core.video;

/**
 * One picture of a video, upright, as planar YUV 4:2:0 with 8 bits a sample.
 *
 * <p>It is a view of memory that its reader owns: valid until the reader is asked for the next
 * frame, and then no longer. Not safe for use by several threads.
 *
 * @param index position in its chunk in presentation order, from 0
 * @param pts presentation timestamp in ticks of the video's time base
 * @param width pixels from left to right; an odd width has {@code (width + 1) / 2} chroma samples
 * @param height pixels from top to bottom; the same holds
 * @param y luma
 * @param u blue difference, at half the size in both directions
 * @param v red difference, at half the size in both directions
 * @param color how to turn it into RGB
 */
public record Frame(
    long index, long pts, int width, int height, Plane y, Plane u, Plane v, ColorSpace color) {}
