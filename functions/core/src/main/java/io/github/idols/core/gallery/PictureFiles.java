package io.github.idols.core.gallery;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where the files of galleries' pictures lie. Safe for use by several threads. */
public interface PictureFiles {
  /**
   * Where and how to put a picture.
   *
   * @param headers to be sent with the PUT
   */
  record Target(URI url, Map<String, String> headers) {
    public Target {
      headers = Map.copyOf(headers);
    }
  }

  /** An address that takes one file of exactly this type and size for an hour. */
  Target target(PictureKey picture, String type, long size);

  /** An address that the picture can be read from for a while. */
  URI link(PictureKey picture, Duration valid);

  /** The picture, if it has been put; to be closed. */
  Optional<MediaSource> open(PictureKey picture) throws IOException;

  /** Whether it has been put. */
  boolean isThere(PictureKey picture) throws IOException;

  /**
   * Copies a file within the store, over what may be there.
   *
   * @return false when there is no such file
   */
  boolean copy(PictureKey from, PictureKey to) throws IOException;

  /** Deletes files for good; what is not there counts as deleted. */
  void delete(Collection<PictureKey> pictures) throws IOException;
}
