package io.github.idols.local;

import io.github.idols.core.gallery.MatcherKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be labelled, and how.
 *
 * @param video the file
 * @param gallery a folder with a folder for each person; not needed where there is a model
 * @param model a trained model that names faces in the rule's place
 * @param out the folder for the results; made where it is missing
 * @param matcher the rule that names faces
 * @param tolerance largest distance that gives a name, 0 to 2; the rule's or model's own where it
 *     is not given
 * @param labelsOnly whether nothing is drawn
 * @param workers how many chunks are worked on at a time, at least 1
 * @param chunkSeconds length of a chunk, roughly
 * @param known where what the gallery's pictures gave is kept; nothing where it is not
 */
record LabelRequest(
    Path video,
    Optional<Path> gallery,
    Optional<Path> model,
    Path out,
    MatcherKind matcher,
    Optional<Double> tolerance,
    boolean labelsOnly,
    int workers,
    double chunkSeconds,
    Optional<KnownGalleries> known) {
  /** Length of a chunk where nobody asks for another. */
  static final int CHUNK_SECONDS = 10;
}
