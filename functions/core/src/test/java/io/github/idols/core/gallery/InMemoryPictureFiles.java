package io.github.idols.core.gallery;

import io.github.idols.core.video.BytesSource;
import io.github.idols.core.video.MediaSource;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures' files in memory, held to {@link PictureFilesContract} as the real store is. */
public final class InMemoryPictureFiles implements PictureFiles {
  private final Map<PictureKey, byte[]> files = new HashMap<>();

  /** Puts a picture in its place, as a browser does. */
  public synchronized void put(PictureKey picture, byte[] bytes) {
    files.put(picture, bytes.clone());
  }

  @Override
  public Target target(PictureKey picture, String type, long size) {
    return new Target(link(picture, Duration.ofHours(1)), Map.of("content-type", type));
  }

  @Override
  public URI link(PictureKey picture, Duration valid) {
    return URI.create(
        "memory:/%s/%s/%s".formatted(picture.gallery(), picture.person(), picture.picture()));
  }

  @Override
  public synchronized Optional<MediaSource> open(PictureKey picture) {
    return Optional.ofNullable(files.get(picture))
        .map(bytes -> new BytesSource(picture.picture().value(), bytes));
  }

  @Override
  public synchronized boolean isThere(PictureKey picture) {
    return files.containsKey(picture);
  }

  @Override
  public synchronized boolean copy(PictureKey from, PictureKey to) {
    byte[] bytes = files.get(from);
    if (bytes == null) {
      return false;
    }
    files.put(to, bytes);
    return true;
  }

  @Override
  public synchronized void delete(Collection<PictureKey> pictures) {
    pictures.forEach(files::remove);
  }
}
