package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Thumbnail;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Films of chunks of a hundred frames, 1280x720, in which faces stand still. */
class ChoosePreviewTest {
  private static final int FRAMES = 100;
  private static final double SHARP = 0.2;
  private static final double BLURRED = 0.03;

  private final List<Label> labels = new ArrayList<>();
  private final List<List<Track>> chunks = new ArrayList<>();
  private int width = 1280;
  private int height = 720;

  /** A chunk, until the next one is begun. */
  private void chunk() {
    chunks.add(new ArrayList<>());
  }

  private void face(String name, Box box, int from, int to, int look, double detail) {
    long first = (long) FRAMES * (chunks.size() - 1);
    Evidence evidence = new Evidence(look, Embedding.of(1, 0), detail, 1);
    chunks.get(chunks.size() - 1).add(track(box, from, to, List.of(evidence)));
    labels.add(new Label(track(box, first + from, first + to, List.of()), name, 1));
  }

  private static Track track(Box box, long from, long to, List<Evidence> looks) {
    return new Track(
        LongStream.rangeClosed(from, to).mapToObj(f -> new TrackBox(f, box)).toList(), looks);
  }

  private static Box at(double x) {
    return new Box(x, 200, 120, 150);
  }

  @Test
  void aGroupIsBetterThanACloseUp() {
    chunk();
    face("Lisa", new Box(300, 50, 500, 600), 0, 99, 10, SHARP);
    chunk();
    face("Lisa", at(100), 0, 60, 20, SHARP);
    face("Rosé", at(400), 0, 99, 50, SHARP);
    face("Jennie", at(700), 40, 99, 90, SHARP);

    // All three are there from frame 40 of the second chunk to 60.
    assertEquals(new PreviewSpot(150, new Box(100, 200, 720, 150)), choose());
  }

  @Test
  void oneNameOnManyFacesCountsOnce() {
    chunk();
    face("Lisa", at(100), 0, 99, 10, SHARP);
    face("Lisa", at(400), 0, 99, 10, SHARP);
    face("Lisa", at(700), 0, 99, 10, SHARP);
    chunk();
    face("Lisa", at(100), 0, 99, 10, SHARP);
    face("Rosé", at(400), 0, 99, 10, SHARP);
    assertEquals(110, choose().frame());
  }

  @Test
  void ofTwoAlikeTheSharpAndTheLargeOneIsBetter() {
    chunk();
    face("Lisa", at(100), 0, 40, 10, BLURRED);
    face("Lisa", new Box(100, 200, 50, 60), 41, 60, 50, SHARP);
    face("Lisa", at(100), 61, 99, 80, SHARP);
    assertEquals(80, choose().frame());
  }

  @Test
  void strangersDecideOnlyWhereNobodyElseIs() {
    chunk();
    for (int i = 0; i < 6; i++) {
      face(Label.UNKNOWN, at(150 * i), 0, 40, 10, SHARP);
    }
    assertEquals(10, choose().frame());
    face("Lisa", at(100), 50, 99, 80, SHARP);
    assertEquals(80, choose().frame());
  }

  @Test
  void aVideoWithoutFacesIsShownByItsMiddle() {
    chunk();
    chunk();
    assertEquals(new PreviewSpot(100, new Box(0, 0, 1280, 720)), choose());
    chunks.clear();
    assertEquals(Optional.empty(), chosen());
  }

  @Test
  void inATallVideoOnlyThoseCountWhoFitIntoThePicture() {
    width = 720;
    height = 1280;
    chunk();
    face("Lisa", new Box(300, 50, 120, 250), 0, 40, 10, SHARP);
    face("Rosé", new Box(300, 900, 120, 250), 0, 40, 10, SHARP);
    face("Jennie", new Box(300, 600, 120, 150), 41, 99, 80, SHARP);
    face("Jisoo", new Box(500, 620, 120, 200), 41, 99, 80, SHARP);

    assertEquals(new PreviewSpot(80, new Box(300, 600, 320, 220)), choose());
  }

  private PreviewSpot choose() {
    return chosen().orElseThrow();
  }

  private Optional<PreviewSpot> chosen() {
    int frames = FRAMES * chunks.size();
    Rational tick = new Rational(1, 25);
    Labels all =
        new Labels(
            new VideoInfo(
                width, height, 0, tick, new Rational(25, 1), frames / 25.0, frames, "h264", false),
            LongStream.range(0, frames).boxed().toList(),
            List.of("Lisa", "Rosé", "Jennie", "Jisoo"),
            List.of(),
            labels);
    List<ChunkTracks> found = new ArrayList<>();
    List<Long> firsts = new ArrayList<>();
    for (List<Track> tracks : chunks) {
      firsts.add((long) FRAMES * found.size());
      found.add(
          new ChunkTracks(
              found.size(),
              LongStream.range(0, FRAMES).boxed().toList(),
              List.of(new Shot(0, FRAMES - 1)),
              tracks,
              black(),
              black()));
    }
    return ChoosePreview.of(new NamedVideo(all, firsts), found);
  }

  private static Thumbnail black() {
    Plane y = new Plane(ByteBuffer.allocate(64 * 36), 64, 64, 36);
    Plane uv = new Plane(ByteBuffer.allocate(32 * 18), 32, 32, 18);
    return Thumbnail.of(
        new Frame(0, 0, 64, 36, y, uv, uv, new ColorSpace(ColorSpace.Matrix.BT709, false)));
  }
}
