package io.github.idols.core.gallery;

class InMemoryGalleriesTest extends GalleriesContract {
  private final InMemoryGalleries galleries = new InMemoryGalleries();

  @Override
  protected Galleries galleries() {
    return galleries;
  }
}
