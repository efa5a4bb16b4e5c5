package io.github.idols.vision.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.ColorSpace.Matrix;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.Plane;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramePlanesTest {
  private final Path folder;
  private final VideoGate gate = new VideoGate();

  FramePlanesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void turnedVideosStandUpright() throws Exception {
    Copy plain = first(TestClips.h264().size(98, 62).frames(1).write(file("0.mp4")));
    for (int degrees : new int[] {90, 180, 270}) {
      Path clip =
          TestClips.h264().size(98, 62).frames(1).rotation(degrees).write(file(degrees + ".mp4"));
      Copy turned = first(clip);
      boolean lying = degrees != 180;
      assertEquals(lying ? 62 : 98, turned.width());
      assertEquals(lying ? 98 : 62, turned.height());
      for (int plane = 0; plane < 3; plane++) {
        Samples from = plain.planes().get(plane);
        Samples to = turned.planes().get(plane);
        for (int y = 0; y < from.height(); y++) {
          for (int x = 0; x < from.width(); x++) {
            int toX =
                degrees == 90 ? from.height() - 1 - y : degrees == 180 ? from.width() - 1 - x : y;
            int toY =
                degrees == 90 ? x : degrees == 180 ? from.height() - 1 - y : from.width() - 1 - x;
            assertEquals(from.at(x, y), to.at(toX, toY), degrees + " degrees, plane " + plane);
          }
        }
      }
    }
  }

  @Test
  void everyPixelFormatBecomesThe420Of8Bits() throws Exception {
    for (String format : List.of("yuv420p10le", "yuv422p", "yuv422p10le", "yuv444p")) {
      Path clip = TestClips.h264().pixelFormat(format).frames(30).write(file(format + ".mp4"));
      assertEquals(numbers(30), read(clip, TestClips::number), format);
      Copy copy = first(clip);
      assertEquals(80, copy.planes().get(1).width());
      assertEquals(48, copy.planes().get(2).height());
      assertEquals(new ColorSpace(Matrix.BT601, false), copy.color());
    }
  }

  @Test
  void oddSizesKeepTheirLastColumnAndRow() throws Exception {
    Path clip = TestClips.vp9().size(213, 119).frames(24).write(file("odd.webm"));
    assertEquals(numbers(24), read(clip, TestClips::number));
    Copy copy = first(clip);
    assertEquals(213, copy.planes().get(0).width());
    assertEquals(107, copy.planes().get(1).width());
    assertEquals(60, copy.planes().get(2).height());
  }

  @Test
  void colorsAreTheStreamsOwnOrTheUsualOnes() throws Exception {
    assertEquals(
        new ColorSpace(Matrix.BT709, false),
        first(TestClips.h264().size(1280, 720).frames(1).write(file("hd.mp4"))).color());
    assertEquals(
        new ColorSpace(Matrix.BT601, true),
        first(TestClips.h264().pixelFormat("yuvj420p").frames(1).write(file("pc.mp4"))).color());
    assertEquals(
        new ColorSpace(Matrix.BT2020, false),
        first(TestClips.h264().option("colorspace", "bt2020nc").frames(1).write(file("bt2020.mp4")))
            .color());
  }

  @Test
  void everyCodecOnTheListIsRead() throws Exception {
    Map<String, TestClips> clips =
        Map.of(
            "hevc.mp4", TestClips.encodedBy("libx265").option("x265-params", "log-level=none"),
            "vp8.webm", TestClips.encodedBy("libvpx").option("deadline", "realtime"),
            "av1.mkv", TestClips.encodedBy("libsvtav1").option("preset", "12"),
            "mpeg4.mp4", TestClips.encodedBy("mpeg4").option("bf", "2"),
            "mpeg2.mkv", TestClips.encodedBy("mpeg2video").option("bf", "2"),
            "mjpeg.mov", TestClips.encodedBy("mjpeg").pixelFormat("yuvj420p"),
            "prores.mov", TestClips.encodedBy("prores_ks").pixelFormat("yuv422p10le"));
    for (Map.Entry<String, TestClips> clip : clips.entrySet()) {
      Path file =
          clip.getValue()
              .option("g", "12")
              .option("b", "2000000")
              .frames(40)
              .write(file(clip.getKey()));
      assertEquals(numbers(40), read(file, TestClips::number), clip.getKey());
    }
  }

  private record Samples(ByteBuffer bytes, int width, int height) {
    private int at(int x, int y) {
      return bytes.get(y * width + x) & 0xff;
    }
  }

  private record Copy(int width, int height, List<Samples> planes, ColorSpace color) {}

  private interface Look<T> {
    T at(Frame frame);
  }

  private <T> List<T> read(Path clip, Look<T> look) throws Exception {
    List<T> seen = new ArrayList<>();
    try (OpenVideo video = gate.open(clip)) {
      Plan plan = new VideoPlanner(0.3).plan(video);
      for (Chunk chunk : plan.chunks()) {
        try (ChunkReader reader = new ChunkReader(video, chunk, ReadOptions.exact())) {
          for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
            seen.add(look.at(next.get()));
          }
        }
      }
    }
    return seen;
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Copy first(Path clip) throws Exception {
    return read(clip, FramePlanesTest::copy).get(0);
  }

  private static Copy copy(Frame frame) {
    List<Samples> planes = new ArrayList<>();
    for (Plane plane : List.of(frame.y(), frame.u(), frame.v())) {
      ByteBuffer bytes = ByteBuffer.allocate(plane.width() * plane.height());
      for (int row = 0; row < plane.height(); row++) {
        bytes.put(plane.bytes().slice(row * plane.stride(), plane.width()));
      }
      planes.add(new Samples(bytes, plane.width(), plane.height()));
    }
    return new Copy(frame.width(), frame.height(), planes, frame.color());
  }
}
