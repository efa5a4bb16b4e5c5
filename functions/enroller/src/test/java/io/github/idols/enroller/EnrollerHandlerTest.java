package io.github.idols.enroller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.github.idols.cloud.Sample;
import io.github.idols.core.access.SecretHash;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.face.SoftFaces;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.InMemoryGalleries;
import io.github.idols.core.gallery.InMemoryPictureFiles;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.gallery.StoredPicture;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrollerHandlerTest {
  private static final S3Event ARRIVAL = Sample.arrival("s3-picture-put.json");
  private static final PictureKey KEY =
      new PictureKey(
          new GalleryId("pQ7rT2uV9wX4yZ1aB6cD3g"),
          new PersonId("hN8jK2mP5qS"),
          new PictureId("aB3cD6eF9gH"));
  private static final Embedding FACE = Embedding.of(1, 0, 0);

  private final Sample.Call call = new Sample.Call();
  private final InMemoryGalleries galleries = new InMemoryGalleries();
  private final InMemoryPictureFiles files = new InMemoryPictureFiles();

  @BeforeEach
  void announce() {
    galleries.create(KEY.gallery(), "TWICE", new SecretHash("0".repeat(64)));
    galleries.putPerson(KEY.gallery(), KEY.person(), PersonNames.of("Mina"));
    galleries.addPictures(
        KEY.gallery(),
        KEY.person(),
        List.of(new StoredPicture(KEY.picture(), "1.jpg", new PictureState.Waiting())));
    files.put(KEY, new byte[] {1, 2, 3});
  }

  @Test
  void takesAPictureWithItsFace() {
    Point p = new Point(30, 40);
    Detection face = new Detection(new Box(10, 20, 48, 60), new Landmarks(p, p, p, p, p), 0.99);
    PictureTraits traits = new PictureTraits(-0.4, 0.1, 7);
    SoftFaces soft = new SoftFaces(Embedding.of(0, 1, 0), Embedding.of(0, 0, 1));
    enroll(new PictureCheck.Accepted(FACE, soft, face, traits));
    assertEquals(
        new PictureState.Taken(FACE, Optional.of(soft), 48, face.score(), Optional.of(traits)),
        state());
  }

  @Test
  void refusesAPictureWithTheReason() {
    enroll(new PictureCheck.Refused("no face found"));
    assertEquals(new PictureState.Refused("no face found"), state());
  }

  @Test
  void removesThePictureOfADeletedPerson() {
    galleries.deletePerson(KEY.gallery(), KEY.person());
    enroll(new PictureCheck.Refused("not looked at"));
    assertFalse(files.isThere(KEY));
  }

  @Test
  void isCalledAgainWhenItCouldNotReadThePicture() {
    EnrollerHandler enroller =
        new EnrollerHandler(
            galleries,
            files,
            new Checker() {
              @Override
              public PictureCheck check(MediaSource picture) throws IOException {
                throw new IOException("the network is down");
              }
            });
    assertThrows(UncheckedIOException.class, () -> enroller.handleRequest(ARRIVAL, call));
    assertEquals(new PictureState.Waiting(), state());
  }

  private void enroll(PictureCheck answer) {
    Checker checker =
        new Checker() {
          @Override
          public PictureCheck check(MediaSource picture) {
            return answer;
          }
        };
    new EnrollerHandler(galleries, files, checker).handleRequest(ARRIVAL, call);
  }

  private PictureState state() {
    return galleries.find(KEY.gallery()).orElseThrow().people().get(0).pictures().get(0).state();
  }

  private abstract static class Checker implements PictureChecker {
    @Override
    public void close() {}
  }
}
