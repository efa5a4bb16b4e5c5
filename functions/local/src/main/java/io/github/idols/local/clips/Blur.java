package io.github.idols.local.clips;

/** The mean of a sample and its neighbours, along rows or columns. */
final class Blur {
  private Blur() {}

  /** Blurs from left to right, as a moving camera does. */
  static void along(Planes picture, int radius) {
    rows(picture.y(), picture.width(), radius);
    int chroma = Math.max(1, radius / 2);
    rows(picture.u(), picture.width() / 2, chroma);
    rows(picture.v(), picture.width() / 2, chroma);
  }

  /** Blurs in all directions. */
  static void soft(Planes picture, int radius) {
    along(picture, radius);
    columns(picture.y(), picture.width(), radius);
    int chroma = Math.max(1, radius / 2);
    columns(picture.u(), picture.width() / 2, chroma);
    columns(picture.v(), picture.width() / 2, chroma);
  }

  private static void rows(byte[] samples, int width, int radius) {
    byte[] line = new byte[width];
    for (int start = 0; start < samples.length; start += width) {
      line(samples, start, 1, width, radius, line);
    }
  }

  private static void columns(byte[] samples, int width, int radius) {
    int height = samples.length / width;
    byte[] line = new byte[height];
    for (int x = 0; x < width; x++) {
      line(samples, x, width, height, radius, line);
    }
  }

  /** A running sum over a line, whose ends are repeated. */
  private static void line(
      byte[] samples, int start, int step, int count, int radius, byte[] before) {
    for (int i = 0; i < count; i++) {
      before[i] = samples[start + i * step];
    }
    int size = 2 * radius + 1;
    int sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += before[clamp(i, count)] & 0xff;
    }
    for (int i = 0; i < count; i++) {
      samples[start + i * step] = (byte) ((sum + radius) / size);
      sum += before[clamp(i + radius + 1, count)] & 0xff;
      sum -= before[clamp(i - radius, count)] & 0xff;
    }
  }

  private static int clamp(int i, int count) {
    return Math.max(0, Math.min(count - 1, i));
  }
}
