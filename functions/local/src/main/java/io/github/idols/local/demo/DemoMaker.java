package io.github.idols.local.demo;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.RefusedException;
import io.github.idols.local.film.FilmWriter;
import io.github.idols.vision.image.Scaler;
import io.github.idols.vision.render.X264Settings;
import io.github.idols.vision.video.Pictures;
import io.github.idols.vision.video.Still;
import io.github.idols.vision.video.VideoGate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.imageio.ImageIO;

/** Makes the demo's gallery, its film with sound, and the truth about it. */
public final class DemoMaker {
  private static final List<String> STILLS =
      List.of(
          "01829", "02045", "02159", "02221", "02683", "02888", "03909", "03979", "04000", "04035",
          "04117");

  /** Frames of the guest's other clip that become his gallery. */
  private static final String GUEST_PICTURES = "cap13_edit2.mp4";

  private static final int GUEST_EVERY = 60;
  private static final int GUEST_COUNT = 12;

  private final VideoGate gate = new VideoGate();

  /** How many frames the film has. */
  public static long frames() {
    return Storyboard.scenes().stream().mapToLong(Scene::frames).sum();
  }

  /**
   * Makes the files, or leaves them as they are where they have been made already.
   *
   * @param folder made where it is missing; files appear in it when they are whole
   * @param progress told how many frames of the film are done
   * @throws IOException when something cannot be written
   */
  public DemoMedia make(Path folder, LongConsumer progress) throws IOException {
    DemoMedia media =
        new DemoMedia(
            folder.resolve("gallery"), folder.resolve("demo.mp4"), folder.resolve("truth.csv"));
    Path storyboard = folder.resolve("storyboard.txt");
    if (isMade(media, storyboard)) {
      progress.accept(frames());
      return media;
    }
    Files.deleteIfExists(media.video());
    Path sources = folder.resolve("sources");
    Files.createDirectories(sources);
    gallery(media.gallery(), sources);
    Files.writeString(storyboard, Storyboard.text());
    // The film gets its name last, when all else is in place.
    film(media, sources, progress);
    return media;
  }

  /** Whether there is a film, and it is of this storyboard rather than of an older program's. */
  private static boolean isMade(DemoMedia media, Path storyboard) throws IOException {
    return Files.exists(media.video())
        && Files.exists(storyboard)
        && Files.readString(storyboard).equals(Storyboard.text());
  }

  private void gallery(Path gallery, Path sources) throws IOException {
    Path franck = Files.createDirectories(gallery.resolve(Storyboard.FRANCK));
    for (String still : STILLS) {
      copy("franck_" + still + ".jpg", franck);
    }
    Path guest = Files.createDirectories(gallery.resolve(Storyboard.GUEST));
    try (Film clip = Film.open(gate, copy(GUEST_PICTURES, sources))) {
      for (int i = 0; i < GUEST_COUNT; i++) {
        picture(
            clip.at((long) i * GUEST_EVERY),
            guest.resolve(String.format(Locale.ROOT, "guest_%03d.png", i * GUEST_EVERY)));
      }
    }
  }

  private void film(DemoMedia media, Path sources, LongConsumer progress) throws IOException {
    Path silent = sources.resolve("silent.mp4");
    try (Sources open = new Sources(sources);
        FilmWriter writer =
            new FilmWriter(
                silent,
                media.truth(),
                Storyboard.WIDTH,
                Storyboard.HEIGHT,
                Storyboard.FRAMES_A_SECOND,
                X264Settings.STANDARD)) {
      Truth faces = new Truth(KnownFaces.read());
      Collage collage = new Collage(Storyboard.WIDTH, Storyboard.HEIGHT);
      for (Scene scene : Storyboard.scenes()) {
        for (int at = 0; at < scene.frames(); at++) {
          collage.clear();
          for (Layer layer : scene.layers()) {
            collage.put(
                open.frame(layer, at), layer.view((double) at / scene.frames()), layer.place());
          }
          long number = writer.frames();
          writer.add(collage.frame(number, writer.pts()), faces.of(scene, number, at));
          progress.accept(writer.frames());
        }
      }
      writer.finish(gate, media.video());
    }
  }

  private static void picture(Frame frame, Path file) throws IOException {
    int width = frame.width();
    int height = frame.height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    try (Scaler scaler = new Scaler(width, height, Scaler.Quality.BILINEAR)) {
      ByteBuffer rgb = scaler.rgb(frame);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int at = 3 * (y * width + x);
          int red = rgb.get(at) & 0xff;
          int green = rgb.get(at + 1) & 0xff;
          int blue = rgb.get(at + 2) & 0xff;
          image.setRGB(x, y, (red << 16) | (green << 8) | blue);
        }
      }
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG files");
    }
  }

  /** Puts one of the demo's files out of the class path into a folder. */
  private static Path copy(String name, Path folder) throws IOException {
    try (InputStream in = DemoMaker.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("demo/" + name + " is not on the class path");
      }
      Path file = folder.resolve(name);
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    }
  }

  /** The clips and photos that have been opened. */
  private final class Sources implements AutoCloseable {
    private final Path folder;
    private final Map<String, Film> clips = new HashMap<>();
    private final Map<String, Still> photos = new HashMap<>();

    Sources(Path folder) {
      this.folder = folder;
    }

    /** What a layer shows on a frame of its scene. */
    Frame frame(Layer layer, int at) throws IOException {
      String source = layer.source();
      if (source.endsWith(".mp4")) {
        Film clip = clips.get(source);
        if (clip == null) {
          clip = Film.open(gate, copy(source, folder));
          clips.put(source, clip);
        }
        return clip.at((long) layer.firstFrame() + at);
      }
      Still photo = photos.get(source);
      if (photo == null) {
        try {
          photo = new Pictures().read(copy(source, folder));
        } catch (RefusedException e) {
          throw new IOException("the demo's media are damaged: " + e.getMessage(), e);
        }
        photos.put(source, photo);
      }
      return photo.frame();
    }

    @Override
    public void close() {
      clips.values().forEach(Film::close);
      photos.values().forEach(Still::close);
    }
  }
}
