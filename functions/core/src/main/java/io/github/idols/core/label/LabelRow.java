package io.github.idols.core.label;

import io.github.idols.core.face.Box;

/**
 * One row of a labels file: a face on a frame.
 *
 * @param frame number of the frame, from 0
 * @param box in source pixels
 * @param name a person, or {@link Label#UNKNOWN}
 */
public record LabelRow(long frame, Box box, String name) {}
