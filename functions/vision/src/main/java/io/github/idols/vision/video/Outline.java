package io.github.idols.vision.video;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * What the outermost elements of a file promise, read without FFmpeg: whether the file is whole and
 * whether its index lists every frame.
 *
 * @param listsEveryFrame whether the index of the container has an entry for each frame
 */
record Outline(boolean listsEveryFrame) {
  /** A file this much shorter than it says is cut off; less may be a lost tail of sound or tags. */
  static final double TOLERATED_LOSS = 0.02;

  private static final int SEGMENT = 0x18538067;

  private static final Set<String> TO_SAMPLE_ENTRIES = Set.of("trak", "mdia", "minf", "stbl");

  /** Enough for any sane file; a hostile one may hold millions of empty boxes. */
  private static final int MOST_BOXES = 1000;

  /**
   * Walks over the outermost elements.
   *
   * @throws RefusedException when the file is cut off
   */
  static Outline of(MediaSource source, Container container, GateLimits limits)
      throws RefusedException, IOException {
    return switch (container) {
      case MP4 -> ofBoxes(source, limits);
      case MATROSKA -> ofSegment(source);
    };
  }

  private static Outline ofBoxes(MediaSource source, GateLimits limits)
      throws RefusedException, IOException {
    long position = 0;
    boolean index = false;
    for (int box = 0; box < MOST_BOXES && position + 8 <= source.size(); box++) {
      ByteBuffer header = Bytes.read(source, position, 16);
      String type = Bytes.type(header, 4);
      long length = header.getInt(0) & 0xffff_ffffL;
      if (length == 1 && header.remaining() == 16) {
        length = header.getLong(8);
      } else if (length == 0) {
        length = source.size() - position;
      }
      if (length < 8) {
        break;
      }
      if (type.equals("moof")) {
        return new Outline(false);
      }
      if (type.equals("moov")) {
        if (length > limits.maxIndexBytes()) {
          throw new RefusedException("The index of the file is too large. Export the video again.");
        }
        index = length <= source.size() - position;
        if (index && holdsEncrypted(source, position + 8, position + length)) {
          throw encrypted();
        }
      }
      if (length > source.size() - position) {
        break;
      }
      position += length;
    }
    if (!index) {
      throw new RefusedException(
          "The file is cut off: its index is missing. Download or export it again.");
    }
    return new Outline(true);
  }

  /** Looks for an encrypted sample entry (ISO/IEC 14496-12, 8.12) in the index. */
  private static boolean holdsEncrypted(MediaSource source, long from, long to) throws IOException {
    long position = from;
    for (int box = 0; box < MOST_BOXES && position + 8 <= to; box++) {
      ByteBuffer header = Bytes.read(source, position, 24);
      if (header.remaining() < 8) {
        return false;
      }
      long length = header.getInt(0) & 0xffff_ffffL;
      if (length < 8 || length > to - position) {
        return false;
      }
      String type = Bytes.type(header, 4);
      boolean found =
          type.equals("stsd")
              ? header.remaining() == 24 && Bytes.type(header, 20).equals("encv")
              : TO_SAMPLE_ENTRIES.contains(type)
                  && holdsEncrypted(source, position + 8, position + length);
      if (found) {
        return true;
      }
      position += length;
    }
    return false;
  }

  private static Outline ofSegment(MediaSource source) throws RefusedException, IOException {
    ByteBuffer head = Bytes.read(source, 0, 4096);
    head.position(4);
    long headerLength = number(head);
    if (headerLength >= 0 && headerLength < head.remaining() - 12) {
      head.position(head.position() + (int) headerLength);
      if (head.getInt() == SEGMENT) {
        long length = number(head);
        long missing = length - (source.size() - head.position());
        // A negative length says that it was not known when the file was begun: a live recording.
        if (length > 0 && missing > length * TOLERATED_LOSS) {
          throw cutOff(missing / (double) length);
        }
      }
    }
    return new Outline(false);
  }

  /** The refusal of a file that lacks this share of its content. */
  static RefusedException cutOff(double share) {
    return new RefusedException(
        "The file is cut off: the last %d %% of it are missing. Download or export it again."
            .formatted(Math.max(1, Math.round(100 * share))));
  }

  static RefusedException encrypted() {
    return new RefusedException("The video is encrypted (copy-protected) and cannot be read.");
  }

  /** A variable-length number of EBML (RFC 8794), or -1 for "unknown". */
  private static long number(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int first = bytes.get() & 0xff;
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (more > 7 || bytes.remaining() < more) {
      return -1;
    }
    long value = first & (0x7f >> more);
    boolean allOnes = value == (0x7f >> more);
    for (int i = 0; i < more; i++) {
      int next = bytes.get() & 0xff;
      allOnes &= next == 0xff;
      value = (value << 8) | next;
    }
    return allOnes ? -1 : value;
  }
}
