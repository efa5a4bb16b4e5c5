package io.github.idols.core.label;

import io.github.idols.core.face.Box;

/**
 * One label on one frame.
 *
 * @param track position of the label in {@link Labels#labels}
 * @param label the label
 * @param box where its face is, in source pixels
 */
record FaceOnFrame(int track, Label label, Box box) {}
