package io.github.idols.local.demo;

import java.nio.file.Path;

/**
 * The files of the demo.
 *
 * @param gallery a folder with a folder of pictures for each person
 * @param video the film
 * @param truth who is on which frame, as CSV
 */
public record DemoMedia(Path gallery, Path video, Path truth) {}
