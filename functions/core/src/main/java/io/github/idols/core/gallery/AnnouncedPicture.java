package io.github.idols.core.gallery;

/** A picture that a gallery waits for, and where to put it. */
public record AnnouncedPicture(PictureId id, PictureFiles.Target target) {}
