package io.github.idols.local.demo;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says which faces a scene shows, where, and whose they are. */
final class Truth {
  /** Less of a face than that on the screen is nobody's face. */
  private static final double ENOUGH = 0.7;

  private final KnownFaces faces;

  Truth(KnownFaces faces) {
    this.faces = faces;
  }

  /**
   * The faces on a frame.
   *
   * @param number of the frame in the film
   * @param at number of the frame in the scene
   * @return from left to right
   */
  List<LabelRow> of(Scene scene, long number, int at) {
    List<LabelRow> rows = new ArrayList<>();
    double t = (double) at / scene.frames();
    for (int i = 0; i < scene.layers().size(); i++) {
      Layer layer = scene.layers().get(i);
      Box view = layer.view(t);
      Box place = layer.place();
      double sx = place.width() / view.width();
      double sy = place.height() / view.height();
      List<Layer> above = scene.layers().subList(i + 1, scene.layers().size());
      for (Box face : faces.at(layer.source(), layer.firstFrame() + at)) {
        Box shown =
            new Box(
                place.x() + (face.x() - view.x()) * sx,
                place.y() + (face.y() - view.y()) * sy,
                face.width() * sx,
                face.height() * sy);
        double visible = shown.intersection(place);
        for (Layer cover : above) {
          visible -= shown.intersection(cover.place());
        }
        if (visible >= ENOUGH * shown.area()) {
          rows.add(new LabelRow(number, shown, layer.name()));
        }
      }
    }
    rows.sort(Comparator.comparingDouble(row -> row.box().x()));
    return rows;
  }
}
