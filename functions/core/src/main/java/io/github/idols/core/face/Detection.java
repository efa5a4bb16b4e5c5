package io.github.idols.core.face;

/**
 * A face that a detector found in one picture.
 *
 * @param box where, in pixels of the picture
 * @param landmarks eyes, nose and corners of the mouth, in pixels of the picture
 * @param score how sure the detector is, 0 to 1
 */
public record Detection(Box box, Landmarks landmarks, double score) {}
