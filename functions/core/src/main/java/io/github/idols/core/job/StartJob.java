package io.github.idols.core.job;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.text.GivenText;
import io.github.idols.core.video.VideoLimits;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a job for a video that somebody is about to upload. What is clearly of no use is declined
 * before anything is uploaded; the gate decides when the file is there. Safe for use by several
 * threads.
 *
 * <p>The upload is begun before the job is kept: whoever is cut off between the two leaves an empty
 * upload, which the store forgets by itself, and never a job that nothing can be uploaded to.
 */
public final class StartJob {
  private static final VideoLimits LIMITS = VideoLimits.defaults();

  /** Longest media type that makes sense. */
  private static final int LONGEST_TYPE = 100;

  /** Families of media types that no video is of; other types may be a browser's odd guess. */
  private static final Set<String> OTHER_FAMILIES = Set.of("audio", "font", "image", "text");

  /** Extensions of files that people take for videos, or drop by mistake. */
  private static final Set<String> OTHER_EXTENSIONS =
      Set.of(
          "aac", "bmp", "csv", "doc", "docx", "exe", "flac", "gif", "heic", "htm", "html", "jpeg",
          "jpg", "json", "m4a", "md", "mp3", "ogg", "opus", "pdf", "png", "ppt", "pptx", "rar",
          "srt", "svg", "txt", "vtt", "wav", "webp", "xls", "xlsx", "xml", "zip", "7z");

  private final Jobs jobs;
  private final VideoUploads uploads;
  private final Clock clock;
  private final SecureRandom random;

  public StartJob(Jobs jobs, VideoUploads uploads, Clock clock, SecureRandom random) {
    this.jobs = jobs;
    this.uploads = uploads;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A job that was made.
   *
   * @param secret told this once
   * @param parts that the video is to be uploaded in
   */
  public record Started(JobId id, Secret secret, ShareId share, int parts) {}

  /**
   * Makes a job.
   *
   * @param gallery that whoever asks may use: their own, or one that is shared with them; the job
   *     stays with it, whatever becomes of the share
   */
  public Started start(VideoFile announced, StoredGallery gallery, MatcherKind matcher)
      throws DeclinedException {
    VideoFile file = checked(announced);
    mustBeUsable(gallery);
    JobId id = JobId.random(random);
    ShareId share = ShareId.random(random);
    Secret secret = Secret.random(random);
    String upload = uploads.begin(id, file);
    jobs.create(
        new NewJob(
            id,
            share,
            secret.hash(),
            file,
            upload,
            gallery.id(),
            gallery.name(),
            matcher,
            clock.instant()));
    return new Started(id, secret, share, VideoUploads.parts(file.size()));
  }

  private static VideoFile checked(VideoFile file) throws DeclinedException {
    String name = GivenText.fileName("file", file.name());
    if (isClearlyNoVideo(name, file.type())) {
      throw new DeclinedException(
          Why.UNSUPPORTED, name + " is not a video: choose an MP4, MOV, WebM or MKV file.");
    }
    if (file.size() < 1) {
      throw new DeclinedException(Why.INVALID, name + " is empty: choose another file.");
    }
    if (file.size() > LIMITS.maxBytes()) {
      throw new DeclinedException(
          Why.TOO_LARGE,
          "%s is larger than %d GB: choose a smaller version of the video."
              .formatted(name, LIMITS.maxBytes() >> 30));
    }
    return new VideoFile(name, type(file.type()), file.size());
  }

  /** The type goes into the store's headers: only what is one may. */
  private static String type(String given) {
    return given.length() <= LONGEST_TYPE && given.matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")
        ? given.toLowerCase(Locale.ROOT)
        : "";
  }

  private static boolean isClearlyNoVideo(String name, String type) {
    String family = type.toLowerCase(Locale.ROOT).replaceFirst("/.*", "");
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return OTHER_FAMILIES.contains(family)
        || (!family.equals("video") && OTHER_EXTENSIONS.contains(extension));
  }

  private static void mustBeUsable(StoredGallery gallery) throws DeclinedException {
    if (!gallery.whole()) {
      throw new DeclinedException(
          Why.CONFLICT,
          "This gallery is a copy that is not finished: open the link that it was copied from, and"
              + " copy it again.");
    }
    if (gallery.usable().isEmpty()) {
      throw new DeclinedException(
          Why.CONFLICT,
          isWaiting(gallery)
              ? "The gallery's pictures are still being looked at: wait until one is taken."
              : "The gallery has no usable picture of anybody: add some pictures to it first.");
    }
  }

  private static boolean isWaiting(StoredGallery gallery) {
    return gallery.people().stream()
        .flatMap(person -> person.pictures().stream())
        .anyMatch(picture -> picture.state() instanceof PictureState.Waiting);
  }
}
