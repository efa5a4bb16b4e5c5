package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.Secret;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.cost.Usage;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.label.Correction;
import io.github.idols.core.label.Corrections;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of jobs does. */
public abstract class JobsContract {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00.123456Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  /** A clock that stands at the moment when {@link #newJob} makes jobs. */
  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /** The store; may hold jobs of other tests. */
  protected abstract Jobs jobs();

  /** A job that nobody has heard of. */
  public static NewJob newJob() {
    return new NewJob(
        JobId.random(RANDOM),
        ShareId.random(RANDOM),
        Secret.random(RANDOM).hash(),
        new VideoFile("뮤직 비디오 \"1\".mp4", "video/mp4", 5_000_000_000L),
        "upload-1",
        GalleryId.random(RANDOM),
        "Girls' Generation (소녀시대)",
        MatcherKind.NEAREST,
        NOW);
  }

  /** The outline of a video with some chunks. */
  public static Outline outline(int chunks) {
    return new Outline(
        new VideoInfo(
            1920,
            1080,
            90,
            new Rational(1, 24_000),
            new Rational(24_000, 1_001),
            chunks * 10.01,
            chunks * 240L,
            "h264",
            true),
        DoubleStream.iterate(10.01, end -> end + 10.01).limit(chunks).boxed().toList());
  }

  private Job created() {
    NewJob job = newJob();
    jobs().create(job);
    return find(job.id());
  }

  private Job planned(int chunks) {
    Job job = created();
    assertTrue(jobs().planned(job.id(), outline(chunks)));
    return find(job.id());
  }

  private Job named() {
    Job job = planned(1);
    assertTrue(jobs().named(job.id(), 3));
    return find(job.id());
  }

  private Job find(JobId id) {
    return jobs().find(id).orElseThrow();
  }

  @Test
  void keepsWhatANewJobSays() {
    NewJob job = newJob();
    jobs().create(job);
    assertEquals(
        new Job(
            job.id(),
            job.share(),
            job.secret(),
            job.file(),
            job.upload(),
            job.gallery(),
            job.galleryName(),
            job.matcher(),
            job.created(),
            JobState.UPLOADING,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            OptionalLong.empty(),
            List.of(),
            Map.of(),
            Corrected.nothing()),
        find(job.id()));
  }

  @Test
  void keepsAFileWithoutType() {
    NewJob job = newJob();
    VideoFile file = new VideoFile("mv", "", 1);
    jobs()
        .create(
            new NewJob(
                job.id(),
                job.share(),
                job.secret(),
                file,
                job.upload(),
                job.gallery(),
                job.galleryName(),
                job.matcher(),
                job.created()));
    assertEquals(file, find(job.id()).file());
  }

  @Test
  void aJobsOldLinkLeadsNowhere() {
    Job job = created();
    ShareId next = ShareId.random(RANDOM);
    assertTrue(jobs().share(job, next));
    assertTrue(jobs().findByShare(job.share()).isEmpty());
    assertEquals(job.id(), jobs().findByShare(next).orElseThrow().id());
    assertEquals(next, find(job.id()).share());
    assertFalse(jobs().share(job, ShareId.random(RANDOM)), "another was faster");
    Job renewed = find(job.id());
    assertEquals(next, renewed.share());
    assertTrue(jobs().delete(job.id()));
    assertTrue(jobs().findByShare(next).isEmpty());
    assertFalse(jobs().share(renewed, job.share()), "it is gone");
    assertTrue(jobs().findByShare(job.share()).isEmpty());
  }

  @Test
  void tellsWhichJobsExpired() {
    JobId id = created().id();
    assertFalse(ids(jobs().expired(NOW.plus(Job.KEPT).minusSeconds(1))).contains(id));
    assertTrue(ids(jobs().expired(NOW.plus(Job.KEPT).plusSeconds(1))).contains(id));
  }

  private static List<JobId> ids(List<Job> jobs) {
    return jobs.stream().map(Job::id).toList();
  }

  @Test
  void findsAJobByItsShareAlone() {
    Job job = created();
    assertEquals(job.id(), jobs().findByShare(job.share()).orElseThrow().id());
    assertTrue(jobs().findByShare(ShareId.random(RANDOM)).isEmpty());
    assertTrue(jobs().findByShare(new ShareId(job.id().value())).isEmpty());
    assertTrue(jobs().find(new JobId(job.share().value())).isEmpty());
  }

