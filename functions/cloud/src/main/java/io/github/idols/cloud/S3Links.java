package io.github.idols.cloud;

import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Links;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.job.fancam.FancamLinks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned addresses of jobs' files. Safe for use by several threads. */
public final class S3Links implements Links, FancamLinks {
  private final S3Presigner presigner;
  private final String uploads;
  private final String results;

  /** Leads to the bucket of uploads and that of results. */
  public S3Links(S3Presigner presigner, String uploads, String results) {
    this.presigner = presigner;
    this.uploads = uploads;
    this.results = results;
  }

  @Override
  public URI source(JobId id, VideoFile file, Duration valid) {
    return Presigned.get(presigner, uploads, ObjectKeys.video(id), valid);
  }

  @Override
  public URI provisional(JobId id, int chunk, Duration valid) {
    return Presigned.get(presigner, results, ObjectKeys.provisional(id, chunk), valid);
  }

  @Override
  public URI result(JobId id, ResultFile file, String saveAs, Duration valid) {
    return saved(ObjectKeys.result(id, file), saveAs, valid);
  }

  @Override
  public URI fancam(JobId job, FancamId fancam, String saveAs, Duration valid) {
    return saved(ObjectKeys.fancam(job, fancam), saveAs, valid);
  }

  private URI saved(String key, String saveAs, Duration valid) {
    return Presigned.get(
        presigner,
        results,
        key,
        valid,
        request -> request.responseContentDisposition(disposition(saveAs)));
  }

  /** As RFC 6266 wants it: a name for the old, and one in UTF-8 for all others. */
  private static String disposition(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/' ? '_' : c)
        .forEach(plain::appendCodePoint);
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(plain, encoded.replace("*", "%2A"));
  }
}
