package io.github.idols.vision.render;

import io.github.idols.core.face.Box;
import io.github.idols.core.video.Frame;
import io.github.idols.vision.image.Scaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How a face with what is around it is cut out of a frame, as a small JPEG file.
 *
 * @param surroundings side of the part, in the face's longer sides
 * @param least side of the part in pixels of the frame, at least: less shows nothing but blocks
 * @param longerSide of the picture, in pixels
 * @param quality of the JPEG, 0 to 1
 */
record StillCut(double surroundings, int least, int longerSide, float quality) {
  /** A part of a frame, at even pixels as the chroma planes want it. */
  record Part(int x, int y, int width, int height) {
    private static int even(double pixels) {
      return (int) pixels & ~1;
    }

    Box box() {
      return new Box(x, y, width, height);
    }
  }

  /** A square around a face, cut off and moved where it would reach over the frame. */
  Part around(Box face, Frame frame) {
    double side = Math.max(least, surroundings * Math.max(face.width(), face.height()));
    int width = Part.even(Math.min(side, frame.width()));
    int height = Part.even(Math.min(side, frame.height()));
    return new Part(
        Part.even(Math.max(0, Math.min(face.centerX() - width / 2.0, frame.width() - width))),
        Part.even(Math.max(0, Math.min(face.centerY() - height / 2.0, frame.height() - height))),
        width,
        height);
  }

  /**
   * A part of a frame as a JPEG file.
   *
   * @param picture the frame's format, whose pixels may not be square
   */
  byte[] jpeg(Frame frame, Part part, PictureFormat picture) throws IOException {
    double aspect = picture.sampleAspect().value();
    double wide = part.width() * (aspect > 0 ? aspect : 1);
    double scale = longerSide / Math.max(wide, part.height());
    int width = (int) Math.max(1, Math.round(wide * scale));
    int height = (int) Math.max(1, Math.round(part.height() * scale));
    Scaler.Quality scaling = scale < 1 ? Scaler.Quality.AREA : Scaler.Quality.BILINEAR;
    try (Scaler scaler = new Scaler(width, height, scaling)) {
      ByteBuffer rgb = scaler.rgb(frame, part.x(), part.y(), part.width(), part.height());
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < width * height; i++) {
        int color = (rgb.get() & 0xFF) << 16 | (rgb.get() & 0xFF) << 8 | (rgb.get() & 0xFF);
        image.setRGB(i % width, i / width, color);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      Jpeg.write(image, quality, file);
      return file.toByteArray();
    }
  }
}
