package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.InMemoryGalleries;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPicture;
import io.github.idols.core.video.VideoLimits;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartJobTest {
  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
  private static final VideoFile VIDEO = new VideoFile("mv.mp4", "video/mp4", 33L << 20);

  private final SecureRandom random = new SecureRandom();
  private final GalleryId gallery = GalleryId.random(random);
  private final PersonId person = PersonId.random(random);
  private final InMemoryGalleries galleries = new InMemoryGalleries();
  private final InMemoryJobs jobs = new InMemoryJobs();
  private final StartJob start =
      new StartJob(jobs, new InMemoryVideoUploads(), Clock.fixed(NOW, ZoneOffset.UTC), random);

  @BeforeEach
  void aGallery() {
    galleries.create(gallery, "group", Secret.random(random).hash());
    galleries.putPerson(gallery, person, PersonNames.of("Yuna"));
  }

  @Test
  void keepsAJobThatIsUploadingAndOnlyAHashOfItsSecret() throws Exception {
    picture(
        new PictureState.Taken(Embedding.of(1, 2), Optional.empty(), 90, 0.9, Optional.empty()));

    StartJob.Started started = start.start(VIDEO, stored(), MatcherKind.NEAREST);

    Job job = jobs.find(started.id()).orElseThrow();
    assertEquals(JobState.UPLOADING, job.state());
    assertEquals(NOW, job.created());
    assertEquals("group", job.galleryName());
    assertEquals(MatcherKind.NEAREST, job.matcher());
    assertEquals(started.share(), job.share());
    assertEquals(3, started.parts());
    assertTrue(job.secret().fits(started.secret()));
  }

  @Test
  void saysToWaitWhilePicturesAreLookedAt() {
    picture(new PictureState.Waiting());
    assertDeclined(
        Why.CONFLICT,
        "The gallery's pictures are still being looked at: wait until one is taken.",
        VIDEO);
  }

  @Test
  void saysToAddPicturesToAGalleryWithoutUsableOnes() {
    picture(new PictureState.Refused("no face found"));
    assertDeclined(
        Why.CONFLICT,
        "The gallery has no usable picture of anybody: add some pictures to it first.",
        VIDEO);
  }

  @ParameterizedTest
  @CsvSource({"notes.txt,text/plain", "song.mp3,audio/mpeg", "a.pdf,application/pdf", "a.jpg,''"})
  void declinesWhatIsClearlyNoVideo(String file, String type) {
    assertDeclined(
        Why.UNSUPPORTED,
        file + " is not a video: choose an MP4, MOV, WebM or MKV file.",
        new VideoFile(file, type, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mv.mkv", "mv.mov", "mv", "mv.webm", "mv.2026"})
  void leavesToTheGateWhatMayBeAVideo(String file) throws Exception {
    picture(
        new PictureState.Taken(Embedding.of(1, 2), Optional.empty(), 90, 0.9, Optional.empty()));
    StartJob.Started started =
        start.start(new VideoFile(file, "", 1), stored(), MatcherKind.CENTROID);
    assertEquals(file, jobs.find(started.id()).orElseThrow().file().name());
  }

  @Test
  void forgetsATypeThatIsNone() throws Exception {
    picture(
        new PictureState.Taken(Embedding.of(1, 2), Optional.empty(), 90, 0.9, Optional.empty()));
    StartJob.Started started =
        start.start(
            new VideoFile("mv.mp4", "video/mp4\r\nx: y", 1), stored(), MatcherKind.CENTROID);
    assertEquals("", jobs.find(started.id()).orElseThrow().file().type());
  }

  @Test
  void declinesWhatIsEmptyOrTooLarge() {
    assertDeclined(
        Why.INVALID,
        "mv.mp4 is empty: choose another file.",
        new VideoFile("mv.mp4", "video/mp4", 0));
    assertDeclined(
        Why.TOO_LARGE,
        "mv.mp4 is larger than 5 GB: choose a smaller version of the video.",
        new VideoFile("mv.mp4", "video/mp4", VideoLimits.defaults().maxBytes() + 1));
  }

  private StoredGallery stored() {
    return galleries.find(gallery).orElseThrow();
  }

  private void picture(PictureState state) {
    galleries.addPictures(
        gallery, person, List.of(new StoredPicture(PictureId.random(random), "a.jpg", state)));
  }

  private void assertDeclined(Why why, String sentence, VideoFile video) {
    DeclinedException e =
        assertThrows(
            DeclinedException.class, () -> start.start(video, stored(), MatcherKind.CENTROID));
    assertEquals(why, e.why());
    assertEquals(sentence, e.getMessage());
  }
}