  @Test
  void knowsNothingOfOtherJobs() {
    JobId nobody = JobId.random(RANDOM);
    assertTrue(jobs().find(nobody).isEmpty());
    assertFalse(jobs().planned(nobody, outline(1)));
    assertTrue(jobs().finished(nobody, Fan.RECOGNIZE, 0).isEmpty());
    assertFalse(jobs().claim(nobody, Fan.RECOGNIZE, NOW, LATER));
    assertFalse(jobs().named(nobody, 1));
    assertFalse(jobs().joined(nobody, List.of()));
    assertFalse(jobs().refuse(nobody, "no"));
    assertFalse(jobs().fail(nobody, "no"));
    assertFalse(jobs().delete(nobody));
    jobs().release(nobody);
    assertTrue(jobs().find(nobody).isEmpty());
  }

  @Test
  void isPlannedOnce() {
    Job job = created();
    assertTrue(jobs().planned(job.id(), outline(2)));
    assertFalse(jobs().planned(job.id(), outline(3)));
    Job planned = find(job.id());
    assertEquals(JobState.RECOGNIZING, planned.state());
    assertEquals(Optional.of(outline(2)), planned.outline());
  }

  @Test
  void keepsTheOutlineOfAnHour() {
    Job job = planned(360);
    assertEquals(Optional.of(outline(360)), job.outline());
  }

  @Test
  void goesThroughAllStates() {
    Job job = planned(1);
    assertTrue(jobs().named(job.id(), 7));
    assertEquals(JobState.RENDERING, find(job.id()).state());
    assertEquals(OptionalLong.of(7), find(job.id()).galleryVersion());
    assertTrue(jobs().joined(job.id(), List.of("The sound was left out.", "Twice.")));
    assertEquals(JobState.DONE, find(job.id()).state());
    assertEquals(List.of("The sound was left out.", "Twice."), find(job.id()).notes());
  }

  @Test
  void takesNoStepOutOfOrder() {
    Job uploading = created();
    assertFalse(jobs().named(uploading.id(), 1));
    assertFalse(jobs().joined(uploading.id(), List.of()));
    assertEquals(uploading, find(uploading.id()));

    Job recognizing = planned(1);
    assertFalse(jobs().joined(recognizing.id(), List.of()));
    assertEquals(recognizing, find(recognizing.id()));

    Job rendering = named();
    assertFalse(jobs().planned(rendering.id(), outline(4)));
    assertFalse(jobs().named(rendering.id(), 9));
    assertEquals(rendering, find(rendering.id()));

    assertTrue(jobs().joined(rendering.id(), List.of()));
    Job done = find(rendering.id());
    assertFalse(jobs().planned(done.id(), outline(4)));
    assertFalse(jobs().named(done.id(), 9));
    assertFalse(jobs().joined(done.id(), List.of("again")));
    assertEquals(done, find(done.id()));
  }

  @Test
  void endsOnceAndForGood() {
    Job refused = created();
    assertTrue(jobs().refuse(refused.id(), "It is a text file."));
    assertFalse(jobs().fail(refused.id(), "It broke."));
    assertFalse(jobs().planned(refused.id(), outline(1)));
    assertEquals(JobState.REFUSED, find(refused.id()).state());
    assertEquals(Optional.of("It is a text file."), find(refused.id()).reason());

    Job failed = planned(1);
    assertTrue(jobs().fail(failed.id(), "It broke."));
    assertFalse(jobs().refuse(failed.id(), "It is a text file."));
    assertFalse(jobs().named(failed.id(), 1));
    assertEquals(JobState.FAILED, find(failed.id()).state());
    assertEquals(Optional.of("It broke."), find(failed.id()).reason());

    Job done = named();
    assertTrue(jobs().joined(done.id(), List.of()));
    assertFalse(jobs().fail(done.id(), "It broke."));
    assertEquals(JobState.DONE, find(done.id()).state());
  }

  @Test
  void countsAChunkOnceAndStepsApart() {
    Job job = planned(3);
    assertEquals(Set.of(2), jobs().finished(job.id(), Fan.RECOGNIZE, 2).orElseThrow().recognized());
    assertEquals(Set.of(2), jobs().finished(job.id(), Fan.RECOGNIZE, 2).orElseThrow().recognized());
    Job after = jobs().finished(job.id(), Fan.RENDER, 0).orElseThrow();
    assertEquals(Set.of(2), after.done(Fan.RECOGNIZE));
    assertEquals(Set.of(0), after.done(Fan.RENDER));
    assertEquals(after, find(job.id()));
  }

