package io.github.idols.core.job;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Uploads in memory: which parts are there, not what is in them. */
public final class InMemoryVideoUploads implements VideoUploads {
  private final Map<String, Set<Integer>> uploads = new HashMap<>();

  /** Puts a part in its place, as a browser does. */
  public synchronized void put(String upload, int number) {
    uploads.computeIfAbsent(upload, u -> new HashSet<>()).add(number);
  }

  @Override
  public synchronized String begin(JobId id, VideoFile file) {
    String upload = "upload of " + id;
    uploads.put(upload, new HashSet<>());
    return upload;
  }

  @Override
  public URI part(JobId id, String upload, VideoFile file, int number) {
    return URI.create("memory:/" + id + "/parts/" + number);
  }

  @Override
  public synchronized Optional<List<Integer>> arrived(JobId id, String upload, VideoFile file) {
    return Optional.ofNullable(uploads.get(upload)).map(parts -> parts.stream().sorted().toList());
  }

  /** As the store does with one that nobody goes on with. */
  public synchronized void forget(String upload) {
    uploads.remove(upload);
  }

  @Override
  public synchronized boolean complete(JobId id, String upload, VideoFile file) {
    return uploads.getOrDefault(upload, Set.of()).size() == VideoUploads.parts(file.size());
  }
}
