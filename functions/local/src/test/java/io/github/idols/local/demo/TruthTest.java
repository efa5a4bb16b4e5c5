package io.github.idols.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.LabelRow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the faces of sample1.jpg, of which the leftmost is about 190 x 246 pixels at 413, 353. */
class TruthTest {
  private final KnownFaces faces = KnownFaces.read();
  private final Truth truth = new Truth(faces);

  TruthTest() throws IOException {}

  @Test
  void facesMoveWithTheView() {
    Box face = leftmost();
    Scene scene =
        scene(
            new Box(face.x() - 100, face.y() - 50, 400, 400),
            new Box(face.x(), face.y(), 400, 400));

    assertEquals(
        new LabelRow(5, new Box(200, 100, 2 * face.width(), 2 * face.height()), "ann"),
        row(scene, 0));
    assertEquals(
        new LabelRow(5, new Box(100, 50, 2 * face.width(), 2 * face.height()), "ann"),
        row(scene, 10));
  }

  @Test
  void halfAFaceIsNobodysFace() {
    Box face = leftmost();
    Box half = new Box(face.centerX() - 400, face.y(), 400, 400);

    assertEquals(List.of(), truth.of(scene(half, half), 5, 0));
  }

  @Test
  void aFaceBehindAnotherPictureIsNotThere() {
    Box face = leftmost();
    Box view = new Box(face.x(), face.y(), 400, 400);
    Layer cover = new Layer("none.jpg", 0, "bo", view, view, new Box(0, 0, 500, 800));
    Scene scene = scene(view, view);

    assertEquals(List.of(), truth.of(new Scene(20, List.of(scene.layers().get(0), cover)), 5, 0));
  }

  @Test
  void facesInClipsLieBetweenThoseThatWereLookedAt() {
    Box before = faces.at("franck.mp4", 700).get(0);
    Box after = faces.at("franck.mp4", 705).get(0);

    assertEquals(before.lerp(after, 0.4), faces.at("franck.mp4", 702).get(0));
  }

  @Test
  void everySceneHasItsFaces() {
    long number = 0;
    for (Scene scene : Storyboard.scenes()) {
      for (int at = 0; at < scene.frames(); at++) {
        List<LabelRow> rows = truth.of(scene, number++, at);
        assertEquals(
            scene.layers().stream().map(Layer::name).distinct().sorted().toList(),
            rows.stream().map(LabelRow::name).distinct().sorted().toList());
      }
    }
  }

  private LabelRow row(Scene scene, int at) {
    List<LabelRow> rows = truth.of(scene, 5, at);
    assertEquals(1, rows.size());
    Box box = rows.get(0).box();
    return new LabelRow(
        rows.get(0).frame(),
        new Box(Math.rint(box.x()), Math.rint(box.y()), box.width(), box.height()),
        rows.get(0).name());
  }

  private Scene scene(Box from, Box to) {
    return new Scene(
        20, List.of(new Layer("sample1.jpg", 0, "ann", from, to, new Box(0, 0, 800, 800))));
  }

  private Box leftmost() {
    return faces.at("sample1.jpg", 0).stream()
        .min((a, b) -> Double.compare(a.x(), b.x()))
        .orElseThrow();
  }
}
