package io.github.idols.core.job.fancam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.job.JobId;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of fancams' files does. */
public abstract class FancamFilesContract {
  private static final FancamId LISA = FancamId.of("Lisa", 0);
  private static final FancamId JENNIE = FancamId.of("Jennie", 0);
  private static final byte[] VIDEO = "video".getBytes(StandardCharsets.UTF_8);

  protected final JobId job = JobId.random(new SecureRandom());

  /** The store; may hold files of other jobs. */
  protected abstract FancamFiles files();

  /** A fancam as it was kept, if it is there. */
  protected abstract Optional<byte[]> fancam(FancamId fancam);

  /** How many files of {@link #job} there are. */
  protected abstract long count();

  private static NamedVideo named() {
    return new NamedVideo(
        new Labels(
            new VideoInfo(
                640, 360, 0, new Rational(1, 10), new Rational(10, 1), 0.2, 2, "h264", true),
            List.of(0L, 1L),
            List.of("Lisa", "Jennie"),
            List.of(new Shot(0, 1)),
            List.of(
                new Label(
                    new Track(List.of(new TrackBox(1, new Box(10, 20, 50, 60))), List.of()),
                    "Lisa",
                    0.75))),
        List.of(0L));
  }

  @Test
  void keepsTheNamesThatAFancamGoesBy() throws IOException {
    assertEquals(Optional.empty(), files().named(job, LISA));
    files().saveNamed(job, LISA, named());
    assertEquals(Optional.of(named()), files().named(job, LISA));
    assertEquals(Optional.empty(), files().named(job, JENNIE));
  }

  @Test
  void keepsChunks(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("chunk"), VIDEO);
    Path fetched = folder.resolve("fetched");
    assertThrows(IOException.class, () -> files().fetchChunk(job, LISA, 1, fetched));
    files().saveChunk(job, LISA, 1, file);
    files().fetchChunk(job, LISA, 1, fetched);
    assertArrayEquals(VIDEO, Files.readAllBytes(fetched));
    assertThrows(IOException.class, () -> files().fetchChunk(job, JENNIE, 1, fetched));
  }

  @Test
  void leavesTheFancamAloneWhenItTidiesUp(@TempDir Path folder) throws IOException {
    save(folder, LISA);
    save(folder, JENNIE);
    files().deleteWork(job, LISA);
    assertEquals(Optional.empty(), files().named(job, LISA));
    assertArrayEquals(VIDEO, fancam(LISA).orElseThrow());
    assertTrue(files().named(job, JENNIE).isPresent(), "another's stays");
    files().deleteWork(job, LISA);
  }

  @Test
  void deletesOneAndNoOther(@TempDir Path folder) throws IOException {
    save(folder, LISA);
    save(folder, JENNIE);
    files().delete(job, LISA);
    assertEquals(Optional.empty(), fancam(LISA));
    assertEquals(3, count(), "the other's");
    files().delete(job, LISA);
    files().delete(job, JENNIE);
    assertEquals(0, count());
  }

  private void save(Path folder, FancamId fancam) throws IOException {
    Path file = Files.write(folder.resolve("file"), VIDEO);
    files().saveNamed(job, fancam, named());
    files().saveChunk(job, fancam, 0, file);
    files().save(job, fancam, file);
  }
}
