package io.github.idols.vision.video;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXTERNAL;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Feeds FFmpeg from a {@link MediaSource} and stops it when it takes too long.
 *
 * <p>Used by one thread at a time; closing frees the native memory but not the source.
 */
final class SourceIo implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** fseek's ways to count; FFmpeg uses the same numbers. */
  private static final int SEEK_SET = 0;

  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;

  private final MediaSource source;
  private final Handle handle;
  private final AVIOContext context;
  private long position;
  private long deadline;
  private boolean watched;
  private @Nullable IOException failure;

  SourceIo(MediaSource source) {
    this.source = source;
    handle = Callbacks.ALL.register(this);
    context =
        avio_alloc_context(
            new BytePointer(av_malloc(BUFFER)),
            BUFFER,
            0,
            handle,
            Callbacks.ALL.read,
            Callbacks.ALL.write,
            Callbacks.ALL.seek);
  }

  /** Makes the format read from the source, and from nowhere else. */
  void attachTo(AVFormatContext format) {
    format.pb(context);
    format.io_open(Callbacks.ALL.open);
    format.interrupt_callback().callback(Callbacks.ALL.interrupt).opaque(handle);
  }

  /** From now on FFmpeg's calls fail once this time has gone by. */
  void watch(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
    watched = true;
  }

  void unwatch() {
    watched = false;
  }

  boolean timedOut() {
    return watched && System.nanoTime() - deadline > 0;
  }

  /**
   * Tells of a failure of the source, which FFmpeg knows as a mere number.
   *
   * @throws IOException what the source threw while FFmpeg read from it
   */
  void rethrow() throws IOException {
    if (failure != null) {
      IOException thrown = failure;
      failure = null;
      throw new IOException(
          "%s could not be read: %s".formatted(source.name(), thrown.getMessage()), thrown);
    }
  }

  @Override
  public void close() {
    Callbacks.ALL.forget(handle);
    // FFmpeg may have put another buffer in the place of ours.
    av_free(context.buffer());
    avio_context_free(context);
  }

  private int read(BytePointer into, int length) {
    if (timedOut()) {
      return AVERROR_EXIT();
    }
    try {
      int count = source.read(position, into.capacity(length).asByteBuffer());
      if (count <= 0) {
        return AVERROR_EOF();
      }
      position += count;
      return count;
    } catch (IOException e) {
      failure = e;
      return AVERROR_EXTERNAL();
    } catch (RuntimeException e) {
      // An exception must not unwind through FFmpeg's frames.
      failure = new IOException(e);
      return AVERROR_EXTERNAL();
    }
  }

  private long seek(long offset, int whence) {
    int way = whence & ~AVSEEK_FORCE;
    if (way == AVSEEK_SIZE) {
      return source.size();
    }
    long target =
        switch (way) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> position + offset;
          case SEEK_END -> source.size() + offset;
          default -> -1;
        };
    if (target < 0) {
      return AVERROR_EXTERNAL();
    }
    position = target;
    return target;
  }

  /** A number in a pointer's clothes: what FFmpeg hands back to the callbacks. */
  private static final class Handle extends Pointer {
    private Handle(long number) {
      address = number;
    }
  }

  /** A file that names other files or addresses gets none of them. */
  private static final class OpenNothing
      extends AVFormatContext
          .Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer {
    @Override
    @SuppressWarnings("rawtypes") // JavaCPP declares the parameters so.
    public int call(
        AVFormatContext format,
        PointerPointer into,
        BytePointer address,
        int flags,
        PointerPointer options) {
      return AVERROR_EXIT();
    }
  }

  /**
   * The functions that FFmpeg calls. JavaCPP has room for ten of a kind in a process, so all
   * sources share one of each, and a handle tells whose turn it is.
   */
  private static final class Callbacks {
    private static final Callbacks ALL = new Callbacks();

    private final Map<Long, SourceIo> byHandle = new ConcurrentHashMap<>();
    private final AtomicLong handles = new AtomicLong();

    private final Read_packet_Pointer_BytePointer_int read =
        new Read_packet_Pointer_BytePointer_int() {
          @Override
          public int call(Pointer handle, BytePointer into, int length) {
            SourceIo io = byHandle.get(handle.address());
            return io == null ? AVERROR_EXIT() : io.read(into, length);
          }
        };

    private final Write_packet_Pointer_BytePointer_int write =
        new Write_packet_Pointer_BytePointer_int() {
          @Override
          public int call(Pointer handle, BytePointer from, int length) {
            return AVERROR_EXTERNAL();
          }
        };

    private final Seek_Pointer_long_int seek =
        new Seek_Pointer_long_int() {
          @Override
          public long call(Pointer handle, long offset, int whence) {
            SourceIo io = byHandle.get(handle.address());
            return io == null ? AVERROR_EXIT() : io.seek(offset, whence);
          }
        };

    private final AVIOInterruptCB.Callback_Pointer interrupt =
        new AVIOInterruptCB.Callback_Pointer() {
          @Override
          public int call(Pointer handle) {
            SourceIo io = byHandle.get(handle.address());
            return io == null || io.timedOut() ? 1 : 0;
          }
        };

    private final OpenNothing open = new OpenNothing();

    private Handle register(SourceIo io) {
      Handle handle = new Handle(handles.incrementAndGet());
      byHandle.put(handle.address(), io);
      return handle;
    }

    private void forget(Handle handle) {
      byHandle.remove(handle.address());
    }
  }
}
