package io.github.idols.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.binary.Cuts;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkTracksCodecTest {
  private final Random random = new Random(1);

  private static byte[] file(ChunkTracks tracks) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ChunkTracksCodec.write(tracks, file);
    return file.toByteArray();
  }

  private static ChunkTracks read(byte[] file) throws IOException {
    return ChunkTracksCodec.read(new ByteArrayInputStream(file));
  }

  private ChunkTracks tracks(int frames, int count) {
    List<Long> pts = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      pts.add(-1000L + 512L * i + random.nextInt(9));
    }
    List<Track> tracks = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      List<TrackBox> boxes = new ArrayList<>();
      long first = random.nextInt(100);
      for (int i = 0; i <= t; i++) {
        boxes.add(
            new TrackBox(
                first + i,
                new Box(
                    random.nextGaussian() * 1000,
                    random.nextGaussian() * 1000,
                    random.nextDouble() * 500,
                    random.nextDouble() * 500)));
      }
      List<Evidence> evidence = new ArrayList<>();
      for (int i = 0; i < t % 5; i++) {
        evidence.add(
            new Evidence(first + i, embedding(), random.nextDouble(), random.nextDouble()));
      }
      tracks.add(new Track(boxes, evidence));
    }
    return new ChunkTracks(
        7,
        pts,
        List.of(new Shot(0, 9), new Shot(10, Math.max(10, frames - 1))),
        tracks,
        thumbnail(),
        thumbnail());
  }

  private Embedding embedding() {
    return Embedding.of(floats(192));
  }

  private Thumbnail thumbnail() {
    return Thumbnail.ofValues(floats(64 * 36));
  }

  private float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void whatWasFoundComesBackAsItWas() throws IOException {
    for (int count : new int[] {0, 1, 40}) {
      ChunkTracks tracks = tracks(240, count);
      assertEquals(tracks, read(file(tracks)));
    }
  }

  @Test
  void aChunkWithoutFramesShotsOrTracksComesBack() throws IOException {
    ChunkTracks nothing =
        new ChunkTracks(0, List.of(), List.of(), List.of(), thumbnail(), thumbnail());
    assertEquals(nothing, read(file(nothing)));
  }

  @Test
  void thumbnailsComeBackWithTheSameDifferences() throws IOException {
    ChunkTracks tracks = tracks(10, 0);
    ChunkTracks back = read(file(tracks));
    assertEquals(0, back.first().difference(tracks.first()));
    assertEquals(tracks.first().difference(tracks.last()), back.first().difference(back.last()));
  }

  @Test
  void whatIsNoWholeFileIsSaid() throws IOException {
    Cuts.assertOnlyTheWholeFileIsRead(file(tracks(24, 4)), ChunkTracksCodec::read);
  }
}
