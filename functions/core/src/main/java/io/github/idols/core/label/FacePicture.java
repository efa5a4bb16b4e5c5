package io.github.idols.core.label;

/**
 * A small picture of a track's face.
 *
 * @param track its place among the labels
 * @param weight how good a look it is, above 0: large, sharp, frontal faces are better
 * @param jpeg a JPEG file in Base64, as pages and JSON want it
 */
public record FacePicture(int track, double weight, String jpeg) {}
