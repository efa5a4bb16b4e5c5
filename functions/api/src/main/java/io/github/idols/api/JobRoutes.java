package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.OwnedGalleries;
import io.github.idols.core.gallery.ShareGallery;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.job.DeleteJob;
import io.github.idols.core.job.OwnedJobs;
import io.github.idols.core.job.StartJob;
import io.github.idols.core.job.UploadVideo;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.VideoUploads;
import java.util.List;
import java.util.Optional;

/** The routes of jobs, for those who made them. */
final class JobRoutes {
  private static final String JOB = "/jobs/{job}";
  private static final int MOST_PARTS_AT_ONCE = 100;

  private final OwnedJobs jobs;
  private final StartJob start;
  private final OwnedGalleries galleries;
  private final ShareGallery shared;
  private final UploadVideo upload;
  private final DeleteJob delete;
  private final VideoAnswers answers;

  JobRoutes(
      OwnedJobs jobs,
      StartJob start,
      OwnedGalleries galleries,
      ShareGallery shared,
      UploadVideo upload,
      DeleteJob delete,
      VideoAnswers answers) {
    this.jobs = jobs;
    this.start = start;
    this.galleries = galleries;
    this.shared = shared;
    this.upload = upload;
    this.delete = delete;
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/jobs", this::create),
        new Route("GET", JOB, this::show),
        new Route("DELETE", JOB, this::delete),
        new Route("GET", JOB + "/parts", this::arrived),
        new Route("POST", JOB + "/parts", this::parts),
        new Route("POST", JOB + "/complete", this::complete));
  }

  private record CreatedJob(String id, String secret, String share, long partSize, int parts) {}

  private Reply create(Request request) throws DeclinedException {
    Fields json = request.body().json();
    VideoFile file = new VideoFile(json.text("file"), json.text("type"), json.whole("size"));
    StartJob.Started job = start.start(file, gallery(json, request.secret()), matcher(json));
    return Reply.created(
        new CreatedJob(
            job.id().value(),
            job.secret().value(),
            job.share().value(),
            VideoUploads.PART_SIZE,
            job.parts()));
  }

  /** One's own by id and secret, or somebody's by a share link. */
  private StoredGallery gallery(Fields json, Optional<Secret> secret) throws DeclinedException {
    Optional<String> share = json.optionalText("galleryShare");
    if (share.isEmpty()) {
      String id = json.text("gallery");
      if (!GalleryId.isId(id)) {
        throw json.wrong("gallery", "a gallery's id");
      }
      return galleries.find(new GalleryId(id), secret);
    }
    if (json.optionalText("gallery").isPresent()) {
      throw json.wrong("gallery", "missing where there is a galleryShare");
    }
    return shared.find(GalleryShareRoutes.galleryShare(json));
  }

  private static MatcherKind matcher(Fields json) throws DeclinedException {
    Optional<String> word = json.optionalText("matcher");
    Optional<MatcherKind> kind =
        word.isEmpty() ? Optional.of(MatcherKind.CENTROID) : MatcherKind.from(word.get());
    return kind.orElseThrow(() -> json.wrong("matcher", "centroid, nearest or classifier"));
  }

  private Reply show(Request request) throws DeclinedException {
    return Reply.ok(answers.of(jobs.find(request.job(), request.secret())));
  }

  private Reply delete(Request request) throws DeclinedException {
    delete.delete(request.job(), request.secret());
    return Reply.done();
  }

  private record ArrivedParts(long partSize, int parts, List<Integer> numbers) {}

  private Reply arrived(Request request) throws DeclinedException {
    UploadVideo.Arrived arrived = upload.arrived(request.job(), request.secret());
    return Reply.ok(new ArrivedParts(VideoUploads.PART_SIZE, arrived.parts(), arrived.numbers()));
  }

  private record PartUploads(List<UploadVideo.Part> parts) {}

  private Reply parts(Request request) throws DeclinedException {
    return Reply.ok(
        new PartUploads(
            upload.parts(
                request.job(),
                request.secret(),
                request.body().json().wholes("numbers", MOST_PARTS_AT_ONCE))));
  }

  private Reply complete(Request request) throws DeclinedException {
    upload.complete(request.job(), request.secret());
    return Reply.done();
  }
}
