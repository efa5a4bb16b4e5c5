package io.github.idols.vision.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.WholeDecode.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkReaderTest {
  private static final String OPEN_GOP = "open-gop=1";

  private final Path folder;
  private final VideoGate gate = new VideoGate();

  ChunkReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyFrameComesExactlyOnceWithClosedGops() throws Exception {
    assertExact(TestClips.h264().frames(120).audio().write(file("closed.mp4")), 120, 5);
  }

  @Test
  void everyFrameComesExactlyOnceWithOpenGops() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .option("x264-params", OPEN_GOP)
            .audio()
            .muxerOption("movflags", "+faststart")
            .write(file("open.mp4"));
    assertExact(clip, 120, 5);
  }

  @Test
  void everyFrameComesExactlyOnceWithUnevenTimes() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .option("x264-params", OPEN_GOP)
            .timing(1000, n -> n * 40L + (n % 3) * 9L + (n > 60 ? 700 : 0))
            .write(file("vfr.mp4"));
    assertExact(clip, 120, 5);
  }

  @Test
  void framesBeforeTheEditListsStartAreNotShown() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .timing(24, n -> n - 30L)
            .muxerOption("avoid_negative_ts", "disabled")
            .write(file("trimmed.mp4"));
    assertExact(clip, 90, 4);
  }

  @Test
  void aStreamThatStartsLateKeepsItsTimes() throws Exception {
    Path clip = TestClips.h264().timing(24, n -> n + 48L).audio().write(file("late.mp4"));
    List<Shown> shown = assertExact(clip, 60, 3);
    assertEquals(2 * 12288, shown.get(0).pts());
  }

  @Test
  void aLongGopIsOneChunk() throws Exception {
    Path clip = TestClips.h264().frames(250).option("g", "250").write(file("long.mp4"));
    assertExact(clip, 250, 1);
  }

  @Test
  void aVideoOfOneFrameIsOneChunk() throws Exception {
    assertExact(TestClips.h264().frames(1).write(file("one.mp4")), 1, 1);
  }

  @Test
  void everyFrameComesExactlyOnceFromMatroska() throws Exception {
    Path clip =
        TestClips.h264().frames(120).option("x264-params", OPEN_GOP).audio().write(file("a.mkv"));
    assertExact(clip, 120, 5);
  }

  @Test
  void everyFrameComesExactlyOnceFromWebmOfOddSize() throws Exception {
    Path clip = TestClips.vp9().size(213, 119).frames(72).write(file("odd.webm"));
    assertExact(clip, 72, 3);
  }

  @Test
  void everyFrameComesExactlyOnceFromFragments() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .audio()
            .muxerOption("movflags", "+frag_keyframe+empty_moov+default_base_moof")
            .write(file("fragments.mp4"));
    assertExact(clip, 120, 5);
  }

  @Test
  void everyFrameComesExactlyOnceWithIntraRefresh() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .option("x264-params", "intra-refresh=1")
            .option("bf", "0")
            .write(file("refresh.mp4"));
    assertExact(clip, 120, 5);
  }

  @Test
  void severalDecoderThreadsGiveTheSameFrames() throws Exception {
    Path clip =
        TestClips.h264().frames(120).option("x264-params", OPEN_GOP).write(file("threads.mp4"));
    assertEquals(WholeDecode.of(clip), readAll(clip, 2, new ReadOptions(3, false)));
  }

  @Test
  void fastReadingGivesTheSameFramesInNumberAndTime() throws Exception {
    Path clip = TestClips.h264().frames(60).write(file("fast.mp4"));
    List<Long> times = WholeDecode.of(clip).stream().map(Shown::pts).toList();
    assertEquals(times, readAll(clip, 1, ReadOptions.fastest()).stream().map(Shown::pts).toList());
  }

  @Test
  void framesComeInOrderAndCountFromZeroInEachChunk() throws Exception {
    Path clip = TestClips.h264().frames(60).write(file("order.mp4"));
    List<Integer> numbers = new ArrayList<>();
    try (OpenVideo video = gate.open(clip)) {
      for (Chunk chunk : new VideoPlanner(1).plan(video).chunks()) {
        try (ChunkReader reader = new ChunkReader(video, chunk, ReadOptions.exact())) {
          long index = 0;
          for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
            assertEquals(index++, next.get().index());
            numbers.add(TestClips.number(next.get()));
          }
          assertTrue(reader.next().isEmpty());
        }
      }
    }
    assertEquals(IntStream.range(0, 60).boxed().toList(), numbers);
  }

  @Test
  void aPlanOfAnotherVideoIsRefused() throws Exception {
    Path clip = TestClips.h264().frames(60).write(file("other.mp4"));
    try (OpenVideo video = gate.open(clip)) {
      Chunk foreign = new Chunk(1, 12345, Chunk.TO_THE_END, 10);
      IOException refusal =
          assertThrows(
              IOException.class, () -> new ChunkReader(video, foreign, ReadOptions.exact()));
      assertEquals(
          "The plan does not fit the video: part 2 does not begin at any of its pictures.",
          refusal.getMessage());
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** Compares chunked reading with a whole decode; {@code chunks} is expected for half a second. */
  private List<Shown> assertExact(Path clip, int frames, int chunks) throws Exception {
    List<Shown> truth = WholeDecode.of(clip);
    assertEquals(frames, truth.size());
    for (double seconds : new double[] {0.5, 2, VideoPlanner.EVERYTHING}) {
      assertEquals(truth, readAll(clip, seconds, ReadOptions.exact()), "chunks of " + seconds);
    }
    try (OpenVideo video = gate.open(clip)) {
      Plan plan = new VideoPlanner(0.5).plan(video);
      assertEquals(chunks, plan.chunks().size());
      assertEquals(frames, plan.video().frames());
      assertEquals(frames, plan.chunks().stream().mapToLong(Chunk::frames).sum());
    }
    return truth;
  }

  /** Each chunk through a video opened for it alone, as a worker does. */
  private List<Shown> readAll(Path clip, double chunkSeconds, ReadOptions options)
      throws Exception {
    Plan plan;
    try (OpenVideo video = gate.open(clip)) {
      plan = new VideoPlanner(chunkSeconds).plan(video);
    }
    assertFalse(plan.chunks().isEmpty());
    List<Shown> shown = new ArrayList<>();
    for (Chunk chunk : plan.chunks()) {
      try (OpenVideo video = gate.open(clip);
          ChunkReader reader = new ChunkReader(video, chunk, options)) {
        for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
          shown.add(WholeDecode.of(next.get()));
        }
      }
    }
    return shown;
  }
}
