package io.github.idols.core.job;

class InMemoryJobsTest extends JobsContract {
  private final InMemoryJobs jobs = new InMemoryJobs();

  @Override
  protected Jobs jobs() {
    return jobs;
  }
}
