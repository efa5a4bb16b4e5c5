package io.github.idols.local;

import io.github.idols.core.classify.CutFace;
import io.github.idols.core.classify.FaceCutter;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.face.SoftFaces;
import io.github.idols.core.face.WideFace;
import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.fancam.FancamPlan;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.score.StillPictures;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Thumbnail;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.Plane;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.core.video.VideoPlanning;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * A studio over text files, for what the commands do around networks and media. A picture is an
 * angle in degrees, or anything else for no face; the face's size, turn, sharpness and pattern may
 * follow. With {@code several} before the angle there are more faces. A video is a list of angles,
 * one a chunk of five frames, each with that one face all along; results are text as well.
 */
final class PlainStudio implements Studio {
  static final int FRAMES = 5;

  @Override
  public VideoPlanning planning(double chunkSeconds) {
    return PlainStudio::plan;
  }

  private static Plan plan(MediaSource video) throws RefusedException, IOException {
    List<String> lines = text(video).lines().toList();
    if (lines.stream().allMatch(String::isBlank)) {
      throw new RefusedException("there is nothing in it");
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      chunks.add(new Chunk(i, i, i + 1 < lines.size() ? i + 1 : Chunk.TO_THE_END, FRAMES));
    }
    long frames = (long) chunks.size() * FRAMES;
    return new Plan(
        new VideoInfo(
            640,
            360,
            0,
            new Rational(1, 25),
            new Rational(25, 1),
            frames / 25.0,
            frames,
            "text",
            false),
        chunks);
  }

  @Override
  public String pictureVersion() {
    return "angles";
  }

  @Override
  public PictureChecker newPictureChecker() {
    return new PlainChecker(false);
  }

  @Override
  public FaceCutter newFaceCutter() {
    return new PlainCutter();
  }

  @Override
  public FaceCutter newTestFaceCutter() {
    return new PlainCutter();
  }

  /** A face all of one grey for each picture that has an angle. */
  private static final class PlainCutter implements FaceCutter {
    @Override
    public CutFace cut(MediaSource picture) throws IOException {
      return text(picture).strip().matches("-?\\d+.*")
          ? new CutFace.Cut(new WideFace(new byte[WideFace.SIZE * WideFace.SIZE * 3]))
          : new CutFace.Refused("no face found");
    }

    @Override
    public void close() {}
  }

  @Override
  public Studio tuned(byte[] network) throws UserError {
    throw new UserError("the model's network cannot be used: there are no networks here");
  }

  @Override
  public PictureChecker newPhotoChecker() {
    return new PlainChecker(true);
  }

  @Override
  public ChunkRecognizer newRecognizer() {
    return new PlainRecognizer();
  }

  @Override
  public Drawing draw(Path video, Labels labels) {
    return new PlainDrawing();
  }

  @Override
  public FancamDrawing fancams() {
    return new PlainFancams();
  }

  /** A chunk is a line with its number, and who is followed. */
  private static final class PlainFancams implements FancamDrawing {
    @Override
    public RenderedChunk render(
        MediaSource video, FancamPlan plan, Chunk chunk, Path out, LongConsumer progress)
        throws IOException {
      if (text(video).lines().toList().get(chunk.number()).equals("broken")) {
        throw new IOException(video.name() + " is damaged: a frame cannot be decoded");
      }
      Files.writeString(out, "chunk " + chunk.number() + " with " + plan.person() + "\n");
      progress.accept(FRAMES);
      return new RenderedChunk(out, (long) chunk.number() * FRAMES, FRAMES);
    }

    @Override
    public List<String> join(MediaSource video, List<RenderedChunk> rendered, Path out)
        throws IOException {
      return new PlainDrawing().join(video, rendered, out);
    }
  }

  /** A picture is the text of its frame number. */
  @Override
  public StillPictures stills() {
    return (video, spots, sink, progress) -> {
      long frames = text(video).lines().count() * FRAMES;
      for (int i = 0; i < spots.size(); i++) {
        if (spots.get(i).frame() < frames) {
          Box face = spots.get(i).box();
          Box shown =
              new Box(
                  face.x() - face.width(),
                  face.y() - face.height(),
                  3 * face.width(),
                  3 * face.height());
          byte[] jpeg = ("frame " + spots.get(i).frame()).getBytes(StandardCharsets.UTF_8);
          sink.take(i, jpeg, shown);
        }
      }
    };
  }

  @Override
  public void close() {}

