package io.github.idols.core.gallery;

import io.github.idols.core.face.Embedding;

/**
 * A picture of a person that passed the check.
 *
 * @param file name of the file that it came from
 * @param embedding its face
 */
public record Picture(String file, Embedding embedding) {}
