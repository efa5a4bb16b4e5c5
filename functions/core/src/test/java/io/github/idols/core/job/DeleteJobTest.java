package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteJobTest {
  private final SecureRandom random = new SecureRandom();
  private final JobId id = JobId.random(random);
  private final ShareId share = ShareId.random(random);
  private final Secret secret = Secret.random(random);
  private InMemoryJobs jobs = new InMemoryJobs();
  private InMemoryJobFiles files = new InMemoryJobFiles();

  @BeforeEach
  void aJob() {
    jobs = new InMemoryJobs();
    files = new InMemoryJobFiles();
    jobs.create(
        new NewJob(
            id,
            share,
            secret.hash(),
            new VideoFile("mv.mp4", "video/mp4", 3),
            "upload",
            GalleryId.random(random),
            "group",
            MatcherKind.CENTROID,
            JobsContract.clock().instant()));
    files.upload(id, new byte[3]);
  }

  @Test
  void leavesNothing() throws Exception {
    delete(jobs, files);

    assertTrue(files.isEmpty(id));
    assertEquals(Optional.empty(), jobs.find(id));
    assertEquals(Optional.empty(), jobs.findByShare(share));
  }

  @Test
  void leavesAllToThoseWithAnotherSecret() {
    DeclinedException e =
        assertThrows(
            DeclinedException.class,
            () -> deleter(jobs, files).delete(id, Optional.of(Secret.random(random))));

    assertEquals(DeclinedException.Why.NOT_FOUND, e.why());
    assertFalse(files.isEmpty(id));
    assertEquals(JobState.UPLOADING, jobs.find(id).orElseThrow().state());
  }

  @Test
  void finishesTheSecondTimeWhereverTheFirstWasCutOff() throws Exception {
    Calls whole = new Calls(name -> {});
    delete(whole.of(Jobs.class, jobs), whole.of(JobFiles.class, files));
    for (int call = 0; call < whole.made(); call++) {
      aJob();
      Calls process = Calls.dyingAt(call);
      assertThrows(
          Calls.Dead.class,
          () -> delete(process.of(Jobs.class, jobs), process.of(JobFiles.class, files)));
      assertTrue(jobs.find(id).isPresent() || files.isEmpty(id), "files that nobody can delete");
      if (jobs.find(id).isPresent()) {
        delete(jobs, files);
      }
      assertTrue(files.isEmpty(id));
      assertEquals(Optional.empty(), jobs.find(id));
    }
  }

  @Test
  void takesAwayWhatAWorkerHandsInMeanwhile() throws Exception {
    Calls busy =
        new Calls(
            name -> {
              if (name.equals("delete")) {
                files.upload(id, new byte[5]);
              }
            });

    delete(busy.of(Jobs.class, jobs), files);

    assertTrue(files.isEmpty(id));
  }

  private void delete(Jobs jobs, JobFiles files) throws DeclinedException {
    deleter(jobs, files).delete(id, Optional.of(secret));
  }

  private static DeleteJob deleter(Jobs jobs, JobFiles files) {
    return new DeleteJob(new OwnedJobs(jobs, JobsContract.clock()), jobs, files);
  }
}
