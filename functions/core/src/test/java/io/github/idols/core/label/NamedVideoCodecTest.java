package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.binary.Cuts;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NamedVideoCodecTest {
  private static final VideoInfo VIDEO =
      new VideoInfo(
          1920,
          1080,
          0,
          new Rational(1, 24_000),
          new Rational(24_000, 1001),
          3600,
          86_314,
          "h264",
          true);

  private final Random random = new Random(1);

  private static byte[] file(NamedVideo video) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    NamedVideoCodec.write(video, file);
    return file.toByteArray();
  }

  private static NamedVideo read(byte[] file) throws IOException {
    return NamedVideoCodec.read(new ByteArrayInputStream(file));
  }

  /** Three faces at a time, each for 80 frames. */
  private NamedVideo video(int frames, List<Evidence> evidence) {
    List<Label> labels = new ArrayList<>();
    for (long first = 0; first < frames; first += 80) {
      for (String name : List.of("Lisa", "지수", Label.UNKNOWN)) {
        List<TrackBox> boxes = new ArrayList<>();
        for (long f = first; f < Math.min(frames, first + 80); f++) {
          double size = 100 * random.nextDouble();
          boxes.add(
              new TrackBox(
                  f,
                  new Box(random.nextGaussian() * 900, random.nextGaussian() * 900, size, size)));
        }
        int stranger = name.equals(Label.UNKNOWN) ? 1 + (int) (first / 80) : 0;
        labels.add(new Label(new Track(boxes, evidence), name, random.nextDouble(), stranger));
      }
    }
    return new NamedVideo(
        new Labels(
            VIDEO,
            LongStream.range(0, frames).map(f -> 1001 * f).boxed().toList(),
            List.of("Lisa", "지수"),
            List.of(new Shot(0, frames - 1)),
            labels),
        LongStream.iterate(0, f -> f < frames, f -> f + 240).boxed().toList());
  }

  @Test
  void aVideoComesBackAsItWas() throws IOException {
    NamedVideo video = video(1000, List.of());
    assertEquals(video, read(file(video)));
  }

  @Test
  void theEvidenceStaysBehind() throws IOException {
    List<Evidence> evidence = List.of(new Evidence(0, Embedding.of(1, 2, 3), 0.1, 0.5));
    Label back = read(file(video(10, evidence))).labels().labels().get(0);
    assertEquals(List.of(), back.track().evidence());
  }

  @Test
  void aVideoWithoutFacesComesBack() throws IOException {
    NamedVideo empty =
        new NamedVideo(
            new Labels(VIDEO, List.of(0L), List.of(), List.of(), List.of()), List.of(0L));
    assertEquals(empty, read(file(empty)));
  }

  @Test
  void aBoxTakesLittleMoreThanItsNumbers() throws IOException {
    int frames = 24_000;
    byte[] file = file(video(frames, List.of()));
    assertTrue(file.length < 36 * 3 * frames, file.length + " bytes");
  }

  @Test
  void whatIsNoWholeFileIsSaid() throws IOException {
    Cuts.assertOnlyTheWholeFileIsRead(file(video(20, List.of())), NamedVideoCodec::read);
  }
}
