package io.github.idols.core.job.fancam;

import io.github.idols.core.job.InMemoryJobs;
import io.github.idols.core.job.Jobs;

class InMemoryFancamsTest extends FancamsContract {
  private final InMemoryJobs jobs = new InMemoryJobs();
  private final InMemoryFancams fancams = new InMemoryFancams(jobs);

  @Override
  protected Jobs jobs() {
    return jobs;
  }

  @Override
  protected Fancams fancams() {
    return fancams;
  }
}
