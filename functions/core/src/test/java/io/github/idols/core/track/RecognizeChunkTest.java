package io.github.idols.core.track;

import static io.github.idols.core.track.PaintedFrames.scene;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.video.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class RecognizeChunkTest {
  private static final TrackerSettings SETTINGS = new TrackerSettings(6, 24, 3, 6, 5, 6);

  /** Sees the boxes that a script says are there, and counts how often it is asked. */
  private static final class ScriptedFinder implements FaceFinder {
    private final LongFunction<List<Box>> script;
    private final List<Long> scans = new ArrayList<>();
    private final List<Long> follows = new ArrayList<>();

    ScriptedFinder(LongFunction<List<Box>> script) {
      this.script = script;
    }

    private static Detection face(Box box) {
      Point eye = new Point(box.x() + box.width() * 0.3, box.centerY());
      Point other = new Point(box.x() + box.width() * 0.7, box.centerY());
      Point nose = new Point(box.centerX(), box.centerY());
      return new Detection(box, new Landmarks(eye, other, nose, eye, other), 0.99);
    }

    @Override
    public List<Detection> find(Frame frame, double smallest) {
      scans.add(frame.index());
      return script.apply(frame.index()).stream().map(ScriptedFinder::face).toList();
    }

    @Override
    public List<Optional<Detection>> follow(Frame frame, List<Box> expected) {
      List<Box> there = script.apply(frame.index());
      expected.forEach(e -> follows.add(frame.index()));
      return expected.stream()
          .map(e -> there.stream().filter(b -> b.iou(e) > 0.3).findFirst())
          .map(b -> b.map(ScriptedFinder::face))
          .toList();
    }

    @Override
    public void close() {}
  }

  /** Sees another face at each look. */
  private static final class ChangingEmbedding implements FaceEmbedder {
    private int looks;

    @Override
    public AlignedFace align(Frame frame, Landmarks landmarks) {
      return new AlignedFace(new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3]);
    }

    @Override
    public Embedding embed(AlignedFace face) {
      double angle = looks++ * Math.PI / 4;
      return Embedding.of((float) Math.cos(angle), (float) Math.sin(angle));
    }

    @Override
    public void close() {}
  }

  private static final class OneEmbedding implements FaceEmbedder {
    @Override
    public AlignedFace align(Frame frame, Landmarks landmarks) {
      return new AlignedFace(new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3]);
    }

    @Override
    public Embedding embed(AlignedFace face) {
      return Embedding.of(1, 0);
    }

    @Override
    public void close() {}
  }

  private static ChunkTracks recognize(ScriptedFinder finder, PaintedFrames frames)
      throws IOException {
    return new RecognizeChunk(finder, new OneEmbedding(), SETTINGS)
        .recognize(0, frames, done -> {});
  }

  @Test
  void aFaceThatMovesIsOneTrackWithABoxOnEachFrame() throws IOException {
    ChunkTracks chunk =
        recognize(
            new ScriptedFinder(f -> List.of(new Box(10 + f, 20, 40, 50))),
            PaintedFrames.of(50, i -> scene(1)));
    assertEquals(List.of(new Shot(0, 49)), chunk.shots());
    assertEquals(1, chunk.tracks().size());
    List<TrackBox> boxes = chunk.tracks().get(0).boxes();
    assertEquals(50, boxes.size());
    for (int f = 0; f < 50; f++) {
      assertEquals(f, boxes.get(f).frame());
      assertEquals(10 + f, boxes.get(f).box().x(), 2.01, "frame " + f);
    }
  }

  @Test
  void aFaceWhosePathIsForeseeableIsLookedAtHalfAsOften() throws IOException {
    ScriptedFinder still = new ScriptedFinder(f -> List.of(new Box(50, 20, 40, 50)));
    recognize(still, PaintedFrames.of(24, i -> scene(1)));
    assertEquals(List.of(0L, 6L), still.scans);
    assertEquals(List.of(3L, 12L, 18L), still.follows);

    ScriptedFinder shaking =
        new ScriptedFinder(f -> List.of(new Box(f / 3 % 2 == 0 ? 50 : 56, 20, 40, 50)));
    recognize(shaking, PaintedFrames.of(24, i -> scene(1)));
    assertEquals(List.of(3L, 9L, 12L, 15L, 18L, 21L), shaking.follows);
  }

  @Test
  void aFaceThatLeavesItsPathIsFollowedCloselyAgain() throws IOException {
    ScriptedFinder finder =
        new ScriptedFinder(f -> List.of(new Box(f < 13 ? 50 : 26 + 2.0 * f, 20, 40, 50)));
    ChunkTracks chunk = recognize(finder, PaintedFrames.of(30, i -> scene(1)));
    assertEquals(List.of(3L, 12L, 18L, 21L, 24L, 27L), finder.follows);
    assertEquals(1, chunk.tracks().size());
    for (TrackBox box : chunk.tracks().get(0).boxes().subList(18, 28)) {
      assertEquals(26 + 2.0 * box.frame(), box.box().x(), 1e-9);
    }
  }

  @Test
  void aCutEndsTheTracksAndIsSearchedAtOnce() throws IOException {
    ScriptedFinder finder = new ScriptedFinder(f -> List.of(new Box(50, 20, 40, 50)));
    ChunkTracks chunk = recognize(finder, PaintedFrames.of(40, i -> scene(i < 17 ? 1 : 2)));
    assertEquals(List.of(new Shot(0, 16), new Shot(17, 39)), chunk.shots());
    assertEquals(2, chunk.tracks().size());
    assertEquals(16, chunk.tracks().get(0).lastFrame());
    assertEquals(17, chunk.tracks().get(1).firstFrame());
    assertTrue(finder.scans.contains(17L), finder.scans.toString());
  }

  @Test
  void aFaceThatComesLaterGetsATrackFromWhereItIsFirstSeen() throws IOException {
    ChunkTracks chunk =
        recognize(
            new ScriptedFinder(f -> f < 30 ? List.of() : List.of(new Box(50, 20, 40, 50))),
            PaintedFrames.of(90, i -> scene(1)));
    assertEquals(1, chunk.tracks().size());
    assertEquals(30, chunk.tracks().get(0).firstFrame());
    assertEquals(89, chunk.tracks().get(0).lastFrame());
  }

  @Test
  void aFaceThatIsHiddenForAMomentStaysOneTrack() throws IOException {
    ChunkTracks chunk =
        recognize(
            new ScriptedFinder(
                f -> f >= 12 && f < 17 ? List.of() : List.of(new Box(50, 20, 40, 50))),
            PaintedFrames.of(40, i -> scene(1)));
    assertEquals(1, chunk.tracks().size());
    assertEquals(40, chunk.tracks().get(0).boxes().size());
  }

  @Test
  void twoFacesStayTwoTracksWhenTheyMeet() throws IOException {
    ChunkTracks chunk =
        recognize(
            new ScriptedFinder(
                f ->
                    List.of(
                        new Box(10 + f, 20, 40, 50), new Box(140 - Math.min(f, 25), 20, 40, 50))),
            PaintedFrames.of(60, i -> scene(1)));
    assertEquals(2, chunk.tracks().size());
  }

  @Test
  void evidenceComesFromSeveralFramesApart() throws IOException {
    ChunkTracks chunk =
        new RecognizeChunk(
                new ScriptedFinder(f -> List.of(new Box(50, 20, 40, 50))),
                new ChangingEmbedding(),
                SETTINGS)
            .recognize(0, PaintedFrames.of(60, i -> scene(1)), done -> {});
    List<Evidence> evidence = chunk.tracks().get(0).evidence();
    assertEquals(SETTINGS.looks(), evidence.size());
    for (int i = 1; i < evidence.size(); i++) {
      assertTrue(evidence.get(i).frame() - evidence.get(i - 1).frame() >= SETTINGS.looksApart());
    }
  }

  @Test
  void twoLooksThatAgreeAreEnough() throws IOException {
    ChunkTracks chunk =
        recognize(
            new ScriptedFinder(f -> List.of(new Box(50, 20, 40, 50))),
            PaintedFrames.of(60, i -> scene(1)));
    assertEquals(2, chunk.tracks().get(0).evidence().size());
  }

  @Test
  void aChunkWithoutAFrameSaysSo() {
    assertThrows(
        IOException.class,
        () -> recognize(new ScriptedFinder(f -> List.of()), new PaintedFrames(List.of())));
  }

  @Test
  void aShotThatReachesOverTwoChunksIsJoinedWithItsTracks() throws IOException {
    ScriptedFinder still = new ScriptedFinder(f -> List.of(new Box(50, 20, 40, 50)));
    ChunkTracks one = recognize(still, PaintedFrames.of(30, i -> scene(i < 10 ? 1 : 2)));
    ChunkTracks two =
        new RecognizeChunk(still, new OneEmbedding(), SETTINGS)
            .recognize(1, PaintedFrames.of(30, i -> scene(i < 20 ? 2 : 3)), done -> {});
    VideoTracks video = new JoinChunks().join(List.of(two, one));
    assertEquals(60, video.framePts().size());
    assertEquals(List.of(new Shot(0, 9), new Shot(10, 49), new Shot(50, 59)), video.shots());
    assertEquals(3, video.tracks().size());
    assertEquals(10, video.tracks().get(1).firstFrame());
    assertEquals(49, video.tracks().get(1).lastFrame());
    assertEquals(
        List.of(10L, 49L),
        List.of(
            video.tracks().get(1).boxes().get(0).frame(),
            video.tracks().get(1).boxes().get(39).frame()));
  }

  @Test
  void aCutBetweenTwoChunksStaysACut() throws IOException {
    ScriptedFinder still = new ScriptedFinder(f -> List.of(new Box(50, 20, 40, 50)));
    ChunkTracks one = recognize(still, PaintedFrames.of(30, i -> scene(1)));
    ChunkTracks two =
        new RecognizeChunk(still, new OneEmbedding(), SETTINGS)
            .recognize(1, PaintedFrames.of(30, i -> scene(2)), done -> {});
    VideoTracks video = new JoinChunks().join(List.of(one, two));
    assertEquals(List.of(new Shot(0, 29), new Shot(30, 59)), video.shots());
    assertEquals(2, video.tracks().size());
  }
}
