package io.github.idols.core.track;

import io.github.idols.core.face.Embedding;

/**
 * One look at a track's face.
 *
 * @param frame number of the frame that it was taken from
 * @param embedding the face
 * @param detail how much of the face's light and shade is finer than two pixels ({@link
 *     io.github.idols.core.face.Detail#measure})
 * @param weight how much the look counts, above 0: large, sharp, frontal faces count more
 */
public record Evidence(long frame, Embedding embedding, double detail, double weight) {}
