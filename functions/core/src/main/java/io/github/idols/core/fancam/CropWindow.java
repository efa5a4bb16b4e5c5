package io.github.idols.core.fancam;

/**
 * The part of a frame that a fancam shows, in source pixels; it lies inside the frame.
 *
 * @param x left edge; between two pixels as a rule, or a slow pan would go in steps
 * @param y upper edge; likewise
 * @param width from left to right, even
 * @param height from top to bottom, even
 */
public record CropWindow(double x, double y, int width, int height) {}
