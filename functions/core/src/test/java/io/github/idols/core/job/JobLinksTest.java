package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobLinksTest {
  private static final Outline OUTLINE =
      new Outline(
          new VideoInfo(
              640, 360, 0, new Rational(1, 15360), new Rational(30, 1), 4, 120, "h264", true),
          List.of(2.0, 4.0));

  private final SecureRandom random = new SecureRandom();
  private final JobId id = JobId.random(random);
  private final InMemoryJobs jobs = new InMemoryJobs();
  private final JobLinks links = new JobLinks(new InMemoryLinks());

  @BeforeEach
  void aJob() {
    jobs.create(
        new NewJob(
            id,
            ShareId.random(random),
            Secret.random(random).hash(),
            new VideoFile("our.mv.mov", "video/quicktime", 3),
            "upload",
            GalleryId.random(random),
            "group",
            MatcherKind.CENTROID,
            Instant.EPOCH));
  }

  @Test
  void giveNothingWhileTheVideoIsOnItsWay() {
    assertTrue(links.source(job()).isEmpty());
    assertResults(false, false);
  }

  @Test
  void giveTheVideoAndWhatIsKnownOfChunksWhileFacesAreLookedFor() {
    jobs.planned(id, OUTLINE);
    jobs.finished(id, Fan.RECOGNIZE, 1);

    assertTrue(links.source(job()).isPresent());
    assertFalse(links.provisional(job(), 0).isPresent());
    assertTrue(links.provisional(job(), 1).isPresent());
    assertResults(false, false);
  }

  @Test
  void giveLabelsOnceTheVideoIsNamed() {
    jobs.planned(id, OUTLINE);
    jobs.finished(id, Fan.RECOGNIZE, 1);
    jobs.named(id, 7);

    assertFalse(links.provisional(job(), 1).isPresent());
    assertResults(true, false);
  }

  @Test
  void giveTheAnnotatedVideoAtTheEndToBeSavedUnderANameLikeTheVideos() {
    jobs.planned(id, OUTLINE);
    jobs.named(id, 7);
    jobs.joined(id, List.of());

    assertResults(true, true);
    assertEquals(
        "memory:/" + id + "/our.mv-annotated.mp4?hours=6",
        links.result(job(), ResultFile.VIDEO).orElseThrow().toString());
  }

  @Test
  void keepTheLabelsOfAJobThatFailsWhileItIsDrawn() {
    jobs.planned(id, OUTLINE);
    jobs.named(id, 7);
    jobs.fail(id, "out of luck");

    assertTrue(links.source(job()).isPresent());
    assertResults(true, false);
  }

  @Test
  void giveNothingOfAVideoThatTheGateRefuses() {
    jobs.planned(id, OUTLINE);
    jobs.refuse(id, "no video");

    assertFalse(links.source(job()).isPresent());
    assertResults(false, false);
  }

  private void assertResults(boolean labels, boolean video) {
    for (ResultFile file :
        List.of(
            ResultFile.JSON, ResultFile.BESIDE, ResultFile.CSV, ResultFile.VTT, ResultFile.CAST)) {
      assertEquals(labels, links.result(job(), file).isPresent());
    }
    for (ResultFile file : List.of(ResultFile.VIDEO, ResultFile.FACES, ResultFile.PREVIEW)) {
      assertEquals(video, links.result(job(), file).isPresent());
    }
  }

  private Job job() {
    return jobs.find(id).orElseThrow();
  }
}
