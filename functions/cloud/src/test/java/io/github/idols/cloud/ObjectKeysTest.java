package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.job.JobId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeysTest {
  private static final JobId JOB = new JobId("AAAAAAAAAAAAAAAAAAAA-_");
  private static final PictureKey PICTURE =
      new PictureKey(
          new GalleryId("AAAAAAAAAAAAAAAAAAAA-_"),
          new PersonId("BBBBBBBBBBB"),
          new PictureId("CCCCCCCCCCC"));

  @Test
  void tellWhatArrived() {
    assertEquals("videos/AAAAAAAAAAAAAAAAAAAA-_", ObjectKeys.video(JOB));
    assertEquals(Optional.of(JOB), ObjectKeys.jobOf(ObjectKeys.video(JOB)));
    assertEquals(
        "pictures/AAAAAAAAAAAAAAAAAAAA-_/BBBBBBBBBBB/CCCCCCCCCCC", ObjectKeys.picture(PICTURE));
    assertEquals(Optional.of(PICTURE), ObjectKeys.pictureOf(ObjectKeys.picture(PICTURE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "videos/",
        "videos/mv.mp4",
        "AAAAAAAAAAAAAAAAAAAA-_",
        "videos/AAAAAAAAAAAAAAAAAAAA-_/",
        "pictures/AAAAAAAAAAAAAAAAAAAA-_",
        "pictures/AAAAAAAAAAAAAAAAAAAA-_/BBBBBBBBBBB",
        "pictures/AAAAAAAAAAAAAAAAAAAA-_/BBBBBBBBBBB/CCCCCCCCCCC/",
        "pictures/AAAAAAAAAAAAAAAAAAAA-_/BBBBBBBBBBB/../CCCCC",
      })
  void knowNothingOfOtherObjects(String key) {
    assertEquals(Optional.empty(), ObjectKeys.jobOf(key));
    assertEquals(Optional.empty(), ObjectKeys.pictureOf(key));
  }
}
