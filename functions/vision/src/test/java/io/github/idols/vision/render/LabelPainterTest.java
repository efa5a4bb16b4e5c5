package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPainterTest {
  private final Font font;

  LabelPainterTest() throws IOException {
    font = Font.bundled();
  }

  @Test
  void theLineIsThePersonsColourAndTheFaceStaysFree() {
    GuardedFrame frame = new GuardedFrame(1920, 1080);

    paint(frame, new Mark(1, new Box(600, 400, 200, 240), "Lisa", 3, false));

    Rgb.Yuv yellow = Palette.person(3).in(GuardedFrame.BT709);
    assertEquals(yellow.y(), frame.luma(600, 520));
    assertEquals(yellow.y(), frame.luma(799, 520));
    assertEquals(yellow.y(), frame.luma(700, 400));
    assertEquals(yellow.y(), frame.luma(700, 639));
    int u = frame.frame().u().bytes().get(260 * frame.frame().u().stride() + 300) & 0xFF;
    assertEquals(yellow.u(), u, 12);
    for (int y = 410; y < 630; y++) {
      for (int x = 610; x < 790; x++) {
        assertEquals(GuardedFrame.GREY, frame.luma(x, y), "at " + x + "," + y);
      }
    }
    // The plate stands on the box: black letters on yellow.
    assertEquals(yellow.y(), frame.luma(606, 385));
    boolean black = false;
    for (int x = 600; x < 680; x++) {
      black |= frame.luma(x, 375) < 20;
    }
    assertTrue(black);
  }

  @Test
  void nothingOutsideOfThePlanesIsTouched() {
    Random random = new Random(7);
    int[][] sizes = {{1, 1}, {2, 3}, {17, 9}, {64, 48}, {321, 181}, {640, 360}};
    for (int[] size : sizes) {
      GuardedFrame frame = new GuardedFrame(size[0], size[1]);
      LabelPainter painter = new LabelPainter(new NameSprites(font));
      for (int i = 0; i < 60; i++) {
        Box box =
            new Box(
                (random.nextDouble() * 3 - 1) * size[0],
                (random.nextDouble() * 3 - 1) * size[1],
                random.nextDouble() * size[0],
                random.nextDouble() * size[1]);
        Mark known = new Mark(i, box, "Rosé 로제", i % 9, random.nextBoolean());
        Mark unknown = new Mark(-i, box.scale(0.5, 2), "unknown", Mark.UNKNOWN, false);
        painter.paint(frame.frame(), List.of(known, unknown));
      }
      frame.assertGuardsUntouched();
    }
  }

  @Test
  void extremeBoxesDoNoHarm() {
    GuardedFrame frame = new GuardedFrame(320, 180);

    for (Box box :
        List.of(
            new Box(-1e7, -1e7, 2e7, 2e7),
            new Box(1e9, 1e9, 10, 10),
            new Box(-1e9, 50, 10, 10),
            new Box(100, 100, 0, 0))) {
      paint(frame, new Mark(1, box, "Lisa", 0, false));
    }

    frame.assertGuardsUntouched();
  }

  @Test
  void aBoxPartlyOutsideKeepsItsPlateInside() {
    GuardedFrame frame = new GuardedFrame(640, 360);

    paint(frame, new Mark(1, new Box(600, -30, 80, 100), "Jennie", 1, false));

    // Below the box and moved to the left, whole: its left and right edges are dark outline.
    int plateWidth = new NameSprites(font).width("Jennie", 11);
    Rgb.Yuv blue = Palette.person(1).in(GuardedFrame.BT709);
    assertEquals(blue.y(), frame.luma(640 - plateWidth + 4, 80), 1);
    frame.assertGuardsUntouched();
  }

  @Test
  void unknownFacesGetAThinnerLine() {
    GuardedFrame known = new GuardedFrame(1280, 720);
    GuardedFrame unknown = new GuardedFrame(1280, 720);
    Box box = new Box(500, 200, 200, 200);

    paint(known, new Mark(1, box, "?", 0, false));
    paint(unknown, new Mark(1, box, "?", Mark.UNKNOWN, false));

    assertTrue(unknown.drawn() < 0.75 * known.drawn(), unknown.drawn() + " " + known.drawn());
  }

  @Test
  void withoutMarksTheFrameStaysAsItIs() {
    GuardedFrame frame = new GuardedFrame(64, 64);

    new LabelPainter(new NameSprites(font)).paint(frame.frame(), List.of());

    assertEquals(0, frame.drawn());
  }

  private void paint(GuardedFrame frame, Mark... marks) {
    new LabelPainter(new NameSprites(font)).paint(frame.frame(), List.of(marks));
  }
}
