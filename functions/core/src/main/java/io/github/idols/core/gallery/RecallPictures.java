package io.github.idols.core.gallery;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks only at pictures that are not known yet. Used by one thread at a time; several may share
 * what is known.
 */
public final class RecallPictures implements PictureChecker {
  /** Longer files are handed on as they are: no picture of a gallery is that long. */
  private static final long MOST_BYTES = 50L << 20;

  private final KnownPictures known;
  private final Supplier<PictureChecker> maker;
  private Optional<PictureChecker> checker = Optional.empty();

  /**
   * A checker that remembers.
   *
   * @param maker of the one that looks, which is made when the first unknown picture comes: its
   *     networks cost as much as some pictures
   */
  public RecallPictures(KnownPictures known, Supplier<PictureChecker> maker) {
    this.known = known;
    this.maker = maker;
  }

  @Override
  public PictureCheck check(MediaSource picture) throws IOException {
    if (picture.size() > MOST_BYTES) {
      return looking().check(picture);
    }
    ByteBuffer bytes;
    try (picture) {
      bytes = bytes(picture);
    }
    PictureContent content = PictureContent.of(bytes);
    Optional<PictureCheck> before = known.recall(content);
    if (before.isPresent()) {
      return before.get();
    }
    PictureCheck check = looking().check(new Held(picture.name(), bytes));
    known.keep(content, check);
    return check;
  }

  @Override
  public void close() {
    checker.ifPresent(PictureChecker::close);
    checker = Optional.empty();
  }

  private PictureChecker looking() {
    PictureChecker made = checker.orElseGet(maker);
    checker = Optional.of(made);
    return made;
  }

  private static ByteBuffer bytes(MediaSource source) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
    while (bytes.hasRemaining() && source.read(bytes.position(), bytes) >= 0) {
      // More is to come.
    }
    return bytes.flip();
  }

  /** The bytes that were hashed, so that no other ones are looked at. */
  private record Held(String name, ByteBuffer bytes) implements MediaSource {
    @Override
    public long size() {
      return bytes.limit();
    }

    @Override
    public int read(long position, ByteBuffer buffer) {
      if (position >= bytes.limit()) {
        return -1;
      }
      int count = (int) Math.min(buffer.remaining(), bytes.limit() - position);
      buffer.put(bytes.slice((int) position, count));
      return count;
    }

    @Override
    public void close() {}
  }
}
