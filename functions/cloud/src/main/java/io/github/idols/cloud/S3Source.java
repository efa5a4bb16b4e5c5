package io.github.idols.cloud;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object of S3 as a media file, read in ranges.
 *
 * <p>Readers of video ask for small pieces, one after another, with jumps between the index and the
 * pictures. So each request fetches a block, a larger one as long as reading goes forward, and a
 * few blocks are kept. The object is held to the ETag that it had at first: half of one video and
 * half of another are never mixed.
 */
final class S3Source implements MediaSource {
  /** Of most videos it holds all of the index. */
  private static final int FIRST = 512 << 10;

  private static final int AFTER_JUMP = 1 << 20;
  private static final int LARGEST = 4 << 20;

  /** Index, pictures and sound, and one more. */
  private static final int BLOCKS = 4;

  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_SATISFIABLE = 416;
  private static final int NOT_FOUND = 404;

  private record Block(long start, ByteBuffer bytes) {
    boolean holds(long position) {
      return position >= start && position < end();
    }

    long end() {
      return start + bytes.limit();
    }
  }

  private record Fetched(GetObjectResponse response, ByteBuffer bytes) {}

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final String name;
  private final long size;
  private final String etag;

  /** The one that was used last comes first. */
  private final List<Block> blocks = new ArrayList<>(BLOCKS);

  private long fetchedTo;
  private int length = AFTER_JUMP / 2;

  private S3Source(S3Client s3, String bucket, String key, String name, long size, String etag) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.name = name;
    this.size = size;
    this.etag = etag;
  }

  /**
   * Opens an object, if it is there, and fetches its beginning with the same request.
   *
   * @param name what messages call it
   * @throws IOException when the bucket cannot be read
   */
  static Optional<S3Source> open(S3Client s3, String bucket, String key, String name)
      throws IOException {
    try {
      Fetched first = fetch(s3, bucket, key, 0, FIRST, null);
      S3Source source = new S3Source(s3, bucket, key, name, total(first), first.response().eTag());
      source.keep(new Block(0, first.bytes()));
      return Optional.of(source);
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      // No range of an empty object can be had.
      if (e.statusCode() == NOT_SATISFIABLE) {
        return openEmpty(s3, bucket, key, name);
      }
      throw unreadable(name, e);
    } catch (SdkException e) {
      throw unreadable(name, e);
    }
  }

  private static Optional<S3Source> openEmpty(S3Client s3, String bucket, String key, String name)
      throws IOException {
    try {
      HeadObjectResponse head = s3.headObject(request -> request.bucket(bucket).key(key));
      return Optional.of(new S3Source(s3, bucket, key, name, head.contentLength(), head.eTag()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw unreadable(name, e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long position, ByteBuffer buffer) throws IOException {
    if (position >= size) {
      return -1;
    }
    Block block = blockAt(position);
    int offset = (int) (position - block.start());
    int count = Math.min(buffer.remaining(), block.bytes().limit() - offset);
    buffer.put(block.bytes().slice(offset, count));
    return count;
  }

  private Block blockAt(long position) throws IOException {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).holds(position)) {
        Block block = blocks.remove(i);
        blocks.add(0, block);
        return block;
      }
    }
    Block block = fetchAt(position);
    keep(block);
    return block;
  }

  private Block fetchAt(long position) throws IOException {
    // Sound alone is read in small pieces that lie apart: a gap that is no longer than a block
    // costs
    // less than more requests do.
    boolean forward = position >= fetchedTo && position - fetchedTo <= length;
    length = forward ? Math.min(LARGEST, 2 * length) : AFTER_JUMP;
    int wanted = (int) Math.min(length, size - position);
    try {
      ByteBuffer bytes = fetch(s3, bucket, key, position, wanted, etag).bytes();
      if (bytes.limit() != wanted) {
        throw new IOException("%s: %d of %d bytes came".formatted(name, bytes.limit(), wanted));
      }
      return new Block(position, bytes);
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == NOT_FOUND) {
        throw new IOException(name + " was changed or deleted while it was read", e);
      }
      throw unreadable(name, e);
    } catch (SdkException e) {
      throw unreadable(name, e);
    }
  }

  private void keep(Block block) {
    if (blocks.size() == BLOCKS) {
      blocks.remove(BLOCKS - 1);
    }
    blocks.add(0, block);
    fetchedTo = block.end();
  }

  @Override
  public void close() {
    blocks.clear();
  }

  private static Fetched fetch(
      S3Client s3, String bucket, String key, long from, int length, @Nullable String etag) {
    return s3.getObject(
        request ->
            request
                .bucket(bucket)
                .key(key)
                .range("bytes=%d-%d".formatted(from, from + length - 1))
                .ifMatch(etag),
        (response, in) -> {
          long coming = Math.min(length, response.contentLength());
          try {
            byte[] bytes = in.readNBytes((int) coming);
            if (bytes.length < coming) {
              throw RetryableException.create("the connection ended early");
            }
            return new Fetched(response, ByteBuffer.wrap(bytes));
          } catch (IOException e) {
            throw RetryableException.create("the connection broke", e);
          }
        });
  }

  /** Size of the whole object: {@code Content-Range: bytes 0-9/1234} tells it behind the slash. */
  private static long total(Fetched first) throws IOException {
    String range = first.response().contentRange();
    if (range == null) {
      return first.response().contentLength();
    }
    try {
      return Long.parseLong(range.substring(range.indexOf('/') + 1));
    } catch (NumberFormatException e) {
      throw new IOException("S3 told no size: " + range, e);
    }
  }

  private static IOException unreadable(String name, SdkException e) {
    return new IOException("%s could not be read from S3: %s".formatted(name, e.getMessage()), e);
  }
}
