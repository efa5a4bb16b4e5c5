package io.github.idols.core.job.fancam;

/** What work on fancams needs beside what all work on jobs does. */
public record FancamWork(Fancams fancams, FancamFiles files, FancamTasks tasks) {
  /**
   * Sets all fancams that are in the making going again, after all messages were lost. Those that
   * are not lost after all are done twice, which does no harm.
   */
  public void resume() {
    for (Fancams.Key key : fancams.working()) {
      tasks.stitch(key.job(), key.fancam());
    }
  }
}
