package io.github.idols.local;

import io.github.idols.local.clips.Casting;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command {@code clips} is asked for.
 *
 * @param pictures a folder with a folder of pictures for each person
 * @param out where the clips' folders go
 * @param gallery the pictures that are known, or nothing where some of {@code pictures} are
 * @param strangers a folder like {@code pictures} of people whom no gallery has
 * @param boxes where the faces are, or nothing where they have to be found
 */
record ClipRequest(
    Path pictures,
    Path out,
    Optional<Path> gallery,
    Optional<Path> strangers,
    Optional<Path> boxes,
    int clips,
    int workers,
    Casting.Settings settings) {}
