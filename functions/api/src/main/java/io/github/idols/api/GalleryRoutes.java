package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.gallery.EditGallery;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.NewPicture;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.StoredGallery;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of galleries, their people and pictures. */
final class GalleryRoutes {
  private static final String GALLERY = "/galleries/{gallery}";
  private static final String PEOPLE = GALLERY + "/people";
  private static final String PERSON = PEOPLE + "/{person}";
  private static final String PICTURES = PERSON + "/pictures";
  private static final String PICTURE = PICTURES + "/{picture}";
  private static final int MOST_PICTURES_AT_ONCE = 30;

  private final Galleries galleries;
  private final PictureFiles files;
  private final EditGallery edit;

  GalleryRoutes(Galleries galleries, PictureFiles files, EditGallery edit) {
    this.galleries = galleries;
    this.files = files;
    this.edit = edit;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/galleries", this::create),
        new Route("GET", GALLERY, this::show),
        new Route("GET", GALLERY + "/embeddings", this::embeddings),
        new Route("PUT", GALLERY, this::rename),
        new Route("DELETE", GALLERY, this::delete),
        new Route("POST", PEOPLE, this::addPerson),
        new Route("PUT", PERSON, this::renamePerson),
        new Route("DELETE", PERSON, this::deletePerson),
        new Route("POST", PICTURES, this::addPictures),
        new Route("DELETE", PICTURE, this::deletePicture));
  }

  private record NewGallery(String id, String secret) {}

  private Reply create(Request request) throws DeclinedException {
    EditGallery.Made made = edit.create(request.body().json().text("name"));
    return Reply.created(new NewGallery(made.id().value(), made.secret().value()));
  }

  private Reply show(Request request) throws DeclinedException {
    Optional<StoredGallery> gallery = galleries.find(request.gallery());
    return Reply.ok(
        GalleryAnswer.of(
            gallery.orElseThrow(
                () ->
                    new DeclinedException(
                        Why.NOT_FOUND, "There is no such gallery: it may have been deleted.")),
            files));
  }

  private Reply embeddings(Request request) throws DeclinedException {
    return Reply.ok(EmbeddingsAnswer.of(edit.owned(request.gallery(), request.secret())));
  }

  private Reply rename(Request request) throws DeclinedException {
    edit.rename(request.gallery(), request.secret(), request.body().json().text("name"));
    return Reply.done();
  }

  private Reply delete(Request request) throws DeclinedException {
    edit.delete(request.gallery(), request.secret());
    return Reply.done();
  }

  private record Created(String id) {}

  private Reply addPerson(Request request) throws DeclinedException {
    return Reply.created(
        new Created(edit.addPerson(request.gallery(), request.secret(), names(request)).value()));
  }

  private Reply renamePerson(Request request) throws DeclinedException {
    edit.renamePerson(request.gallery(), request.secret(), request.person(), names(request));
    return Reply.done();
  }

  private static PersonNames names(Request request) throws DeclinedException {
    Fields json = request.body().json();
    return new PersonNames(
        json.text("name"),
        json.optionalText("korean"),
        json.optionalText("romanised"),
        json.optionalText("english"));
  }

  private Reply deletePerson(Request request) throws DeclinedException {
    edit.deletePerson(request.gallery(), request.secret(), request.person());
    return Reply.done();
  }

  private record PictureUploads(List<PictureUpload> pictures) {}

  private record PictureUpload(String id, URI url, Map<String, String> headers) {}

  private Reply addPictures(Request request) throws DeclinedException {
    List<NewPicture> pictures = new ArrayList<>();
    for (Fields json : request.body().json().objects("pictures", MOST_PICTURES_AT_ONCE)) {
      pictures.add(new NewPicture(json.text("file"), json.text("type"), json.whole("size")));
    }
    return Reply.created(
        new PictureUploads(
            edit
                .addPictures(request.gallery(), request.secret(), request.person(), pictures)
                .stream()
                .map(
                    picture ->
                        new PictureUpload(
                            picture.id().value(),
                            picture.target().url(),
                            picture.target().headers()))
                .toList()));
  }

  private Reply deletePicture(Request request) throws DeclinedException {
    edit.deletePicture(
        new PictureKey(request.gallery(), request.person(), request.picture()), request.secret());
    return Reply.done();
  }
}
