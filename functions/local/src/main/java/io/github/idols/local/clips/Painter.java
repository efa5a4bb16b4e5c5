package io.github.idols.local.clips;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.LabelRow;
import java.util.ArrayList;
import java.util.List;

/** Paints the frames of scenes. Not safe for use by several threads. */
final class Painter {
  private static final int ONE = 1 << 16;

  private final Planes canvas;
  private final Planes before;
  private boolean hasBefore;

  /** A painter of frames of a size; both sides are even. */
  Painter(int width, int height) {
    canvas = Planes.empty(width, height);
    before = Planes.empty(width, height);
  }

  /** What was painted last; it changes with the next frame. */
  Planes canvas() {
    return canvas;
  }

  /**
   * Paints a frame of a scene.
   *
   * @param at number of the frame in the scene
   */
  void paint(Scene scene, int at) {
    if (at == 0) {
      before.copy(canvas);
    }
    double t = (double) at / scene.frames();
    cut(scene.background(), t);
    for (Actor actor : scene.actors()) {
      paint(actor.portrait(), actor.at(t), canvas);
    }
    if (scene.blur() > 0) {
      Blur.along(canvas, scene.blur());
    }
    scene.light().shine(canvas, at, t);
    if (hasBefore && at < scene.fadeIn()) {
      canvas.mix(before, 1 - newShare(scene, at));
    }
    hasBefore |= at == scene.frames() - 1;
  }

  /** How much of the new scene is seen while the one before fades out. */
  private static double newShare(Scene scene, int at) {
    return (at + 1.0) / (scene.fadeIn() + 1);
  }

  /**
   * The faces on a frame: in a fade those of the scene of which more is seen.
   *
   * @param number of the frame in the clip
   * @param last the scene before; at the beginning of a clip the same
   * @return from left to right
   */
  static List<LabelRow> faces(Scene scene, int at, long number, Scene last) {
    if (at < scene.fadeIn() && newShare(scene, at) < 0.5 && number > at) {
      return faces(last, 1 - 1.0 / last.frames(), number);
    }
    return faces(scene, (double) at / scene.frames(), number);
  }

  private static List<LabelRow> faces(Scene scene, double t, long number) {
    List<LabelRow> rows = new ArrayList<>();
    for (Actor actor : scene.actors()) {
      rows.add(new LabelRow(number, actor.face(t), actor.name()));
    }
    return rows;
  }

  private void cut(Planes from, double t) {
    int left = (int) ((from.width() - canvas.width()) * t) & ~1;
    int top = (int) ((from.height() - canvas.height()) * t) & ~1;
    cut(from.y(), from.width(), left, top, canvas.y(), canvas.width());
    cut(from.u(), from.width() / 2, left / 2, top / 2, canvas.u(), canvas.width() / 2);
    cut(from.v(), from.width() / 2, left / 2, top / 2, canvas.v(), canvas.width() / 2);
  }

  private static void cut(byte[] from, int fromWidth, int left, int top, byte[] to, int width) {
    for (int i = 0; i < to.length; i += width) {
      System.arraycopy(from, (top + i / width) * fromWidth + left, to, i, width);
    }
  }

  /** Fills a picture with another one, whatever their sizes. */
  static void stretch(Planes from, Planes to) {
    stretch(from.y(), from.width(), to.y(), to.width());
    stretch(from.u(), from.width() / 2, to.u(), to.width() / 2);
    stretch(from.v(), from.width() / 2, to.v(), to.width() / 2);
  }

  private static void stretch(byte[] from, int fromWidth, byte[] to, int width) {
    int fromHeight = from.length / fromWidth;
    int height = to.length / width;
    int stepX = (int) ((long) (fromWidth - 2) * ONE / width);
    int stepY = (int) ((long) (fromHeight - 2) * ONE / height);
    for (int row = 0, v = 0; row < height; row++, v += stepY) {
      for (int x = 0, u = 0; x < width; x++, u += stepX) {
        to[row * width + x] = (byte) sample(from, fromWidth, u, v);
      }
    }
  }

  /** Puts a portrait onto a picture, with its face's centre at the pose's place. */
  static void paint(Portrait portrait, Actor.Pose pose, Planes to) {
    Planes from = portrait.picture();
    Box face = portrait.face();
    Actor.Pose half =
        new Actor.Pose(pose.x() / 2, pose.y() / 2, pose.scaleX(), pose.scaleY(), pose.angle());
    Box halfFace = face.scale(0.5, 0.5);
    paint(from.y(), from.width(), face, pose, to.y(), to.width());
    paint(from.u(), from.width() / 2, halfFace, half, to.u(), to.width() / 2);
    paint(from.v(), from.width() / 2, halfFace, half, to.v(), to.width() / 2);
  }

  private static void paint(
      byte[] from, int fromWidth, Box face, Actor.Pose pose, byte[] to, int width) {
    int fromHeight = from.length / fromWidth;
    int height = to.length / width;
    int[] coverX = Portrait.fading(fromWidth, Math.min(fromWidth, fromHeight));
    int[] coverY = Portrait.fading(fromHeight, Math.min(fromWidth, fromHeight));
    double cos = Math.cos(pose.angle());
    double sin = Math.sin(pose.angle());
    // No corner of the portrait is further from the face's centre than that.
    double reach =
        Math.hypot(
            pose.scaleX() * Math.max(face.centerX(), fromWidth - face.centerX()),
            pose.scaleY() * Math.max(face.centerY(), fromHeight - face.centerY()));
    int left = (int) Math.max(0, pose.x() - reach);
    int right = (int) Math.min(width, pose.x() + reach + 1);
    int top = (int) Math.max(0, pose.y() - reach);
    int bottom = (int) Math.min(height, pose.y() + reach + 1);
    int uStep = (int) Math.round(ONE * cos / pose.scaleX());
    int vStep = (int) Math.round(-ONE * sin / pose.scaleY());
    for (int row = top; row < bottom; row++) {
      double dx = left + 0.5 - pose.x();
      double dy = row + 0.5 - pose.y();
      int u = (int) (ONE * (face.centerX() - 0.5 + (dx * cos + dy * sin) / pose.scaleX()));
      int v = (int) (ONE * (face.centerY() - 0.5 + (dy * cos - dx * sin) / pose.scaleY()));
      for (int at = row * width + left; at < row * width + right; at++, u += uStep, v += vStep) {
        int x = u >> 16;
        int y = v >> 16;
        if (x < 0 || y < 0 || x >= fromWidth - 1 || y >= fromHeight - 1) {
          continue;
        }
        int cover = (coverX[x] * coverY[y]) >> 8;
        int value = sample(from, fromWidth, u, v);
        to[at] = (byte) ((value * cover + (to[at] & 0xff) * (256 - cover) + 128) >> 8);
      }
    }
  }

  /** Between four neighbours; {@code u} and {@code v} are in 65536ths of a sample. */
  private static int sample(byte[] from, int width, int u, int v) {
    int at = (v >> 16) * width + (u >> 16);
    int w = (u >> 8) & 0xff;
    int down = (v >> 8) & 0xff;
    int above = (from[at] & 0xff) * (256 - w) + (from[at + 1] & 0xff) * w;
    int below = (from[at + width] & 0xff) * (256 - w) + (from[at + width + 1] & 0xff) * w;
    return (above * (256 - down) + below * down + (1 << 15)) >> 16;
  }
}