  private static String text(MediaSource source) throws IOException {
    try (source) {
      ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
      while (bytes.hasRemaining()) {
        source.read(bytes.position(), bytes);
      }
      return new String(bytes.array(), StandardCharsets.UTF_8);
    }
  }

  private static final class PlainChecker implements PictureChecker {
    private static final String SEVERAL = "several ";

    private final boolean takesTallest;

    PlainChecker(boolean takesTallest) {
      this.takesTallest = takesTallest;
    }

    @Override
    public PictureCheck check(MediaSource picture) throws IOException {
      String text = text(picture).strip();
      if (text.startsWith(SEVERAL) && !takesTallest) {
        return new PictureCheck.Refused("2 faces of a similar size, crop it to one");
      }
      try {
        String[] words = text.replace(SEVERAL, "").split(" ");
        Embedding embedding = at(Double.parseDouble(words[0]));
        return new PictureCheck.Accepted(
            embedding,
            new SoftFaces(embedding, embedding),
            face(number(words, 1, 200)),
            new PictureTraits(
                number(words, 2, 0), number(words, 3, 1), (long) number(words, 4, 0)));
      } catch (NumberFormatException e) {
        return new PictureCheck.Refused("no face found");
      }
    }

    private static double number(String[] words, int place, double otherwise) {
      return words.length > place ? Double.parseDouble(words[place]) : otherwise;
    }

    @Override
    public void close() {}
  }

  private static final class PlainRecognizer implements ChunkRecognizer {
    @Override
    public ChunkTracks recognize(MediaSource video, Plan plan, Chunk chunk, LongConsumer progress)
        throws IOException {
      String line = text(video).lines().toList().get(chunk.number());
      if (line.equals("broken")) {
        throw new IOException(video.name() + " is damaged: a frame cannot be decoded");
      }
      List<TrackBox> boxes = new ArrayList<>();
      for (int i = 0; i < FRAMES; i++) {
        boxes.add(new TrackBox(i, new Box(10 * chunk.number(), 20, 30, 40)));
        progress.accept(i + 1);
      }
      long first = (long) chunk.number() * FRAMES;
      return new ChunkTracks(
          chunk.number(),
          LongStream.range(first, first + FRAMES).boxed().toList(),
          List.of(new Shot(0, FRAMES - 1)),
          List.of(new Track(boxes, List.of(new Evidence(0, at(Double.parseDouble(line)), 1, 1)))),
          stripes(chunk.number()),
          stripes(chunk.number()));
    }

    @Override
    public void close() {}
  }

  /** Lines of text for chunks. */
  private static final class PlainDrawing implements Drawing {
    private final AtomicInteger chunks = new AtomicInteger();

    @Override
    public RenderedChunk render(
        MediaSource video,
        Labels labels,
        Chunk chunk,
        long firstFrame,
        Path out,
        LongConsumer progress)
        throws IOException {
      video.close();
      Files.writeString(out, "chunk " + chunk.number() + " from frame " + firstFrame + "\n");
      chunks.incrementAndGet();
      progress.accept(FRAMES);
      return new RenderedChunk(out, firstFrame, FRAMES);
    }

    @Override
    public List<String> join(MediaSource video, List<RenderedChunk> rendered, Path out)
        throws IOException {
      video.close();
      List<String> all = new ArrayList<>();
      for (RenderedChunk chunk : rendered) {
        all.addAll(Files.readAllLines(chunk.file()));
      }
      Files.write(out, all);
      return List.of("the sound could not be kept");
    }

    @Override
    public void contactSheet(Path out) throws IOException {
      Files.writeString(out, "sheet of " + chunks.get() + " chunks");
    }
  }

  private static Embedding at(double degrees) {
    double a = Math.toRadians(degrees);
    return Embedding.of((float) Math.cos(a), (float) Math.sin(a));
  }

  private static Detection face(double size) {
    Point p = new Point(0, 0);
    return new Detection(new Box(0, 0, size, size), new Landmarks(p, p, p, p, p), 1);
  }

  /** A picture that has nothing to do with those of the other chunks. */
  private static Thumbnail stripes(int chunk) {
    ByteBuffer samples = ByteBuffer.allocateDirect(128 * 72);
    for (int i = 0; i < samples.capacity(); i++) {
      samples.put(i, (byte) (i % 128 / (4 << chunk) % 2 * 200));
    }
    Plane y = new Plane(samples, 128, 128, 72);
    Plane chroma = new Plane(samples, 128, 64, 36);
    return Thumbnail.of(
        new Frame(
            0, 0, 128, 72, y, chroma, chroma, new ColorSpace(ColorSpace.Matrix.BT709, false)));
  }
}
