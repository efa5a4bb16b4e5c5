package io.github.idols.core.face;

/** Faces that are easy to compute with: what is tested needs no real ones. */
final class AlignedFaces {
  private AlignedFaces() {}

  /** The sample of a pixel. */
  interface Sample {
    double of(int x, int y, int channel);
  }

  static AlignedFace of(Sample sample) {
    byte[] rgb = new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      double value = sample.of(pixel % AlignedFace.SIZE, pixel / AlignedFace.SIZE, i % 3);
      rgb[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
    return new AlignedFace(rgb);
  }

  /** Light and shade in waves of some pixels, in both directions. */
  static AlignedFace waves(double pixels) {
    return of(
        (x, y, c) ->
            128
                + 50 * Math.sin(2 * Math.PI * x / pixels)
                + 50 * Math.sin(2 * Math.PI * y / pixels));
  }

  static int sample(AlignedFace face, int x, int y, int channel) {
    return face.sample((y * AlignedFace.SIZE + x) * 3 + channel);
  }
}
