package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ForgetJobsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
  private static final Duration TOO_OLD = VideoUploads.KEPT.plusSeconds(1);

  private final SecureRandom random = new SecureRandom();
  private final InMemoryJobs jobs = new InMemoryJobs();
  private final InMemoryJobFiles files = new InMemoryJobFiles();
  private final ForgetJobs forget = new ForgetJobs(jobs, files, Clock.fixed(NOW, ZoneOffset.UTC));

  private JobId job(Duration age) {
    JobId id = JobId.random(random);
    jobs.create(
        new NewJob(
            id,
            ShareId.random(random),
            Secret.random(random).hash(),
            new VideoFile("mv.mp4", "video/mp4", 3),
            "upload",
            GalleryId.random(random),
            "group",
            MatcherKind.CENTROID,
            NOW.minus(age)));
    return id;
  }

  @Test
  void deletesOnlyWhatNobodyWentOnWithInTime() throws Exception {
    JobId abandoned = job(TOO_OLD);
    JobId paused = job(VideoUploads.KEPT.minusSeconds(1));
    forget.forget();
    assertFalse(jobs.find(abandoned).isPresent());
    assertTrue(jobs.find(paused).isPresent());
  }

  @Test
  void leavesAVideoThatIsThereWhole() throws Exception {
    JobId whole = job(TOO_OLD);
    files.upload(whole, new byte[3]);
    JobId refused = job(TOO_OLD);
    jobs.refuse(refused, "This is not a video.");
    forget.forget();
    assertTrue(jobs.find(whole).isPresent());
    assertTrue(jobs.find(refused).isPresent());
    assertFalse(files.isEmpty(whole));
  }

  @Test
  void deletesWithItsFilesWhatExpired() throws Exception {
    JobId expired = job(Job.KEPT);
    files.upload(expired, new byte[3]);
    jobs.refuse(expired, "This is not a video.");
    forget.forget();
    assertFalse(jobs.find(expired).isPresent());
    assertTrue(files.isEmpty(expired));
  }
}
