package io.github.idols.core.job;

import io.github.idols.core.access.SecretHash;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import java.time.Instant;

/** A job at its beginning; the parameters are those of {@link Job}. */
public record NewJob(
    JobId id,
    ShareId share,
    SecretHash secret,
    VideoFile file,
    String upload,
    GalleryId gallery,
    String galleryName,
    MatcherKind matcher,
    Instant created) {}
