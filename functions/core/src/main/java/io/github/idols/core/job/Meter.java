package io.github.idols.core.job;

import io.github.idols.core.cost.Bill;
import io.github.idols.core.cost.Prices;
import io.github.idols.core.cost.Processor;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Measures how long work on a job takes, and adds it to the job, so that the job can tell what it
 * cost. Safe for use by several threads.
 */
public final class Meter {
  /** One whole core on Lambda, which is what template.yaml gives each function. */
  public static final int ONE_CORE = 1769;

  private final Jobs jobs;
  private final LongSupplier nanos;
  private final Machine machine;

  /**
   * What a function runs on.
   *
   * @param megabytes of memory that it has, and that are paid for
   */
  public record Machine(int megabytes, Processor processor) {
    /** As template.yaml says by default. */
    public static final Machine USUAL = new Machine(ONE_CORE, Processor.X86_64);
  }

  /**
   * @param nanos a clock that only goes forward, in nanoseconds since some moment
   */
  public Meter(Jobs jobs, LongSupplier nanos, Machine machine) {
    this.jobs = jobs;
    this.nanos = nanos;
    this.machine = machine;
  }

  /** What is measured. */
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does some work on a job and adds its time, also when it fails. A job that is gone meanwhile
   * stays so.
   */
  public <T> T measure(JobId id, Step step, Work<T> work) throws IOException {
    long start = nanos.getAsLong();
    T done;
    try {
      done = work.run();
    } catch (IOException | RuntimeException e) {
      try {
        add(id, step, start);
      } catch (RuntimeException unwritten) {
        e.addSuppressed(unwritten);
      }
      throw e;
    }
    add(id, step, start);
    return done;
  }

  private void add(JobId id, Step step, long start) {
    // Lambda rounds up.
    long millis = (nanos.getAsLong() - start + 999_999) / 1_000_000;
    jobs.ran(id, step, Runs.one(machine.megabytes(), millis));
  }

  /** What a job has cost so far, in words; nothing when it is gone. */
  public Optional<String> words(JobId id) {
    return jobs.find(id).map(job -> bill(job, machine.processor()).words());
  }

  /** What a job has cost so far. */
  public static Bill bill(Job job, Processor processor) {
    return Bill.of(job.usage(), Prices.list(), processor);
  }
}
