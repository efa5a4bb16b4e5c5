package io.github.idols.core.gallery;

/** Which picture of which person of which gallery. */
public record PictureKey(GalleryId gallery, PersonId person, PictureId picture) {}
