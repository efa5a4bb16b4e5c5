package io.github.idols.vision.face;

import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** Frames made of the demo's pictures. */
final class PictureFrames {
  private PictureFrames() {}

  static BufferedImage demo(String name) throws IOException {
    try (InputStream in = PictureFrames.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IOException("no demo picture " + name);
      }
      return ImageIO.read(in);
    }
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.drawImage(
        image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    g.dispose();
    return out;
  }

  /** Full-range BT.601, as JPEG files have it. */
  static Frame frame(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    int cw = (w + 1) / 2;
    int ch = (h + 1) / 2;
    ByteBuffer y = ByteBuffer.allocateDirect(w * h);
    ByteBuffer u = ByteBuffer.allocateDirect(cw * ch);
    ByteBuffer v = ByteBuffer.allocateDirect(cw * ch);
    for (int row = 0; row < h; row++) {
      for (int column = 0; column < w; column++) {
        int rgb = image.getRGB(column, row);
        double r = rgb >> 16 & 0xff;
        double g = rgb >> 8 & 0xff;
        double b = rgb & 0xff;
        double luma = 0.299 * r + 0.587 * g + 0.114 * b;
        y.put(row * w + column, (byte) Math.round(luma));
        if (row % 2 == 0 && column % 2 == 0) {
          int at = row / 2 * cw + column / 2;
          u.put(at, (byte) Math.min(255, Math.round(128 + (b - luma) / 1.772)));
          v.put(at, (byte) Math.min(255, Math.round(128 + (r - luma) / 1.402)));
        }
      }
    }
    return new Frame(
        0,
        0,
        w,
        h,
        new Plane(y, w, w, h),
        new Plane(u, cw, cw, ch),
        new Plane(v, cw, cw, ch),
        new ColorSpace(ColorSpace.Matrix.BT601, true));
  }
}
