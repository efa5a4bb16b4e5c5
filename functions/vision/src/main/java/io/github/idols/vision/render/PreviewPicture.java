package io.github.idols.vision.render;

import io.github.idols.core.face.Box;
import io.github.idols.core.fancam.CropWindow;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.video.Frame;
import io.github.idols.vision.image.Scaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Draws the picture that a link to a video is shown by: as large a part of the frame as has its
 * shape, scaled first and drawn on then, so that lines and letters are as sharp and as large in
 * videos of any size. Immutable.
 */
final class PreviewPicture {
  /** Chats show it some 400 pixels wide: names of the usual size could not be read. */
  private static final double LABEL_SCALE = 2;

  private static final float BEST = 0.85f;

  /** At which the noisiest picture is small enough. */
  private static final float WORST = 0.1f;

  /** WhatsApp leaves larger pictures out. */
  private static final int MOST_BYTES = 300_000;

  /** Of a face's area, less than which it is better not pointed at. */
  private static final double SEEN = 0.5;

  private final NameSprites sprites;
  private final double sampleAspect;

  /**
   * Draws for videos of one format.
   *
   * @param picture whose pixels may not be square
   */
  PreviewPicture(NameSprites sprites, PictureFormat picture) {
    this.sprites = sprites;
    double aspect = picture.sampleAspect().value();
    sampleAspect = aspect > 0 ? aspect : 1;
  }

  /**
   * The picture as a JPEG file.
   *
   * @param source without labels; it is not changed
   * @param marks of all faces on it; strangers' are drawn where there are no others
   * @param faces what is to be in the middle, as far as the frame's edges allow
   * @throws IOException never, as nothing but memory is written
   */
  byte[] jpeg(Frame source, List<Mark> marks, Box faces) throws IOException {
    CropWindow window = window(source, faces);
    try (Canvas canvas = new Canvas(PreviewSpot.WIDTH, PreviewSpot.HEIGHT);
        WindowCutter cutter = new WindowCutter();
        Scaler scaler =
            new Scaler(PreviewSpot.WIDTH, PreviewSpot.HEIGHT, Scaler.Quality.BILINEAR)) {
      Frame picture = canvas.blank(source);
      cutter.cut(source, window, picture);
      new LabelPainter(sprites, LABEL_SCALE).paint(picture, seen(marks, window));
      return file(image(scaler.rgb(picture)));
    }
  }

  /** The largest part of the picture's shape, around the faces. */
  private CropWindow window(Frame frame, Box faces) {
    double shape = (double) PreviewSpot.WIDTH / PreviewSpot.HEIGHT / sampleAspect;
    int width = even(Math.min(frame.width(), frame.height() * shape));
    int height = even(Math.min(frame.height(), frame.width() / shape));
    return new CropWindow(
        place(faces.centerX(), width, frame.width()),
        place(faces.centerY(), height, frame.height()),
        width,
        height);
  }

  private static int even(double pixels) {
    return Math.max(2, (int) pixels & ~1);
  }

  private static double place(double center, int side, int of) {
    return Math.max(0, Math.min(Math.round(center - side / 2.0), of - side));
  }

  private static List<Mark> seen(List<Mark> marks, CropWindow window) {
    Box shown = new Box(window.x(), window.y(), window.width(), window.height());
    double sx = (double) PreviewSpot.WIDTH / window.width();
    double sy = (double) PreviewSpot.HEIGHT / window.height();
    boolean known = marks.stream().anyMatch(mark -> mark.isKnown() && isSeen(mark, shown));
    return marks.stream()
        .filter(mark -> isSeen(mark, shown) && mark.isKnown() == known)
        .map(
            mark -> {
              Box at = mark.box();
              Box moved = new Box(at.x() - shown.x(), at.y() - shown.y(), at.width(), at.height());
              return new Mark(
                  mark.track(), moved.scale(sx, sy), mark.name(), mark.person(), mark.small());
            })
        .toList();
  }

  private static boolean isSeen(Mark mark, Box shown) {
    return shown.intersection(mark.box()) >= SEEN * mark.box().area();
  }

  private static BufferedImage image(ByteBuffer rgb) {
    BufferedImage image =
        new BufferedImage(PreviewSpot.WIDTH, PreviewSpot.HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[PreviewSpot.WIDTH];
    for (int y = 0; y < PreviewSpot.HEIGHT; y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = (rgb.get() & 0xFF) << 16 | (rgb.get() & 0xFF) << 8 | (rgb.get() & 0xFF);
      }
      image.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return image;
  }

  private static byte[] file(BufferedImage image) throws IOException {
    float quality = BEST;
    byte[] file = file(image, quality);
    while (file.length >= MOST_BYTES && quality > WORST) {
      quality = Math.max(WORST, quality - 0.15f);
      file = file(image, quality);
    }
    return file;
  }

  private static byte[] file(BufferedImage image, float quality) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Jpeg.write(image, quality, file);
    return file.toByteArray();
  }
}
