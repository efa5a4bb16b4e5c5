package io.github.idols.core.gallery;

import io.github.idols.core.face.Embedding;

/** A rule that names a face by a gallery. Immutable and safe for use by several threads. */
public interface Matcher {
  /** The person who is most like the face, and whether the rule takes it to be theirs. */
  Match match(Embedding face);
}
