package io.github.idols.core.track;

import io.github.idols.core.face.Box;

/**
 * Where a track's face is on one frame.
 *
 * @param frame number of the frame in presentation order, from 0
 * @param box in source pixels
 */
public record TrackBox(long frame, Box box) {}
