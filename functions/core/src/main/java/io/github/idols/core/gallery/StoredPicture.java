package io.github.idols.core.gallery;

/**
 * A picture as a gallery keeps it.
 *
 * @param file name of the file that it came from
 */
public record StoredPicture(PictureId id, String file, PictureState state) {}
