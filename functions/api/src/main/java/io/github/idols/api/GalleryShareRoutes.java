package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.gallery.CopyGallery;
import io.github.idols.core.gallery.GalleryShareId;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.ShareGallery;
import io.github.idols.core.gallery.StoredGallery;
import java.util.List;

/**
 * The routes of galleries' share links: whoever has one may look, and nothing more; whoever made
 * the gallery gives it, renews it and takes it back.
 */
final class GalleryShareRoutes {
  private static final String OWNED = "/galleries/{gallery}/share";

  private final ShareGallery sharing;
  private final CopyGallery copying;
  private final PictureFiles files;

  GalleryShareRoutes(ShareGallery sharing, CopyGallery copying, PictureFiles files) {
    this.sharing = sharing;
    this.copying = copying;
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", OWNED, this::share),
        new Route("DELETE", OWNED, this::unshare),
        new Route("GET", "/gallery-shares/{share}", this::show),
        new Route("POST", "/galleries/{gallery}/copy", this::copy));
  }

  private Reply share(Request request) throws DeclinedException {
    return Reply.ok(GalleryAnswer.Link.of(sharing.share(request.gallery(), request.secret())));
  }

  private Reply unshare(Request request) throws DeclinedException {
    sharing.unshare(request.gallery(), request.secret());
    return Reply.done();
  }

  private record Copied(int left) {}

  private Reply copy(Request request) throws DeclinedException {
    StoredGallery from = sharing.find(galleryShare(request.body().json()));
    return Reply.ok(new Copied(copying.copy(from, request.gallery(), request.secret())));
  }

  static GalleryShareId galleryShare(Fields json) throws DeclinedException {
    String share = json.text("galleryShare");
    if (!GalleryShareId.isId(share)) {
      throw json.wrong("galleryShare", "the end of a gallery's share link");
    }
    return new GalleryShareId(share);
  }

  private Reply show(Request request) throws DeclinedException {
    return Reply.ok(SharedGalleryAnswer.of(sharing.find(request.galleryShare()), files));
  }
}
