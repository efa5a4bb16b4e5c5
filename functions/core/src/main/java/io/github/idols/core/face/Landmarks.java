package io.github.idols.core.face;

/** Five points of a face, in pixels; left and right as they lie in the picture. */
public record Landmarks(
    Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {}
