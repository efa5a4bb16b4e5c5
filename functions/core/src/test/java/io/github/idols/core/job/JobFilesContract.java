package io.github.idols.core.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.FacePicture;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Thumbnail;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.Plane;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of jobs' files does. */
public abstract class JobFilesContract {
  private static final SecureRandom RANDOM = new SecureRandom();

  private JobId id = JobId.random(RANDOM);

  /** The store; may hold files of other jobs. */
  protected abstract JobFiles files();

  /** Puts a job's video where an upload would put it. */
  protected abstract void upload(JobId id, byte[] video) throws IOException;

  /** A result as it was kept. */
  protected abstract byte[] result(JobId id, ResultFile result) throws IOException;

  /** Whether nothing of a job is left. */
  protected abstract boolean isEmpty(JobId id) throws IOException;

  @Test
  void readsTheSourceAnywhere() throws IOException {
    byte[] video = noise(300_000);
    assertTrue(files().source(id).isEmpty());
    upload(id, video);
    try (MediaSource source = files().source(id).orElseThrow()) {
      assertEquals(video.length, source.size());
      ByteBuffer all = ByteBuffer.allocate(video.length);
      while (all.hasRemaining()) {
        assertTrue(source.read(all.position(), all) > 0);
      }
      assertArrayEquals(video, all.array());
      ByteBuffer tail = ByteBuffer.allocateDirect(10);
      assertEquals(3, source.read(video.length - 3, tail));
      assertEquals(3, tail.position());
      assertEquals(video[video.length - 1], tail.get(2));
      assertEquals(-1, source.read(video.length, ByteBuffer.allocate(1)));
      assertEquals(-1, source.read(video.length + 5L, ByteBuffer.allocate(1)));
    }
  }

  @Test
  void keepsThePlan() throws IOException {
    Plan plan =
        new Plan(
            JobsContract.outline(2).video(),
            List.of(new Chunk(0, -1001, 240_240, 240), new Chunk(1, 240_240, Chunk.TO_THE_END, 9)));
    files().savePlan(id, plan);
    assertEquals(plan, files().plan(id));
  }

  @Test
  void keepsTracksOfEachChunkExactly() throws IOException {
    ChunkTracks first = tracks(0);
    ChunkTracks second = tracks(1);
    files().saveTracks(id, first);
    files().saveTracks(id, second);
    files().saveTracks(id, second);
    assertSame(first, files().tracks(id, 0));
    assertSame(second, files().tracks(id, 1));
  }

  @Test
  void keepsNames() throws IOException {
    NamedVideo named = new NamedVideo(labels(), List.of(0L, 240L));
    files().saveNamed(id, named);
    assertEquals(named, files().named(id));
  }

  @Test
  void keepsDrawnChunksAndResults(@TempDir Path folder) throws IOException {
    byte[] chunk = noise(70_000);
    files().saveRendered(id, 11, file(folder, "chunk", chunk));
    Path copy = folder.resolve("copy");
    files().fetchRendered(id, 11, copy);
    assertArrayEquals(chunk, Files.readAllBytes(copy));
    files().fetchRendered(id, 11, copy);
    assertArrayEquals(chunk, Files.readAllBytes(copy));
    for (ResultFile result : ResultFile.values()) {
      byte[] bytes = noise(result.file().length());
      files().saveResult(id, result, file(folder, "result", bytes));
      assertArrayEquals(bytes, result(id, result));
      assertArrayEquals(bytes, files().result(id, result).orElseThrow());
    }
  }

  @Test
  void keepsPicturesOfDrawnChunksUntilWorkIsDeleted() throws IOException {
    ChunkPictures pictures =
        new ChunkPictures(
            List.of(new FacePicture(7, 1.0 / 3, "/9j/"), new FacePicture(0, 2.5, "AAAA")));
    assertEquals(ChunkPictures.NONE, files().pictures(id, 3));
    files().savePictures(id, 3, pictures);
    assertEquals(pictures, files().pictures(id, 3));
    assertEquals(ChunkPictures.NONE, files().pictures(id, 4));
    files().deleteWork(id);
    assertEquals(ChunkPictures.NONE, files().pictures(id, 3));
  }

  @Test
  void keepsWhereThePreviewIsTaken() throws IOException {
    assertTrue(files().previewSpot(id).isEmpty());
    PreviewSpot spot = new PreviewSpot(1L << 33, new Box(-0.1, 1.0 / 3, 20, 30));
    files().savePreviewSpot(id, spot);
    assertEquals(spot, files().previewSpot(id).orElseThrow());
    files().deleteWork(id);
    assertEquals(spot, files().previewSpot(id).orElseThrow(), "for when it is drawn anew");
  }

