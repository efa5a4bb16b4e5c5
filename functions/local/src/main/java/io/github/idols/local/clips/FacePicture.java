package io.github.idols.local.clips;

import io.github.idols.core.face.Box;
import java.nio.file.Path;

/**
 * A picture of one person.
 *
 * @param face where the person's face is, in pixels of the picture as it is read
 */
public record FacePicture(Path file, Box face) {}
