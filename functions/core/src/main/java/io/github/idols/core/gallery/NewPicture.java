package io.github.idols.core.gallery;

/**
 * A picture as it is announced.
 *
 * @param file name of the file
 * @param type media type
 * @param size bytes
 */
public record NewPicture(String file, String type, long size) {}
