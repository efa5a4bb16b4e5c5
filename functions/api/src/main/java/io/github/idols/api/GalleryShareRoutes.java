package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.ShareGallery;
import java.util.List;

/**
 * The routes of galleries' share links: whoever has one may look, and nothing more; whoever made
 * the gallery gives it, renews it and takes it back.
 */
final class GalleryShareRoutes {
  private static final String OWNED = "/galleries/{gallery}/share";

  private final ShareGallery sharing;
  private final PictureFiles files;

  GalleryShareRoutes(ShareGallery sharing, PictureFiles files) {
    this.sharing = sharing;
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", OWNED, this::share),
        new Route("DELETE", OWNED, this::unshare),
        new Route("GET", "/gallery-shares/{share}", this::show));
  }

  private Reply share(Request request) throws DeclinedException {
    return Reply.ok(GalleryAnswer.Link.of(sharing.share(request.gallery(), request.secret())));
  }

  private Reply unshare(Request request) throws DeclinedException {
    sharing.unshare(request.gallery(), request.secret());
    return Reply.done();
  }

  private Reply show(Request request) throws DeclinedException {
    return Reply.ok(SharedGalleryAnswer.of(sharing.find(request.galleryShare()), files));
  }
}
