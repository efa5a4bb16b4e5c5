package io.github.idols.core.job;

class InMemoryJobFilesTest extends JobFilesContract {
  private final InMemoryJobFiles files = new InMemoryJobFiles();

  @Override
  protected JobFiles files() {
    return files;
  }

  @Override
  protected void upload(JobId id, byte[] video) {
    files.upload(id, video);
  }

  @Override
  protected byte[] result(JobId id, ResultFile result) {
    return files.result(id, result).orElseThrow();
  }

  @Override
  protected boolean isEmpty(JobId id) {
    return files.isEmpty(id);
  }
}
