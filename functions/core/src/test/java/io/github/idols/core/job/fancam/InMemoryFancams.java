package io.github.idols.core.job.fancam;

import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Jobs;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Fancams in memory, held to {@link FancamsContract} as the real store is. */
public final class InMemoryFancams implements Fancams {
  private final Jobs jobs;
  private final Map<Key, Fancam> fancams = new LinkedHashMap<>();

  /**
   * Those of some jobs.
   *
   * @param jobs with whom they go
   */
  public InMemoryFancams(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public synchronized List<Fancam> of(JobId job) {
    fancams.keySet().removeIf(key -> jobs.find(key.job()).isEmpty());
    return fancams.entrySet().stream()
        .filter(entry -> entry.getKey().job().equals(job))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public synchronized Optional<Fancam> find(JobId job, FancamId fancam) {
    return of(job).stream().filter(each -> each.id().equals(fancam)).findFirst();
  }

  @Override
  public synchronized boolean ask(Job job, Fancam fancam) {
    List<Fancam> there = of(job.id());
    if (find(job.id(), fancam.id()).isPresent()
        || there.size() >= MOST
        || there.stream().filter(Fancam::isWorking).count() >= MOST_WORKING) {
      return false;
    }
    fancams.put(new Key(job.id(), fancam.id()), fancam);
    return true;
  }

  @Override
  public synchronized Optional<Fancam> cut(JobId job, FancamId fancam, int chunk) {
    Set<Integer> more = new HashSet<>(Set.of(chunk));
    change(
        job,
        fancam,
        was -> {
          more.addAll(was.cut());
          return changed(was, was.state(), more, was.reason(), was.notes());
        });
    return find(job, fancam);
  }

  @Override
  public synchronized boolean joined(JobId job, FancamId fancam, List<String> notes) {
    return isWorking(job, fancam)
        && change(
            job,
            fancam,
            was -> changed(was, Fancam.State.DONE, was.cut(), Optional.empty(), notes));
  }

  @Override
  public synchronized boolean fail(JobId job, FancamId fancam, String reason) {
    return isWorking(job, fancam)
        && change(
            job,
            fancam,
            was -> changed(was, Fancam.State.FAILED, was.cut(), Optional.of(reason), was.notes()));
  }

  @Override
  public synchronized boolean delete(JobId job, FancamId fancam) {
    return find(job, fancam).isPresent() && fancams.remove(new Key(job, fancam)) != null;
  }

  @Override
  public synchronized List<Key> working() {
    return fancams.entrySet().stream()
        .filter(entry -> entry.getValue().isWorking())
        .map(Map.Entry::getKey)
        .filter(key -> jobs.find(key.job()).isPresent())
        .toList();
  }

  private boolean isWorking(JobId job, FancamId fancam) {
    return find(job, fancam).filter(Fancam::isWorking).isPresent();
  }

  private boolean change(JobId job, FancamId fancam, UnaryOperator<Fancam> change) {
    Optional<Fancam> found = find(job, fancam);
    found.ifPresent(was -> fancams.put(new Key(job, fancam), change.apply(was)));
    return found.isPresent();
  }

  private static Fancam changed(
      Fancam was,
      Fancam.State state,
      Set<Integer> cut,
      Optional<String> reason,
      List<String> notes) {
    return new Fancam(
        was.id(), was.person(), was.version(), was.chunks(), state, cut, reason, notes);
  }
}
