package io.github.idols.cloud;

import io.github.idols.core.job.JobId;
import io.github.idols.core.job.fancam.FancamFiles;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.NamedVideoCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Fancams' files in the bucket of results, among those of their jobs. Safe for several threads. */
final class S3FancamFiles implements FancamFiles {
  private static final String VIDEO = "video/mp4";

  private final ResultsBucket bucket;

  S3FancamFiles(ResultsBucket bucket) {
    this.bucket = bucket;
  }

  @Override
  public void saveNamed(JobId job, FancamId fancam, NamedVideo named) throws IOException {
    bucket.save(
        ObjectKeys.fancamNamed(job, fancam),
        ResultsBucket.BINARY,
        out -> NamedVideoCodec.write(named, out));
  }

  @Override
  public Optional<NamedVideo> named(JobId job, FancamId fancam) throws IOException {
    return bucket.ifThere(ObjectKeys.fancamNamed(job, fancam), NamedVideoCodec::read);
  }

  @Override
  public void saveChunk(JobId job, FancamId fancam, int chunk, Path file) throws IOException {
    bucket.save(ObjectKeys.fancamChunk(job, fancam, chunk), VIDEO, file);
  }

  @Override
  public void fetchChunk(JobId job, FancamId fancam, int chunk, Path to) throws IOException {
    bucket.fetch(ObjectKeys.fancamChunk(job, fancam, chunk), to);
  }

  @Override
  public void save(JobId job, FancamId fancam, Path file) throws IOException {
    bucket.save(ObjectKeys.fancam(job, fancam), VIDEO, file);
  }

  @Override
  public void deleteWork(JobId job, FancamId fancam) throws IOException {
    bucket.deleteAll(ObjectKeys.fancamWork(job, fancam));
  }

  @Override
  public void delete(JobId job, FancamId fancam) throws IOException {
    bucket.delete(ObjectKeys.fancam(job, fancam));
    deleteWork(job, fancam);
  }
}
