package io.github.idols.core.gallery;

import java.time.Instant;

/**
 * A gallery's share link.
 *
 * @param ends when it leads nowhere any more, in whole seconds
 */
public record GalleryShare(GalleryShareId id, Instant ends) {}
