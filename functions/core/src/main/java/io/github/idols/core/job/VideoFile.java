package io.github.idols.core.job;

/**
 * A video as its owner announced it.
 *
 * @param name of the file
 * @param type media type, as the browser told it; empty where it did not know
 * @param size bytes
 */
public record VideoFile(String name, String type, long size) {}
