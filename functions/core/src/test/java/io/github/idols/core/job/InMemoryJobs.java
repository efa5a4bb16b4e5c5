package io.github.idols.core.job;

import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.label.Corrections;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Jobs in memory, held to {@link JobsContract} as the real store is. */
public final class InMemoryJobs implements Jobs {
  private record Entry(Job job, Optional<Instant> claimedUntil) {
    boolean isFree(Instant now) {
      return claimedUntil.map(end -> !end.isAfter(now)).orElse(true);
    }

    Entry unclaimed(Job changed) {
      return new Entry(changed, Optional.empty());
    }
  }

  private final Map<JobId, Entry> entries = new LinkedHashMap<>();

  @Override
  public synchronized void create(NewJob job) {
    Job made =
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
            Corrected.nothing());
    entries.put(job.id(), new Entry(made, Optional.empty()));
  }

  @Override
  public synchronized Optional<Job> find(JobId id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::job);
  }

  @Override
  public synchronized Optional<Job> findByShare(ShareId share) {
    return entries.values().stream()
        .map(Entry::job)
        .filter(job -> job.share().equals(share))
        .findFirst();
  }

  @Override
  public synchronized boolean share(Job job, ShareId next) {
    return change(
        job.id(),
        entry -> entry.job().share().equals(job.share()),
        entry -> {
          Changed shared = new Changed(entry.job());
          shared.share = next;
          return new Entry(shared.done(), entry.claimedUntil());
        });
  }

  @Override
  public synchronized boolean planned(JobId id, Outline outline) {
    return change(
        id,
        entry -> entry.job().state() == JobState.UPLOADING,
        entry -> {
          Changed job = new Changed(entry.job());
          job.state = JobState.RECOGNIZING;
          job.outline = Optional.of(outline);
          return new Entry(job.done(), entry.claimedUntil());
        });
  }

  @Override
  public synchronized Optional<Job> finished(JobId id, Fan fan, int chunk) {
    change(
        id,
        entry -> true,
        entry -> {
          Changed job = new Changed(entry.job());
          switch (fan) {
            case RECOGNIZE -> job.recognized.add(chunk);
            case RENDER -> job.rendered.add(chunk);
          }
          return new Entry(job.done(), entry.claimedUntil());
        });
    return find(id);
  }

  @Override
  public synchronized boolean claim(JobId id, Fan after, Instant now, Instant until) {
    JobState state =
        switch (after) {
          case RECOGNIZE -> JobState.RECOGNIZING;
          case RENDER -> JobState.RENDERING;
        };
    return claim(id, state, now, until);
  }

  private boolean claim(JobId id, JobState state, Instant now, Instant until) {
    return change(
        id,
        entry -> entry.job().state() == state && entry.isFree(now),
        entry -> new Entry(entry.job(), Optional.of(until)));
  }

  @Override
  public synchronized boolean named(JobId id, long galleryVersion) {
    return change(
        id,
        entry -> entry.job().state() == JobState.RECOGNIZING,
        entry -> {
          Changed job = new Changed(entry.job());
          job.state = JobState.RENDERING;
          job.galleryVersion = OptionalLong.of(galleryVersion);
          return entry.unclaimed(job.done());
        });
  }

  @Override
  public synchronized boolean joined(JobId id, List<String> notes) {
    return change(
        id,
        entry -> entry.job().state() == JobState.RENDERING,
        entry -> {
          Changed job = new Changed(entry.job());
          job.state = JobState.DONE;
          job.notes = notes;
          Corrected was = job.corrected;
          job.corrected = new Corrected(was.corrections(), was.version(), was.named(), was.named());
          return entry.unclaimed(job.done());
        });
  }

  private static boolean isDone(Job job, int version) {
    return job.state() == JobState.DONE && job.corrected().version() == version;
  }

  @Override
  public synchronized boolean correct(JobId id, Corrections corrections, int version) {
    return change(
        id,
        entry -> isDone(entry.job(), version),
        entry -> {
          Changed job = new Changed(entry.job());
          Corrected was = job.corrected;
          job.corrected = new Corrected(corrections, version + 1, was.named(), was.drawn());
          return new Entry(job.done(), entry.claimedUntil());
        });
  }

  @Override
  public synchronized boolean claimCorrection(JobId id, Instant now, Instant until) {
    return claim(id, JobState.DONE, now, until);
  }

  @Override
  public synchronized boolean corrected(JobId id, int version, long galleryVersion) {
    return change(
        id,
        entry -> isDone(entry.job(), version),
        entry -> {
          Changed job = new Changed(entry.job());
          Corrected was = job.corrected;
          job.corrected = new Corrected(was.corrections(), version, version, was.drawn());
          job.galleryVersion = OptionalLong.of(galleryVersion);
          return entry.unclaimed(job.done());
        });
  }

  @Override
  public synchronized boolean redraw(JobId id, Instant now) {
    return change(
        id,
        entry ->
            entry.job().state() == JobState.DONE
                && entry.job().corrected().version() > 0
                && entry.job().corrected().isNamed()
                && entry.isFree(now),
        entry -> {
          Changed job = new Changed(entry.job());
          job.state = JobState.RENDERING;
          job.rendered.clear();
          return new Entry(job.done(), entry.claimedUntil());
        });
  }

  @Override
  public synchronized boolean refuse(JobId id, String reason) {
    return end(id, JobState.REFUSED, reason);
  }

  @Override
  public synchronized boolean fail(JobId id, String reason) {
    return end(id, JobState.FAILED, reason);
  }

  private boolean end(JobId id, JobState state, String reason) {
    return change(
        id,
        entry -> !entry.job().state().isFinal(),
        entry -> {
          Changed job = new Changed(entry.job());
          job.state = state;
          job.reason = Optional.of(reason);
          return entry.unclaimed(job.done());
        });
  }

  @Override
  public synchronized boolean delete(JobId id) {
    return entries.remove(id) != null;
  }

  @Override
  public synchronized List<Job> expired(Instant now) {
    return entries.values().stream().map(Entry::job).filter(job -> job.isExpired(now)).toList();
  }

  @Override
  public synchronized List<Job> unfinished() {
    return entries.values().stream()
        .map(Entry::job)
        .filter(job -> !job.state().isFinal() || !job.corrected().isNamed())
        .toList();
  }

  @Override
  public synchronized void ran(JobId id, Step step, Runs runs) {
    change(
        id,
        entry -> true,
        entry -> {
          Changed job = new Changed(entry.job());
          job.runs.merge(step, runs, Runs::plus);
          return new Entry(job.done(), entry.claimedUntil());
        });
  }

  @Override
  public synchronized void release(JobId id) {
    change(id, entry -> true, entry -> entry.unclaimed(entry.job()));
  }

  private boolean change(JobId id, Predicate<Entry> fits, UnaryOperator<Entry> change) {
    Entry entry = entries.get(id);
    if (entry == null || !fits.test(entry)) {
      return false;
    }
    entries.put(id, change.apply(entry));
    return true;
  }

  /** What of a job changes. */
  private static final class Changed {
    private final Job job;
    private final Set<Integer> recognized;
    private final Set<Integer> rendered;
    private ShareId share;
    private JobState state;
    private Optional<String> reason;
    private Optional<Outline> outline;
    private OptionalLong galleryVersion;
    private List<String> notes;
    private Corrected corrected;
    private final Map<Step, Runs> runs = new EnumMap<>(Step.class);

    Changed(Job job) {
      this.job = job;
      share = job.share();
      recognized = new HashSet<>(job.recognized());
      rendered = new HashSet<>(job.rendered());
      state = job.state();
      reason = job.reason();
      outline = job.outline();
      galleryVersion = job.galleryVersion();
      notes = job.notes();
      runs.putAll(job.runs());
      corrected = job.corrected();
    }

    Job done() {
      return new Job(
          job.id(),
          share,
          job.secret(),
          job.file(),
          job.upload(),
          job.gallery(),
          job.galleryName(),
          job.matcher(),
          job.created(),
          state,
          reason,
          outline,
          recognized,
          rendered,
          galleryVersion,
          notes,
          runs,
          corrected);
    }
  }
}
