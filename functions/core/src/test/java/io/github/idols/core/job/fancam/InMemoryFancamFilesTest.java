package io.github.idols.core.job.fancam;

import java.util.Optional;

class InMemoryFancamFilesTest extends FancamFilesContract {
  private final InMemoryFancamFiles files = new InMemoryFancamFiles();

  @Override
  protected FancamFiles files() {
    return files;
  }

  @Override
  protected Optional<byte[]> fancam(FancamId fancam) {
    return files.fancam(job, fancam);
  }

  @Override
  protected long count() {
    return files.count(job);
  }
}
