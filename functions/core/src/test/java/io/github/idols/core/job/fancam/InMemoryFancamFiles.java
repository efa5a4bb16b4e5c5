package io.github.idols.core.job.fancam;

import io.github.idols.core.job.JobId;
import io.github.idols.core.label.NamedVideo;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fancams' files in memory, held to {@link FancamFilesContract} as the real store is. */
public final class InMemoryFancamFiles implements FancamFiles {
  private final Map<String, Object> files = new TreeMap<>();

  /** The fancam itself. */
  public synchronized Optional<byte[]> fancam(JobId job, FancamId fancam) {
    return Optional.ofNullable((byte[]) files.get(work(job, fancam) + "fancam"));
  }

  /** How many files of a job there are. */
  public synchronized long count(JobId job) {
    return files.keySet().stream().filter(name -> name.startsWith(job + "/")).count();
  }

  /** Deletes them with their job, as a store does that keeps them among the job's files. */
  public synchronized void deleteAll(JobId job) {
    files.keySet().removeIf(name -> name.startsWith(job + "/"));
  }

  private static String work(JobId job, FancamId fancam) {
    return job + "/" + fancam + "/";
  }

  @Override
  public synchronized void saveNamed(JobId job, FancamId fancam, NamedVideo named) {
    files.put(work(job, fancam) + "named", named);
  }

  @Override
  public synchronized Optional<NamedVideo> named(JobId job, FancamId fancam) {
    return Optional.ofNullable((NamedVideo) files.get(work(job, fancam) + "named"));
  }

  @Override
  public synchronized void saveChunk(JobId job, FancamId fancam, int chunk, Path file)
      throws IOException {
    files.put(work(job, fancam) + chunk, Files.readAllBytes(file));
  }

  @Override
  public synchronized void fetchChunk(JobId job, FancamId fancam, int chunk, Path to)
      throws IOException {
    Object bytes = files.get(work(job, fancam) + chunk);
    if (bytes == null) {
      throw new FileNotFoundException("there is no chunk " + chunk);
    }
    Files.write(to, (byte[]) bytes);
  }

  @Override
  public synchronized void save(JobId job, FancamId fancam, Path file) throws IOException {
    files.put(work(job, fancam) + "fancam", Files.readAllBytes(file));
  }

  @Override
  public synchronized void deleteWork(JobId job, FancamId fancam) {
    files
        .keySet()
        .removeIf(
            name ->
                name.startsWith(work(job, fancam)) && !name.equals(work(job, fancam) + "fancam"));
  }

  @Override
  public synchronized void delete(JobId job, FancamId fancam) {
    files.keySet().removeIf(name -> name.startsWith(work(job, fancam)));
  }
}