  @Test
  void losesNoChunkOfManyWorkers() throws Exception {
    int chunks = 60;
    Job job = planned(chunks);
    List<Job> answers =
        inParallel(
            IntStream.range(0, chunks)
                .mapToObj(
                    chunk ->
                        (Callable<Job>)
                            () -> jobs().finished(job.id(), Fan.RECOGNIZE, chunk).orElseThrow())
                .toList());
    Set<Integer> all = IntStream.range(0, chunks).boxed().collect(Collectors.toSet());
    assertEquals(all, find(job.id()).recognized());
    assertEquals(1, answers.stream().filter(answer -> answer.isComplete(Fan.RECOGNIZE)).count());
    assertEquals(chunks, answers.stream().map(Job::recognized).distinct().count());
  }

  @Test
  void oneOfManyClaimersWins() throws Exception {
    Job job = planned(1);
    List<Boolean> answers =
        inParallel(
            IntStream.range(0, 20)
                .mapToObj(
                    i ->
                        (Callable<Boolean>) () -> jobs().claim(job.id(), Fan.RECOGNIZE, NOW, LATER))
                .toList());
    assertEquals(1, answers.stream().filter(won -> won).count());
  }

  @Test
  void claimEndsByItselfAndByRelease() {
    Job job = planned(1);
    assertTrue(jobs().claim(job.id(), Fan.RECOGNIZE, NOW, LATER));
    assertFalse(jobs().claim(job.id(), Fan.RECOGNIZE, LATER.minusMillis(1), LATER.plusSeconds(9)));
    assertTrue(jobs().claim(job.id(), Fan.RECOGNIZE, LATER, LATER.plusSeconds(9)));
    assertFalse(jobs().claim(job.id(), Fan.RECOGNIZE, LATER, LATER.plusSeconds(9)));
    jobs().release(job.id());
    assertTrue(jobs().claim(job.id(), Fan.RECOGNIZE, LATER, LATER.plusSeconds(9)));
  }

  @Test
  void claimHoldsForOneStepOfTheRightState() {
    Job job = created();
    assertFalse(jobs().claim(job.id(), Fan.RECOGNIZE, NOW, LATER));
    assertTrue(jobs().planned(job.id(), outline(1)));
    assertFalse(jobs().claim(job.id(), Fan.RENDER, NOW, LATER));
    assertTrue(jobs().claim(job.id(), Fan.RECOGNIZE, NOW, LATER));
    assertTrue(jobs().named(job.id(), 1));
    assertFalse(jobs().claim(job.id(), Fan.RECOGNIZE, NOW, LATER));
    assertTrue(jobs().claim(job.id(), Fan.RENDER, NOW, LATER));
    assertTrue(jobs().joined(job.id(), List.of()));
    assertFalse(jobs().claim(job.id(), Fan.RENDER, LATER, LATER.plusSeconds(9)));
  }

  @Test
  void addsUpWhatEachStepTookInWhateverState() {
    Job job = planned(3);
    assertEquals(Runs.NONE, job.usage().of(Step.RECOGNIZE));
    jobs().ran(job.id(), Step.RECOGNIZE, Runs.one(1769, 5_000));
    jobs().ran(job.id(), Step.RECOGNIZE, Runs.one(1769, 7_000));
    assertTrue(jobs().fail(job.id(), "It broke."));
    jobs().ran(job.id(), Step.JOIN, Runs.one(3008, 1));

    Usage usage = find(job.id()).usage();
    assertEquals(new Runs(2, 1769 * 12_000L), usage.of(Step.RECOGNIZE));
    assertEquals(new Runs(1, 3008), usage.of(Step.JOIN));
    assertEquals(Runs.NONE, usage.of(Step.RENDER));
    assertEquals(5_000_000_000L, usage.videoBytes());
    assertEquals(3, usage.chunks());
  }

  @Test
  void losesNoRunOfManyWorkers() throws Exception {
    Job job = planned(1);
    inParallel(
        IntStream.range(0, 20)
            .<Callable<Boolean>>mapToObj(
                n ->
                    () -> {
                      jobs().ran(job.id(), Step.RENDER, Runs.one(1024, n));
                      return true;
                    })
            .toList());
    assertEquals(new Runs(20, 1024 * 190L), find(job.id()).usage().of(Step.RENDER));
  }

  @Test
  void aRunOfADeletedJobBringsItNotBack() {
    Job job = planned(1);
    assertTrue(jobs().delete(job.id()));
    jobs().ran(job.id(), Step.RENDER, Runs.one(1769, 5_000));
    assertEquals(Optional.empty(), jobs().find(job.id()));
  }

