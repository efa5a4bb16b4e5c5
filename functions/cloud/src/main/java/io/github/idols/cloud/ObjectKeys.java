package io.github.idols.cloud;

import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.fancam.FancamId;
import java.util.Optional;

/** Where things lie in the two buckets. */
public final class ObjectKeys {
  /** Beginning of the keys of videos in the bucket of uploads. */
  public static final String VIDEOS = "videos/";

  /** Beginning of the keys of pictures in the bucket of uploads. */
  public static final String PICTURES = "pictures/";

  private ObjectKeys() {}

  /** The uploaded video, in the bucket of uploads. */
  public static String video(JobId id) {
    return VIDEOS + id;
  }

  /** The job whose video lies there, if any does; what events name is anybody's. */
  public static Optional<JobId> jobOf(String key) {
    return Optional.of(key)
        .filter(k -> k.startsWith(VIDEOS))
        .map(k -> k.substring(VIDEOS.length()))
        .filter(JobId::isId)
        .map(JobId::new);
  }

  /** A picture, in the bucket of uploads. */
  public static String picture(PictureKey picture) {
    return PICTURES + picture.gallery() + "/" + picture.person() + "/" + picture.picture();
  }

  /** The picture that lies there, if one does. */
  public static Optional<PictureKey> pictureOf(String key) {
    if (!key.startsWith(PICTURES)) {
      return Optional.empty();
    }
    String[] ids = key.substring(PICTURES.length()).split("/", -1);
    return ids.length == 3
            && GalleryId.isId(ids[0])
            && PersonId.isId(ids[1])
            && PictureId.isId(ids[2])
        ? Optional.of(
            new PictureKey(new GalleryId(ids[0]), new PersonId(ids[1]), new PictureId(ids[2])))
        : Optional.empty();
  }

  /** Beginning of the keys of all that is made from a job's video, in the bucket of results. */
  static String results(JobId id) {
    return "jobs/" + id + "/";
  }

  static String plan(JobId id) {
    return results(id) + "plan";
  }

  static String tracks(JobId id, int chunk) {
    return results(id) + "tracks/" + chunk;
  }

  static String provisionals(JobId id) {
    return results(id) + "provisional/";
  }

  static String provisional(JobId id, int chunk) {
    return provisionals(id) + chunk + ".json";
  }

  static String named(JobId id) {
    return results(id) + "named";
  }

  static String previewSpot(JobId id) {
    return results(id) + "preview";
  }

  static String allRendered(JobId id) {
    return results(id) + "rendered/";
  }

  static String rendered(JobId id, int chunk) {
    return allRendered(id) + chunk + ".mp4";
  }

  static String pictures(JobId id, int chunk) {
    return allRendered(id) + chunk + ".pictures";
  }

  /** Beginning of the keys of what a fancam is made from. */
  static String fancamWork(JobId id, FancamId fancam) {
    return results(id) + "fancams/" + fancam + "/";
  }

  static String fancamNamed(JobId id, FancamId fancam) {
    return fancamWork(id, fancam) + "named";
  }

  static String fancamChunk(JobId id, FancamId fancam, int chunk) {
    return fancamWork(id, fancam) + chunk + ".mp4";
  }

  /** Not under {@link #fancamWork}, which is deleted when it is made. */
  static String fancam(JobId id, FancamId fancam) {
    return results(id) + "fancams/" + fancam + ".mp4";
  }

  static String result(JobId id, ResultFile file) {
    return results(id) + file.file();
  }
}
