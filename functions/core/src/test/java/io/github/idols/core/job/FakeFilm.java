package io.github.idols.core.job;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.FacePicture;
import io.github.idols.core.label.FaceSpot;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.LabelsCsv;
import io.github.idols.core.label.LabelsCsvReader;
import io.github.idols.core.label.PictureDrawing;
import io.github.idols.core.label.RenderedChunk;
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
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Planning, recognising and drawing of films that are one line of text: {@code film 3} has three
 * chunks of four frames. A's face goes through the whole of it, B's is in the odd chunks.
 */
public final class FakeFilm implements VideoPlanning, ChunkRecognizer, PictureDrawing {
  static final Embedding FACE_OF_A = Embedding.of(1, 0, 0);
  static final Embedding FACE_OF_B = Embedding.of(0, 1, 0);
  private static final long FRAMES = 4;

  /** Of every frame: one shot. */
  private static final Thumbnail PICTURE = stripes();

  public static byte[] of(int chunks) {
    return ("film " + chunks).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Plan plan(MediaSource video) throws RefusedException, IOException {
    String text = read(video);
    if (!text.startsWith("film ")) {
      throw new RefusedException("This is no film.");
    }
    int count = Integer.parseInt(text.substring("film ".length()));
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chunks.add(
          new Chunk(i, i * FRAMES, i + 1 == count ? Chunk.TO_THE_END : (i + 1) * FRAMES, FRAMES));
    }
    return new Plan(
        new VideoInfo(
            640,
            360,
            0,
            new Rational(1, 10),
            new Rational(10, 1),
            count * FRAMES / 10.0,
            count * FRAMES,
            "text",
            false),
        chunks);
  }

  @Override
  public ChunkTracks recognize(MediaSource video, Plan plan, Chunk chunk, LongConsumer progress)
      throws IOException {
    read(video);
    List<Track> tracks = new ArrayList<>();
    tracks.add(track(10, FACE_OF_A));
    if (chunk.number() % 2 == 1) {
      tracks.add(track(400, FACE_OF_B));
    }
    return new ChunkTracks(
        chunk.number(),
        LongStream.range(0, FRAMES).map(n -> chunk.startDts() + n).boxed().toList(),
        List.of(new Shot(0, FRAMES - 1)),
        tracks,
        PICTURE,
        PICTURE);
  }

  private static Track track(double x, Embedding face) {
    List<TrackBox> boxes = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      boxes.add(new TrackBox(frame, new Box(x, 20, 50, 60)));
    }
    return new Track(boxes, List.of(new Evidence(0, face, 1, 1)));
  }

  private static Thumbnail stripes() {
    int width = 192;
    int height = 108;
    ByteBuffer luma = ByteBuffer.allocateDirect(width * height);
    for (int i = 0; i < width * height; i++) {
      luma.put(i, (byte) (i % width));
    }
    Plane chroma = new Plane(ByteBuffer.allocateDirect(width * height / 4), 96, 96, 54);
    return Thumbnail.of(
        new Frame(
            0,
            0,
            width,
            height,
            new Plane(luma, width, width, height),
            chroma,
            chroma,
            new ColorSpace(ColorSpace.Matrix.BT709, false)));
  }

  /** Writes the names on the chunk's frames. */
  @Override
  public RenderedChunk render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      Path out,
      LongConsumer progress)
      throws IOException {
    read(video);
    StringBuilder csv = new StringBuilder();
    LabelsCsv.write(labels, csv);
    StringBuilder drawn = new StringBuilder();
    for (LabelRow row : LabelsCsvReader.read(new StringReader(csv.toString()), "labels")) {
      if (row.frame() >= firstFrame && row.frame() < firstFrame + FRAMES) {
        drawn.append(row.frame()).append(' ').append(row.name()).append('\n');
      }
    }
    Files.writeString(out, drawn);
    return new RenderedChunk(out, firstFrame, FRAMES);
  }

  /** Pictures say on which frame they were taken. */
  @Override
  public ChunkPictures render(
      MediaSource video,
      Labels labels,
      Chunk chunk,
      long firstFrame,
      List<FaceSpot> faces,
      Optional<Preview> preview,
      Path out)
      throws IOException {
    render(video, labels, chunk, firstFrame, out, frames -> {});
    if (preview.isPresent()) {
      long frame = preview.get().spot().frame();
      if (frame >= firstFrame && frame < firstFrame + FRAMES) {
        Files.writeString(preview.get().file(), "all at " + frame);
      }
    }
    return new ChunkPictures(
        faces.stream()
            .map(spot -> new FacePicture(spot.track(), spot.weight(), "at" + spot.frame()))
            .toList());
  }

  @Override
  public List<String> join(MediaSource video, List<RenderedChunk> chunks, Path out)
      throws IOException {
    read(video);
    StringBuilder all = new StringBuilder();
    for (RenderedChunk chunk : chunks) {
      all.append("from ").append(chunk.firstPts()).append('\n');
      all.append(Files.readString(chunk.file()));
    }
    Files.writeString(out, all);
    return List.of("A film has no sound.");
  }

  private static String read(MediaSource video) throws IOException {
    try (video) {
      ByteBuffer bytes = ByteBuffer.allocate((int) video.size());
      video.read(0, bytes);
      return new String(bytes.array(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {}
}