  @Test
  void latecomersFindADeletedJobGone() {
    Job job = planned(2);
    assertTrue(jobs().delete(job.id()));
    assertTrue(jobs().finished(job.id(), Fan.RECOGNIZE, 1).isEmpty());
    assertFalse(jobs().claim(job.id(), Fan.RECOGNIZE, NOW, LATER));
    assertFalse(jobs().fail(job.id(), "It broke."));
    jobs().release(job.id());
    assertTrue(jobs().find(job.id()).isEmpty());
    assertTrue(jobs().findByShare(job.share()).isEmpty());
    assertFalse(jobs().delete(job.id()));
  }

  @Test
  void listsJobsThatAreNotEnded() {
    Job uploading = created();
    Job recognizing = planned(40);
    Job rendering = named();
    Job refused = created();
    assertTrue(jobs().refuse(refused.id(), "no"));
    Job failed = created();
    assertTrue(jobs().fail(failed.id(), "no"));
    Job done = named();
    assertTrue(jobs().joined(done.id(), List.of()));
    List<Job> unfinished = jobs().unfinished();
    assertTrue(unfinished.containsAll(List.of(uploading, recognizing, rendering)));
    Set<JobId> ids = unfinished.stream().map(Job::id).collect(Collectors.toSet());
    assertFalse(ids.contains(refused.id()));
    assertFalse(ids.contains(failed.id()));
    assertFalse(ids.contains(done.id()));
  }

  private Job done() {
    Job job = named();
    assertTrue(jobs().joined(job.id(), List.of()));
    return find(job.id());
  }

  private static final Corrections LISA =
      Corrections.none().plus(new Correction(Set.of(0, 12), "리사", true));

  @Test
  void keepsWhatWasSaidUntilTheLabelsHaveIt() {
    Job job = done();
    Corrections more = LISA.plus(new Correction(Set.of(7), "Jisoo", false));

    assertTrue(jobs().correct(job.id(), LISA, 0));
    assertFalse(jobs().correct(job.id(), more, 0), "another was faster");
    assertEquals(new Corrected(LISA, 1, 0, 0), find(job.id()).corrected());
    assertTrue(jobs().unfinished().contains(find(job.id())));
    assertTrue(jobs().correct(job.id(), more, 1));

    assertFalse(jobs().corrected(job.id(), 1, 9), "there is more by now");
    assertTrue(jobs().corrected(job.id(), 2, 9));
    assertEquals(new Corrected(more, 2, 2, 0), find(job.id()).corrected());
    assertEquals(OptionalLong.of(9), find(job.id()).galleryVersion());
    assertFalse(jobs().unfinished().contains(find(job.id())));

    assertTrue(jobs().correct(job.id(), Corrections.none(), 2));
    assertEquals(new Corrected(Corrections.none(), 3, 2, 0), find(job.id()).corrected());
  }

  @Test
  void namesOfAJobThatIsNotDoneAreNotCorrected() {
    for (Job job : List.of(created(), planned(1), named())) {
      assertFalse(jobs().correct(job.id(), LISA, 0));
      assertFalse(jobs().claimCorrection(job.id(), NOW, LATER));
      assertFalse(jobs().redraw(job.id(), NOW));
      assertEquals(job, find(job.id()));
    }
  }

  @Test
  void oneAloneNamesAnew() {
    Job job = done();
    assertTrue(jobs().correct(job.id(), LISA, 0));
    assertTrue(jobs().claimCorrection(job.id(), NOW, LATER));
    assertFalse(jobs().claimCorrection(job.id(), NOW, LATER));
    assertTrue(jobs().corrected(job.id(), 1, 3));
    assertTrue(jobs().claimCorrection(job.id(), NOW, LATER), "the claim has ended");
  }

  @Test
  void isDrawnAnewOnceTheLabelsAreThereAndNobodyIsAtThem() {
    Job job = done();
    assertFalse(jobs().redraw(job.id(), NOW), "nothing was corrected");
    assertTrue(jobs().correct(job.id(), LISA, 0));
    assertFalse(jobs().redraw(job.id(), NOW), "the labels are older");
    assertTrue(jobs().corrected(job.id(), 1, 3));
    assertTrue(jobs().claimCorrection(job.id(), NOW, LATER));
    assertFalse(jobs().redraw(job.id(), NOW), "somebody is at them");
    assertTrue(jobs().finished(job.id(), Fan.RENDER, 0).isPresent());

    assertTrue(jobs().redraw(job.id(), LATER));
    assertEquals(JobState.RENDERING, find(job.id()).state());
    assertEquals(Set.of(), find(job.id()).rendered());
    assertTrue(jobs().joined(job.id(), List.of()));
    assertEquals(new Corrected(LISA, 1, 1, 1), find(job.id()).corrected());
  }

  private static <T> List<T> inParallel(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
