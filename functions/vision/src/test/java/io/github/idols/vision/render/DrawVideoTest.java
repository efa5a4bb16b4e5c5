package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.ChunkPictures;
import io.github.idols.core.label.FacePicture;
import io.github.idols.core.label.FaceSpot;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.PictureDrawing.Preview;
import io.github.idols.core.label.PreviewSpot;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.HeldSource;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.TestClips;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawVideoTest {
  private final Path folder;
  private final VideoGate gate = new VideoGate();
  private final DrawVideo drawing;
  private final Path clip;
  private final Plan plan;

  DrawVideoTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    drawing = new DrawVideo(gate, Font.bundled());
    clip = TestClips.h264().frames(48).audio().write(folder.resolve("clip.mp4"));
    plan = new PlanVideo(gate, new VideoPlanner(1)).plan(HeldSource.of(clip));
  }

  @Test
  void chunksAreDrawnAndJoinedWithTheSoundFromSourcesThatAreClosed() throws Exception {
    List<Long> told = new ArrayList<>();
    List<RenderedChunk> rendered = new ArrayList<>();
    for (Chunk chunk : plan.chunks()) {
      HeldSource source = HeldSource.of(clip);
      rendered.add(
          drawing.render(
              source, labels("Lisa"), chunk, 24L * chunk.number(), out(chunk), told::add));
      assertTrue(source.isClosed());
    }
    Path joined = folder.resolve("joined.mp4");
    HeldSource source = HeldSource.of(clip);

    assertEquals(List.of(), drawing.join(source, rendered, joined));

    assertTrue(source.isClosed());
    assertEquals(
        LongStream.concat(LongStream.rangeClosed(1, 24), LongStream.rangeClosed(1, 24))
            .boxed()
            .toList(),
        told);
    assertEquals(Packets.of(clip).shown(), Packets.of(joined).shown());
    assertEquals(Packets.of(clip).soundBytes(), Packets.of(joined).soundBytes());
  }

  @Test
  void theSameLabelsGiveTheSameBytesWhateverWasDrawnBefore() throws Exception {
    byte[] first = drawn(drawing, "Lisa");
    byte[] other = drawn(drawing, "Jennie");
    byte[] again = drawn(drawing, "Lisa");

    assertFalse(Arrays.equals(first, other));
    assertArrayEquals(first, again);
    assertArrayEquals(first, drawn(new DrawVideo(gate, Font.bundled()), "Lisa"));
  }

  @Test
  void picturesOfFacesAreTakenOfTheFramesWithoutChangingWhatIsDrawn() throws Exception {
    byte[] without = drawn(drawing, "Lisa");
    Chunk chunk = plan.chunks().get(0);
    List<FaceSpot> spots =
        List.of(
            new FaceSpot(3, 5, new Box(20, 30, 24, 32), 0.5),
            new FaceSpot(4, 9, new Box(-10, -10, 40, 40), 0.25),
            new FaceSpot(5, 30, new Box(20, 30, 24, 32), 9));

    ChunkPictures pictures =
        drawing.render(
            HeldSource.of(clip), labels("Lisa"), chunk, 0, spots, Optional.empty(), out(chunk));

    assertArrayEquals(without, Files.readAllBytes(out(chunk)));
    assertEquals(
        List.of(3, 4), pictures.faces().stream().map(FacePicture::track).toList(), "of this chunk");
    for (FacePicture face : pictures.faces()) {
      byte[] jpeg = Base64.getDecoder().decode(face.jpeg());
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
      assertEquals(96, image.getWidth());
      assertEquals(96, image.getHeight());
    }
  }

  @Test
  void thePreviewIsOfItsFrameWithTheNameDrawnOn() throws Exception {
    byte[] lisa = preview("Lisa", 5, 0);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(lisa));
    assertEquals(1200, image.getWidth());
    assertEquals(630, image.getHeight());
    assertTrue(lisa.length < 300_000, "bytes: " + lisa.length);
    assertArrayEquals(lisa, preview("Lisa", 5, 0));
    assertFalse(Arrays.equals(lisa, preview("Jennie", 5, 0)), "names");
    assertFalse(Arrays.equals(lisa, preview("Lisa", 9, 0)), "frames");
    assertEquals(0, preview("Lisa", 30, 0).length, "another chunk's");
    assertTrue(preview("Lisa", 30, 1).length > 0);
  }

  /** Nothing where there is none. */
  private byte[] preview(String name, long frame, int number) throws IOException {
    Path file = folder.resolve("preview.jpg");
    Files.deleteIfExists(file);
    Chunk chunk = plan.chunks().get(number);
    Preview preview = new Preview(new PreviewSpot(frame, new Box(20, 30, 40, 40)), file);
    drawing.render(
        HeldSource.of(clip),
        labels(name),
        chunk,
        24L * number,
        List.of(),
        Optional.of(preview),
        out(chunk));
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  @Test
  void aVideoThatWasReplacedIsNotDrawnOn() {
    HeldSource replaced = new HeldSource("mv.mp4", "text".getBytes(StandardCharsets.UTF_8));
    Chunk chunk = plan.chunks().get(0);

    IOException failure =
        assertThrows(
            IOException.class,
            () -> drawing.render(replaced, labels("Lisa"), chunk, 0, out(chunk), done -> {}));

    assertTrue(failure.toString().contains("mv.mp4 was changed meanwhile: "));
    assertTrue(replaced.isClosed());
    assertFalse(Files.exists(out(chunk)));
  }

  private byte[] drawn(DrawVideo with, String name) throws IOException {
    Chunk chunk = plan.chunks().get(0);
    with.render(HeldSource.of(clip), labels(name), chunk, 0, out(chunk), done -> {});
    return Files.readAllBytes(out(chunk));
  }

  private Path out(Chunk chunk) {
    return folder.resolve("chunk-" + chunk.number() + ".mp4");
  }

  /** One face on all frames. */
  private Labels labels(String name) {
    Track track =
        new Track(
            LongStream.range(0, 48)
                .mapToObj(f -> new TrackBox(f, new Box(20, 30, 40, 40)))
                .toList(),
            List.of());
    return new Labels(
        plan.video(),
        LongStream.range(0, 48).boxed().toList(),
        List.of("Jennie", "Lisa"),
        List.of(),
        List.of(new Label(track, name, 0.9)));
  }
}
