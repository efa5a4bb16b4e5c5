package io.github.idols.core.gallery;

import java.util.Optional;

/**
 * Remembers what looking at pictures gave, so that the same picture is looked at once only. Safe
 * for use by several threads.
 *
 * <p>What it holds is biometric data: whoever implements it keeps it private and can forget it.
 */
public interface KnownPictures {
  /**
   * What an earlier look at a picture gave, the same to the last bit; nothing where none is known.
   */
  Optional<PictureCheck> recall(PictureContent picture);

  /** Remembers what a look gave. */
  void keep(PictureContent picture, PictureCheck check);
}
