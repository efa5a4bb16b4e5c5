package io.github.idols.core.track;

import static io.github.idols.core.track.PaintedFrames.scene;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.track.PaintedFrames.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ShotDetectorTest {
  /** Numbers of the frames that begin a shot, but for the first. */
  private static List<Integer> starts(int count, IntFunction<Picture> pictures) {
    ShotDetector detector = new ShotDetector();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int ago = detector.next(Thumbnail.of(PaintedFrames.frame(i, pictures.apply(i))));
      if (ago >= 0) {
        starts.add(i - ago);
      }
    }
    return starts;
  }

  /** A picture of soft blotches, no two places alike. */
  private static Picture crowd() {
    double[] light = new Random(1).doubles(40 * 12).toArray();
    return (x, y) -> {
      double across = Math.min(38.9, x * 18);
      double down = Math.min(10.9, y * 10);
      int column = (int) across;
      int row = (int) down;
      double wx = across - column;
      double wy = down - row;
      int at = row * 40 + column;
      double upper = light[at] + (light[at + 1] - light[at]) * wx;
      double lower = light[at + 40] + (light[at + 41] - light[at + 40]) * wx;
      return upper + (lower - upper) * wy;
    };
  }

  @Test
  void aCutBeginsAShotOnItsFrame() {
    assertEquals(List.of(10, 25), starts(40, i -> scene(i < 10 ? 1 : i < 25 ? 2 : 3)));
  }

  @Test
  void aCutBetweenAlikePicturesIsSeenWhereLittleMoves() {
    // Difference 0.5: three quarters of the picture stay.
    Picture other = scene(1).fadedTo(scene(2), 0.42);
    assertEquals(List.of(20), starts(40, i -> (i < 20 ? scene(1) : other).movedBy(0.0005 * i)));
  }

  @Test
  void wildMotionIsNoCut() {
    Picture one = scene(1);
    Picture other = scene(1).fadedTo(scene(2), 0.42);
    // The first change comes out of stillness and may count.
    assertTrue(starts(40, i -> i % 2 == 0 ? one : other).stream().allMatch(start -> start == 1));
  }

  @Test
  void aQuickPanIsNoCrossFade() {
    assertEquals(List.of(), starts(70, i -> crowd().movedBy(0.006 * i)));
  }

  @Test
  void aShotThatStaysTheSameHasNoCut() {
    assertEquals(List.of(), starts(60, i -> scene(1)));
  }

  @Test
  void flickeringLightIsNoCut() {
    assertEquals(List.of(), starts(60, i -> scene(1).brightness(i / 3 % 2 == 0 ? 0.7 : 1.2)));
  }

  @Test
  void aSlowPanIsNoCut() {
    assertEquals(List.of(), starts(48, i -> scene(1).movedBy(0.002 * i)));
  }

  @Test
  void aCrossFadeBeginsAShotInItsMiddle() {
    List<Integer> starts =
        starts(60, i -> scene(1).fadedTo(scene(2), Math.max(0, Math.min(1, (i - 20) / 8.0))));
    assertEquals(1, starts.size(), starts.toString());
    assertEquals(24, starts.get(0), 2);
  }

  @Test
  void blackFramesAreNotCutsAmongThemselves() {
    Picture black = (x, y) -> 0.02;
    assertEquals(List.of(), starts(30, i -> black));
  }
}
