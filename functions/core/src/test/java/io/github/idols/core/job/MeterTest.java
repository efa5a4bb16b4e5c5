package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.cost.Processor;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeterTest {
  private final InMemoryJobs jobs = new InMemoryJobs();
  private final NewJob job = JobsContract.newJob();
  private long now = 5;
  private final Meter meter = new Meter(jobs, () -> now, new Meter.Machine(1024, Processor.X86_64));

  @Test
  void addsWhatWorkTookRoundedUpToMilliseconds() throws IOException {
    jobs.create(job);
    assertEquals("done", meter.measure(job.id(), Step.RECOGNIZE, () -> after(2_000_001)));
    assertEquals(Runs.one(1024, 3), jobs.find(job.id()).orElseThrow().usage().of(Step.RECOGNIZE));
  }

  @Test
  void whatFailedIsPaidForToo() {
    jobs.create(job);
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                meter.measure(
                    job.id(),
                    Step.JOIN,
                    () -> {
                      throw new IOException(after(7_000_000));
                    }));
    assertEquals("done", e.getMessage());
    assertEquals(Runs.one(1024, 7), jobs.find(job.id()).orElseThrow().usage().of(Step.JOIN));
  }

  @Test
  void tellsWhatAJobCostsForAsLongAsItIsThere() throws IOException {
    jobs.create(job);
    meter.measure(job.id(), Step.RENDER, () -> after(1_000_000_000_000L));
    // 1 GB for 1000 s at 0.0000166667; the file of 5 GB, twice, for a month.
    String words = meter.words(job.id()).orElseThrow();
    assertEquals("computing 1.67", words.substring(words.indexOf('(') + 1, words.indexOf(',')));
    assertEquals("storage 21.42)", words.substring(words.indexOf("storage")));

    jobs.delete(job.id());
    meter.measure(job.id(), Step.RENDER, () -> after(1));
    assertEquals(Optional.empty(), meter.words(job.id()));
  }

  private String after(long nanos) {
    now += nanos;
    return "done";
  }
}
