package io.github.idols.local.film;

import io.github.idols.core.label.LabelRow;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.render.ChunkWriter;
import io.github.idols.vision.render.PictureFormat;
import io.github.idols.vision.render.SoundTrack;
import io.github.idols.vision.render.X264Settings;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes a made film and the truth about it, frame by frame: an MP4 with sound, and a CSV file of
 * {@code frame,x,y,w,h,name}. Not safe for use by several threads.
 */
public final class FilmWriter implements AutoCloseable {
  /** How the samples of frames are meant: SMPTE 170M in limited range. */
  public static final ColorSpace COLOR = new ColorSpace(ColorSpace.Matrix.BT601, false);

  /** A tick is a thousandth of a frame. */
  private static final int TICKS = 1000;

  /** {@link #COLOR}, chroma sited as MPEG-2 has it. */
  private static final PictureFormat.ColorTags TAGS = new PictureFormat.ColorTags(6, 6, 6, 1, 1);

  private final Path silent;
  private final Writer truth;
  private final ChunkWriter writer;
  private long frames;

  /**
   * Begins a film.
   *
   * @param silent where the pictures are kept until there is sound
   * @param truth the CSV file
   * @param width of a frame in pixels
   * @param height of a frame in pixels
   * @param framesASecond of the film
   * @throws IOException when a file cannot be made
   */
  public FilmWriter(
      Path silent, Path truth, int width, int height, int framesASecond, X264Settings settings)
      throws IOException {
    this.silent = silent;
    PictureFormat format =
        new PictureFormat(
            width,
            height,
            new Rational(1, framesASecond * TICKS),
            new Rational(framesASecond, 1),
            new Rational(1, 1),
            TAGS);
    writer = new ChunkWriter(silent, format, settings);
    try {
      this.truth = Files.newBufferedWriter(truth);
      this.truth.write("frame,x,y,w,h,name\n");
    } catch (IOException e) {
      writer.close();
      throw e;
    }
  }

  /** How many frames there are so far: the number of the next one. */
  public long frames() {
    return frames;
  }

  /** The timestamp that the next frame must have. */
  public long pts() {
    return frames * TICKS;
  }

  /**
   * Adds the next frame.
   *
   * @param faces what is on it, from left to right
   * @throws IOException when it cannot be written
   */
  public void add(Frame frame, List<LabelRow> faces) throws IOException {
    for (LabelRow face : faces) {
      truth.write(line(face));
    }
    writer.canvas(frame);
    writer.encode();
    frames++;
  }

  /**
   * Ends the film and gives it its sound.
   *
   * @param gate that opens what has been written
   * @param video the file, which appears when it is whole
   * @throws IOException when it cannot be written
   */
  public void finish(VideoGate gate, Path video) throws IOException {
    writer.finish();
    truth.close();
    try (OpenVideo pictures = gate.open(silent)) {
      new SoundTrack(Beat::at).addTo(pictures, video);
    } catch (RefusedException e) {
      throw new IOException("the film was not written well: " + e.getMessage(), e);
    }
  }

  private static String line(LabelRow row) {
    return String.format(
        Locale.ROOT,
        "%d,%.1f,%.1f,%.1f,%.1f,%s\n",
        row.frame(),
        row.box().x(),
        row.box().y(),
        row.box().width(),
        row.box().height(),
        quoted(row.name()));
  }

  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      truth.close();
    }
  }
}
