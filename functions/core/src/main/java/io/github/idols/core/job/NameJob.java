package io.github.idols.core.job;

import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.label.CastJson;
import io.github.idols.core.label.CastMember;
import io.github.idols.core.label.ChoosePreview;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.LabelsCsv;
import io.github.idols.core.label.LabelsJson;
import io.github.idols.core.label.LabelsVtt;
import io.github.idols.core.label.NameVideo;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.video.Plan;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins and names the tracks of all chunks of a job, writes the labels, and beside them those of
 * the other recogniser, and has the labels drawn; and once more for what its maker says of a
 * finished job, which takes seconds: nothing is looked for.
 *
 * <p>May run twice, at once too, or be cut off anywhere: until the job moves on everything is
 * written anew. Safe for use by several threads.
 */
public final class NameJob {
  private static final String NO_GALLERY =
      "The gallery was deleted while faces were being looked for. Upload the video again with"
          + " another gallery.";
  private static final String NOBODY =
      "The gallery has no usable picture of anybody. Add pictures to it and upload the video"
          + " again.";

  private final Jobs jobs;
  private final JobFiles files;
  private final NextStep next;
  private final Galleries galleries;
  private final Path temp;
  private final Clock clock;

  /**
   * The use case.
   *
   * @param temp folder for files that are removed again
   */
  public NameJob(
      Jobs jobs, JobFiles files, Tasks tasks, Galleries galleries, Path temp, Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.next = new NextStep(jobs, files, tasks);
    this.galleries = galleries;
    this.temp = temp;
    this.clock = clock;
  }

  /**
   * Does it, unless it is done already, or the job is not there or lacks chunks.
   *
   * @throws IOException when something could not be read or written: to be tried again
   */
  public StitchResult name(JobId id) throws IOException {
    Optional<Job> found = jobs.find(id);
    if (found.isEmpty()) {
      return StitchResult.DONE;
    }
    Job job = found.get();
    if (job.isAt(Fan.RENDER)) {
      // Whoever named it may not have come to sending the messages.
      next.send(job);
      return StitchResult.DONE;
    }
    if (job.state() == JobState.DONE && !job.corrected().isNamed()) {
      return new Claims(jobs, clock).correct(id, () -> correct(id));
    }
    if (!job.isAt(Fan.RECOGNIZE) || !job.isComplete(Fan.RECOGNIZE)) {
      return StitchResult.DONE;
    }
    return new Claims(jobs, clock).work(id, Fan.RECOGNIZE, () -> name(job));
  }

  private void name(Job job) throws IOException {
    Optional<StoredGallery> stored = galleries.find(job.gallery());
    Optional<Gallery> gallery = stored.flatMap(StoredGallery::usable);
    if (stored.isEmpty() || gallery.isEmpty()) {
      jobs.fail(job.id(), stored.isEmpty() ? NO_GALLERY : NOBODY);
      return;
    }
    save(job, gallery.get(), stored.get().names());
    jobs.named(job.id(), stored.get().version());
    next.changed(job);
  }

  /** Until the labels have what was said last: more may be said meanwhile. */
  private void correct(JobId id) throws IOException {
    Optional<Job> found = jobs.find(id);
    while (found.isPresent() && !found.get().corrected().isNamed()) {
      Job job = found.get();
      StoredGallery stored =
          galleries.find(job.gallery()).orElseThrow(() -> new IOException(NO_GALLERY));
      save(job, stored.usable().orElseThrow(() -> new IOException(NOBODY)), stored.names());
      if (jobs.corrected(id, job.corrected().version(), stored.version())) {
        return;
      }
      found = jobs.find(id);
      if (found.isEmpty()) {
        files.delete(id, job.upload());
      }
    }
    jobs.release(id);
  }

  private void save(Job job, Gallery gallery, List<PersonNames> names) throws IOException {
    Plan plan = files.plan(job.id());
    List<ChunkTracks> tracks = tracks(job.id(), plan);
    MatcherKind used = job.matcher();
    NamedVideo named = named(job, used, gallery, plan, tracks);
    files.saveNamed(job.id(), named);
    Optional<PreviewSpot> preview = ChoosePreview.of(named, tracks);
    if (preview.isPresent()) {
      files.savePreviewSpot(job.id(), preview.get());
    }
    // Both at once: a reader who compares them finds two of one version.
    Labels beside = named(job, used.beside(), gallery, plan, tracks).labels();
    saveLabels(job.id(), named.labels().withNames(names), beside.withNames(names));
  }

  private static NamedVideo named(
      Job job, MatcherKind kind, Gallery gallery, Plan plan, List<ChunkTracks> tracks) {
    Matcher matcher = kind.matcher(gallery, kind.defaultTolerance());
    return new NameVideo(matcher, job.corrected().corrections()).name(plan.video(), tracks);
  }

  private List<ChunkTracks> tracks(JobId id, Plan plan) throws IOException {
    List<ChunkTracks> tracks = new ArrayList<>();
    for (int chunk = 0; chunk < plan.chunks().size(); chunk++) {
      tracks.add(files.tracks(id, chunk));
    }
    return tracks;
  }

  private void saveLabels(JobId id, Labels labels, Labels beside) throws IOException {
    try (WorkFolder folder = WorkFolder.in(temp)) {
      save(id, ResultFile.JSON, folder, out -> LabelsJson.write(labels, out));
      save(id, ResultFile.BESIDE, folder, out -> LabelsJson.write(beside, out));
      save(id, ResultFile.CSV, folder, out -> LabelsCsv.write(labels, out));
      save(id, ResultFile.VTT, folder, out -> LabelsVtt.write(labels, out));
      save(id, ResultFile.CAST, folder, out -> CastJson.write(CastMember.of(labels), out));
    }
  }

  private interface Text {
    void writeTo(Writer out) throws IOException;
  }

  private void save(JobId id, ResultFile result, WorkFolder folder, Text text) throws IOException {
    Path file = folder.file(result.file());
    try (Writer out = Files.newBufferedWriter(file)) {
      text.writeTo(out);
    }
    files.saveResult(id, result, file);
  }
}
