package io.github.idols.core.job.fancam;

import io.github.idols.core.job.JobId;
import io.github.idols.core.label.NamedVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of fancams lie: among their job's, so that they go with them. Reading what was
 * never written throws an {@link IOException}. Safe for use by several threads.
 */
public interface FancamFiles {
  /**
   * Keeps the names that all chunks of a fancam go by: those of the whole video may be corrected
   * meanwhile.
   */
  void saveNamed(JobId job, FancamId fancam, NamedVideo named) throws IOException;

  /** The names that a fancam goes by, once they are kept. */
  Optional<NamedVideo> named(JobId job, FancamId fancam) throws IOException;

  /** Keeps a chunk that is cut. */
  void saveChunk(JobId job, FancamId fancam, int chunk, Path file) throws IOException;

  /** Copies a cut chunk to a file on this machine. */
  void fetchChunk(JobId job, FancamId fancam, int chunk, Path to) throws IOException;

  /** Keeps the fancam itself. */
  void save(JobId job, FancamId fancam, Path file) throws IOException;

  /** Deletes everything but the fancam itself. */
  void deleteWork(JobId job, FancamId fancam) throws IOException;

  /** Deletes everything of a fancam. */
  void delete(JobId job, FancamId fancam) throws IOException;
}
