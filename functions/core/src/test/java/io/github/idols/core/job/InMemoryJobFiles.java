package io.github.idols.core.job;

import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.BytesSource;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Jobs' files in memory, held to {@link JobFilesContract} as the real store is. */
public final class InMemoryJobFiles implements JobFiles {
  private final Map<String, Object> files = new TreeMap<>();

  /** Puts a job's video in its place, as an upload does. */
  public synchronized void upload(JobId id, byte[] video) {
    files.put(id + "/source", video.clone());
  }

  @Override
  public synchronized Optional<byte[]> result(JobId id, ResultFile result) {
    return Optional.ofNullable((byte[]) files.get(id + "/" + result.file()));
  }

  /** The provisional labels of one chunk. */
  public synchronized Optional<Labels> provisional(JobId id, int chunk) {
    return Optional.ofNullable((Labels) files.get(id + "/provisional/" + chunk));
  }

  /** Whether nothing of a job is there. */
  public synchronized boolean isEmpty(JobId id) {
    return files.keySet().stream().noneMatch(name -> name.startsWith(id + "/"));
  }

  @Override
  public synchronized Optional<MediaSource> source(JobId id) {
    return Optional.ofNullable((byte[]) files.get(id + "/source"))
        .map(bytes -> new BytesSource(id.value(), bytes));
  }

  @Override
  public synchronized void savePlan(JobId id, Plan plan) {
    files.put(id + "/plan", plan);
  }

  @Override
  public Plan plan(JobId id) throws IOException {
    return (Plan) get(id + "/plan");
  }

  @Override
  public synchronized void saveTracks(JobId id, ChunkTracks tracks) {
    files.put(id + "/tracks/" + tracks.chunk(), tracks);
  }

  @Override
  public ChunkTracks tracks(JobId id, int chunk) throws IOException {
    return (ChunkTracks) get(id + "/tracks/" + chunk);
  }

  @Override
  public synchronized void saveProvisional(JobId id, int chunk, Labels labels) {
    files.put(id + "/provisional/" + chunk, labels);
  }

  @Override
  public synchronized void saveNamed(JobId id, NamedVideo named) {
    files.put(id + "/named", named);
  }

  @Override
  public NamedVideo named(JobId id) throws IOException {
    return (NamedVideo) get(id + "/named");
  }

  @Override
  public synchronized void savePreviewSpot(JobId id, PreviewSpot spot) {
    files.put(id + "/preview", spot);
  }

  @Override
  public synchronized Optional<PreviewSpot> previewSpot(JobId id) {
    return Optional.ofNullable((PreviewSpot) files.get(id + "/preview"));
  }

  @Override
  public synchronized void saveRendered(JobId id, int chunk, Path file) throws IOException {
    files.put(id + "/rendered/" + chunk, Files.readAllBytes(file));
  }

  @Override
  public void fetchRendered(JobId id, int chunk, Path to) throws IOException {
    Files.write(to, (byte[]) get(id + "/rendered/" + chunk));
  }

  @Override
  public synchronized void savePictures(JobId id, int chunk, ChunkPictures pictures) {
    files.put(id + "/rendered/" + chunk + ".pictures", pictures);
  }

  @Override
  public synchronized ChunkPictures pictures(JobId id, int chunk) {
    Object there = files.get(id + "/rendered/" + chunk + ".pictures");
    return there == null ? ChunkPictures.NONE : (ChunkPictures) there;
  }

  @Override
  public synchronized void saveResult(JobId id, ResultFile result, Path file) throws IOException {
    files.put(id + "/" + result.file(), Files.readAllBytes(file));
  }

  @Override
  public synchronized void deleteWork(JobId id) {
    files
        .keySet()
        .removeIf(
            name -> name.startsWith(id + "/rendered/") || name.startsWith(id + "/provisional/"));
  }

  @Override
  public synchronized void delete(JobId id, String upload) {
    files.keySet().removeIf(name -> name.startsWith(id + "/"));
  }

  private synchronized Object get(String name) throws IOException {
    Object file = files.get(name);
    if (file == null) {
      throw new FileNotFoundException("there is no " + name);
    }
    return file;
  }
}