  @Test
  void saysWhenAFileWasNeverWritten(@TempDir Path folder) throws IOException {
    assertThrows(IOException.class, () -> files().plan(id));
    assertThrows(IOException.class, () -> files().tracks(id, 0));
    assertThrows(IOException.class, () -> files().named(id));
    assertTrue(files().result(id, ResultFile.CAST).isEmpty());
    assertThrows(IOException.class, () -> files().fetchRendered(id, 0, folder.resolve("nothing")));
  }

  @Test
  void keepsResultsWhenWorkIsDeleted(@TempDir Path folder) throws IOException {
    fill(folder);
    files().deleteWork(id);
    files().deleteWork(id);
    assertEquals(5, result(id, ResultFile.VIDEO).length);
    try (MediaSource source = files().source(id).orElseThrow()) {
      assertEquals(9, source.size());
    }
    assertThrows(IOException.class, () -> files().fetchRendered(id, 3, folder.resolve("gone")));
  }

  @Test
  void deletesAllOfAJobAndNothingElse(@TempDir Path folder) throws IOException {
    fill(folder);
    JobId other = id;
    id = JobId.random(RANDOM);
    fill(folder);
    files().delete(id, "no-such-upload");
    files().delete(id, "no-such-upload");
    assertTrue(isEmpty(id));
    assertTrue(files().source(id).isEmpty());
    assertThrows(IOException.class, () -> files().plan(id));
    assertEquals(5, result(other, ResultFile.VIDEO).length);
    assertTrue(files().source(other).isPresent());
  }

  private void fill(Path folder) throws IOException {
    upload(id, noise(9));
    files().savePlan(id, new Plan(JobsContract.outline(1).video(), List.of()));
    files().saveTracks(id, tracks(3));
    files().saveProvisional(id, 3, labels());
    files().saveNamed(id, new NamedVideo(labels(), List.of(0L)));
    files().savePreviewSpot(id, new PreviewSpot(1, new Box(0, 0, 1, 1)));
    files().saveRendered(id, 3, file(folder, "chunk", noise(7)));
    files().savePictures(id, 3, new ChunkPictures(List.of(new FacePicture(0, 1, "AAAA"))));
    for (ResultFile result : ResultFile.values()) {
      files().saveResult(id, result, file(folder, "result", noise(5)));
    }
  }

  private static Path file(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static Labels labels() {
    return new Labels(
        JobsContract.outline(1).video(),
        List.of(0L, 1001L),
        List.of("지수", "리사"),
        List.of(new Shot(0, 1)),
        List.of(new Label(track(List.of()), "리사", 0.1 + 0.2)));
  }

  private static ChunkTracks tracks(int chunk) {
    List<Evidence> evidence =
        List.of(new Evidence(1, Embedding.of(0.1f, -0.7f, 0.3f * chunk), 0.1, 1.0 / 3));
    return new ChunkTracks(
        chunk,
        List.of(0L, 1001L),
        List.of(new Shot(0, 1)),
        List.of(track(evidence), track(List.of())),
        thumbnail(chunk),
        thumbnail(chunk + 1));
  }

  private static Track track(List<Evidence> evidence) {
    return new Track(
        List.of(
            new TrackBox(0, new Box(1.0 / 3, 2, 30, 40)),
            new TrackBox(1, new Box(-0.1, 1e-9, 30, 40))),
        evidence);
  }

  private static Thumbnail thumbnail(int seed) {
    Plane y = new Plane(ByteBuffer.wrap(noise(64 * 36 + seed)), 64, 64, 36);
    Plane uv = new Plane(ByteBuffer.allocate(32 * 18), 32, 32, 18);
    ColorSpace color = new ColorSpace(ColorSpace.Matrix.BT709, false);
    return Thumbnail.of(new Frame(0, 0, 64, 36, y, uv, uv, color));
  }

  private static void assertSame(ChunkTracks expected, ChunkTracks actual) {
    assertEquals(expected.chunk(), actual.chunk());
    assertEquals(expected.framePts(), actual.framePts());
    assertEquals(expected.shots(), actual.shots());
    assertEquals(expected.tracks(), actual.tracks());
    assertEquals(0, expected.first().difference(actual.first()));
    assertEquals(0, expected.last().difference(actual.last()));
  }
}
