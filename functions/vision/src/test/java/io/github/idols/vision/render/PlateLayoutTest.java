package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateLayoutTest {
  private final PlateLayout layout = new PlateLayout();

  @Test
  void aPlateStandsOnItsBox() {
    assertEquals(List.of(new Box(496, 366, 80, 30)), place(plate(1, 500, 400)));
  }

  @Test
  void atTheUpperEdgeItHangsBelow() {
    assertEquals(List.of(new Box(496, 114, 80, 30)), place(plate(1, 500, 10)));
  }

  @Test
  void atTheRightEdgeItMovesInside() {
    assertEquals(1280, place(plate(1, 1240, 400)).get(0).right());
  }

  @Test
  void platesOfNeighboursDoNotOverlap() {
    List<Box> places = place(plate(1, 500, 400), plate(2, 540, 404), plate(3, 580, 396));

    assertEquals(0, places.get(0).intersection(places.get(1)));
    assertEquals(0, places.get(0).intersection(places.get(2)));
    assertEquals(0, places.get(1).intersection(places.get(2)));
  }

  @Test
  void aPlateKeepsOffTheFaceAboveItsOwn() {
    List<Box> places = place(plate(1, 500, 280), plate(2, 500, 390));

    assertEquals(0, places.get(1).intersection(new Box(500, 280, 100, 100)));
  }

  @Test
  void aPlateStaysOnItsSideWhileAFaceTremblesAtTheEdge() {
    place(plate(1, 500, 34));
    double first = place(plate(1, 500, 33)).get(0).y();
    for (int y = 28; y < 40; y++) {
      double now = place(plate(1, 500, y)).get(0).y();
      assertTrue(Math.abs(now - first) <= 12, "jumped to " + now);
    }
  }

  @Test
  void aFrameSmallerThanThePlateGetsItAtItsCorner() {
    Box place = layout.place(List.of(plate(1, 3, 3)), 4, 20, 10).get(0);

    assertEquals(0, place.x());
    assertEquals(0, place.y());
  }

  private List<Box> place(PlateLayout.Plate... plates) {
    return layout.place(List.of(plates), 4, 1280, 720);
  }

  private static PlateLayout.Plate plate(int track, double x, double y) {
    return new PlateLayout.Plate(
        new Mark(track, new Box(x, y, 100, 100), "name", 0, false), 80, 30);
  }
}
