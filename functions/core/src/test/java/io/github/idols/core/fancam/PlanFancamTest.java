package io.github.idols.core.fancam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanFancamTest {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  @Test
  void aTremblingBoxMovesTheWindowWithoutJitter() {
    Random noise = new Random(1);
    Label lisa = label("Lisa", 0, 120, f -> face(400 + 6 * f + 8 * noise.nextGaussian(), 350, 120));
    FancamPlan plan = plan(120, List.of(new Shot(0, 119)), lisa);

    double face = jitter(lisa.track().boxes(), at -> at.box().centerX());
    assertTrue(face > 20, "the box trembles by " + face + " pixels a frame and frame");
    double window = jitter(plan.windows(), CropWindow::x);
    assertTrue(window < 0.3, "the window by " + window);
    assertHolds(plan, lisa);
    // It goes along, and lags behind neither at the beginning nor at the end.
    CropWindow first = plan.windows().get(0);
    CropWindow last = plan.windows().get(119);
    assertEquals(400, first.x() + first.width() / 2.0, 25);
    assertEquals(400 + 6 * 119, last.x() + last.width() / 2.0, 25);
  }

  @Test
  void aDashIsFollowedSmoothlyAndTheFaceStaysInside() {
    // 900 pixels within half a second, and rest before and after.
    Label lisa =
        label("Lisa", 0, 150, f -> face(400 + 900 / (1 + Math.exp(-(f - 75) / 2.0)), 350, 120));
    FancamPlan plan = plan(150, List.of(new Shot(0, 149)), lisa);

    assertHolds(plan, lisa);
    double face = jitter(lisa.track().boxes(), at -> at.box().centerX());
    double window = jitter(plan.windows(), CropWindow::x);
    assertTrue(window < face / 2, "the face by " + face + ", the window by " + window);
  }

  @Test
  void dancingInPlaceLeavesTheWindowAlmostAtRest() {
    Label lisa = label("Lisa", 0, 120, f -> face(960 + 40 * Math.sin(f * Math.PI / 12), 350, 120));
    FancamPlan plan = plan(120, List.of(new Shot(0, 119)), lisa);

    // Before the first and after the last second nothing tells dancing from walking away.
    List<CropWindow> middle = plan.windows().subList(24, 96);
    double from = middle.stream().mapToDouble(CropWindow::x).min().orElseThrow();
    double to = middle.stream().mapToDouble(CropWindow::x).max().orElseThrow();
    assertTrue(to - from < 12, "of 80 pixels it moves by " + (to - from));
    assertTrue(jitter(plan.windows(), CropWindow::x) < 0.3);
    assertHolds(plan, lisa);
  }

  @Test
  void aFaceThatIsHiddenForAWhileIsWaitedForOnAnEvenWay() {
    Label before = label("Lisa", 0, 40, f -> face(600, 350, 120));
    Label after = label("Lisa", 80, 120, f -> face(1000, 350, 120));
    FancamPlan plan = plan(120, List.of(new Shot(0, 119)), before, after);

    assertHolds(plan, before);
    assertHolds(plan, after);
    CropWindow middle = plan.windows().get(60);
    assertEquals(800, middle.x() + middle.width() / 2.0, 15);
    assertTrue(jitter(plan.windows(), CropWindow::x) < 1.5);
    assertEquals(80, plan.framesWith());
  }

  @Test
  void aShotHasOneSizeOfWindowAndACutMayJump() {
    Label small = label("Lisa", 0, 48, f -> face(300, 350, 110 + f % 7));
    Label large = label("Lisa", 48, 96, f -> face(1500, 400, 170 + f % 5));
    FancamPlan plan = plan(96, List.of(new Shot(0, 47), new Shot(48, 95)), small, large);

    assertEquals(1, heights(plan, 0, 48).size());
    assertEquals(1, heights(plan, 48, 96).size());
    assertTrue(plan.windows().get(48).x() - plan.windows().get(47).x() > 500);
    assertTrue(plan.windows().get(48).height() > plan.windows().get(47).height());
    assertHolds(plan, small);
    assertHolds(plan, large);
  }

  @Test
  void smallFacesAreNotMagnifiedMoreThanTwiceAndLargeOnesGetTheWholeHeight() {
    Label small = label("Lisa", 0, 24, f -> face(960, 500, 30));
    Label large = label("Lisa", 24, 48, f -> face(960, 500, 500));
    Label huge = label("Lisa", 48, 72, f -> face(960, 500, 1300));
    FancamPlan plan =
        plan(72, List.of(new Shot(0, 23), new Shot(24, 47), new Shot(48, 71)), small, large, huge);

    assertEquals(new FancamSize(608, 1080), plan.size());
    assertEquals(540, plan.windows().get(0).height());
    assertEquals(1080, plan.windows().get(24).height());
    assertEquals(608, plan.windows().get(24).width());
    CropWindow over = plan.windows().get(60);
    assertEquals(960, over.x() + over.width() / 2.0, 1);
  }

  @Test
  void atTheEdgeOfTheFrameTheWindowStaysInside() {
    Label corner = label("Lisa", 0, 48, f -> new Box(-30 + 2 * f, -20, 100, 130));
    FancamPlan plan = plan(48, List.of(new Shot(0, 47)), corner);

    for (CropWindow window : plan.windows()) {
      assertTrue(window.x() >= 0 && window.x() + window.width() <= WIDTH, window.toString());
      assertTrue(window.y() >= 0 && window.y() + window.height() <= HEIGHT, window.toString());
    }
  }

  @Test
  void shotsWithoutThePersonRestInTheMiddleAndTheOthersAreNotHers() {
    Label lisa = label("Lisa", 0, 48, PlanFancamTest::still);
    Label rose = label("Rosé", 48, 96, f -> face(300, 400, 120));
    Label glimpse = label("Lisa", 140, 144, f -> face(1700, 400, 120));
    FancamPlan plan =
        plan(
            144,
            List.of(new Shot(0, 47), new Shot(48, 95), new Shot(96, 143)),
            lisa,
            rose,
            glimpse);

    CropWindow rest = new CropWindow(656, 0, 608, 1080);
    assertEquals(rest, plan.windows().get(48));
    assertEquals(rest, plan.windows().get(95));
    // Four frames at the end of a shot are the next one, shining through.
    assertEquals(rest, plan.windows().get(96));
    assertEquals(rest, plan.windows().get(143));
  }

  @Test
  void everyFrameIsKeptAndFoundByItsTime() {
    FancamPlan plan =
        plan(48, List.of(new Shot(0, 47)), label("Lisa", 10, 40, PlanFancamTest::still));

    assertEquals(48, plan.windows().size());
    assertEquals(Optional.of(plan.windows().get(7)), plan.at(7 * 512));
    assertEquals(Optional.empty(), plan.at(7 * 512 + 1));
  }

  @Test
  void whoIsOnNoFrameHasNoFancam() {
    Labels labels =
        labels(48, List.of(new Shot(0, 47)), label("Lisa", 0, 48, PlanFancamTest::still));

    assertEquals(Optional.empty(), PlanFancam.of(labels, "Jennie"));
    assertEquals(Optional.empty(), PlanFancam.of(labels, Label.UNKNOWN));
  }

  @Test
  void sizesAreEvenAndNineToSixteenWhateverTheFrame() {
    assertEquals(new FancamSize(608, 1080), FancamSize.written(1920, 1080));
    assertEquals(new FancamSize(1080, 1920), FancamSize.written(3840, 2160));
    assertEquals(new FancamSize(1080, 1920), FancamSize.written(1080, 1920));
    assertEquals(new FancamSize(360, 640), FancamSize.written(361, 1001));
    assertEquals(new FancamSize(202, 360), FancamSize.written(640, 361));
    assertThrows(IllegalArgumentException.class, () -> FancamSize.written(12, 400));
  }

  /** Largest second difference: by how much the speed changes from one frame to the next. */
  private static <T> double jitter(List<T> places, ToDoubleFunction<T> of) {
    double[] at = places.stream().mapToDouble(of).toArray();
    return IntStream.range(1, at.length - 1)
        .mapToDouble(i -> Math.abs(at[i - 1] - 2 * at[i] + at[i + 1]))
        .max()
        .orElseThrow();
  }

  private static void assertHolds(FancamPlan plan, Label label) {
    for (TrackBox at : label.track().boxes()) {
      CropWindow window = plan.windows().get((int) at.frame());
      Box face = at.box();
      boolean holds =
          window.x() <= face.x()
              && window.y() <= face.y()
              && window.x() + window.width() >= face.right()
              && window.y() + window.height() >= face.bottom();
      assertTrue(holds, "frame " + at.frame() + ": " + face + " in " + window);
    }
  }

  private static List<Integer> heights(FancamPlan plan, int from, int to) {
    return plan.windows().subList(from, to).stream().map(CropWindow::height).distinct().toList();
  }

  private static Box still(int frame) {
    return new Box(900, 300, 120, 150);
  }

  private static Box face(double centerX, double y, double height) {
    return new Box(centerX - height * 0.4, y, height * 0.8, height);
  }

  private static Label label(String name, int from, int to, IntFunction<Box> box) {
    List<TrackBox> boxes = new ArrayList<>();
    for (int frame = from; frame < to; frame++) {
      boxes.add(new TrackBox(frame, box.apply(frame)));
    }
    return new Label(new Track(boxes, List.of()), name, 0.9);
  }

  private static FancamPlan plan(int frames, List<Shot> shots, Label... labels) {
    return PlanFancam.of(labels(frames, shots, labels), "Lisa").orElseThrow();
  }

  private static Labels labels(int frames, List<Shot> shots, Label... labels) {
    VideoInfo video =
        new VideoInfo(
            WIDTH,
            HEIGHT,
            0,
            new Rational(1, 12288),
            new Rational(24, 1),
            frames / 24.0,
            frames,
            "h264",
            true);
    return new Labels(
        video,
        LongStream.range(0, frames).map(i -> 512 * i).boxed().toList(),
        List.of("Lisa", "Rosé"),
        shots,
        List.of(labels));
  }
}
