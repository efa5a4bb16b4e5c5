package io.github.idols.vision.video;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on this machine. */
public final class FileSource implements MediaSource {
  private final String name;
  private final FileChannel channel;
  private final long size;

  private FileSource(String name, FileChannel channel, long size) {
    this.name = name;
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens a file for reading.
   *
   * @throws RefusedException when it is missing, a folder, or not a file that may be read
   * @throws IOException when the file system fails
   */
  public static FileSource open(Path file) throws RefusedException, IOException {
    if (Files.isDirectory(file)) {
      throw new RefusedException(file + " is a folder. Name a file.");
    }
    if (!Files.exists(file)) {
      throw new RefusedException("There is no file " + file + ".");
    }
    if (!Files.isRegularFile(file)) {
      // A pipe or a device: it has no size, and opening it may block for ever.
      throw new RefusedException(file + " is not a plain file. Name a file on disk.");
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(file);
    } catch (AccessDeniedException e) {
      throw new RefusedException(file + " may not be read. Check the permissions of the file.");
    }
    try {
      return new FileSource(String.valueOf(file.getFileName()), channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Opens a file that was opened before, and need not be explained to anybody.
   *
   * @throws IOException when it cannot be read any more
   */
  public static FileSource reopen(Path file) throws IOException {
    try {
      return open(file);
    } catch (RefusedException e) {
      throw new IOException(file + " was changed meanwhile: " + e.getMessage(), e);
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
    return channel.read(buffer, position);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
