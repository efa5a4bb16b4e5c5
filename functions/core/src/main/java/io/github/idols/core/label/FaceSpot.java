package io.github.idols.core.label;

import io.github.idols.core.face.Box;

/**
 * Where a picture of a track's face is to be taken.
 *
 * @param track its place among the labels
 * @param frame number of the frame in the whole video, from 0
 * @param box of the face, in pixels of the upright picture
 * @param weight how good a look it is, above 0: large, sharp, frontal faces are better
 */
public record FaceSpot(int track, long frame, Box box, double weight) {}
