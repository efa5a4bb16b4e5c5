package io.github.idols.vision.render;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.TestClips;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: a clip is read in chunks, labelled, encoded and joined with its sound. */
class LabelledVideoTest {
  private static final RenderChunk.Listener NOBODY = (number, source, marks) -> {};

  private final Path folder;
  private final VideoGate gate = new VideoGate();
  private final NameSprites sprites;

  LabelledVideoTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    sprites = new NameSprites(Font.bundled());
  }

  @Test
  void everyFrameIsShownWhenTheSourceShowsItAndTheSoundIsTheSources() throws Exception {
    assertLikeSource(TestClips.h264().frames(120).audio().write(file("clip.mp4")), 120);
  }

  @Test
  void unevenTimesAreKept() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .option("x264-params", "open-gop=1")
            .timing(1000, n -> n * 40L + (n % 3) * 9L + (n > 60 ? 700 : 0))
            .audio()
            .write(file("vfr.mp4"));

    assertLikeSource(clip, 120);
  }

  @Test
  void aVideoThatStartsAfterItsSoundStaysInStep() throws Exception {
    Path clip = TestClips.h264().timing(24, n -> n + 41L).audio().write(file("late.mp4"));

    assertLikeSource(clip, 60);
    assertTrue(Packets.of(folder.resolve("joined.mp4")).shown().get(0) > 40 * 512);
  }

  @Test
  void framesCutOffByAnEditListStayCutOff() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(120)
            .timing(24, n -> n - 30L)
            .muxerOption("avoid_negative_ts", "disabled")
            .write(file("trimmed.mp4"));

    Path joined = joined(clip);

    assertEquals(IntStream.range(30, 120).boxed().toList(), numbers(joined));
    assertEquals(0, Packets.of(joined).shown().get(0));
  }

  @Test
  void soundWithMillisecondsForTimesHasNoGaps() throws Exception {
    Path clip = TestClips.h264().audio().write(file("clip.mkv"));

    Packets joined = Packets.of(joined(clip));

    assertEquals(Packets.of(clip).soundBytes(), joined.soundBytes());
    assertEquals(Packets.of(clip).shown(), joined.shown());
    // A packet has 1024 samples, a millisecond 44.
    List<Long> times = joined.soundTimes();
    int regular = 0;
    for (int i = 1; i < times.size(); i++) {
      long step = times.get(i) - times.get(i - 1);
      assertTrue(Math.abs(step - 1024) <= 44, "a step of " + step);
      regular += step == 1024 ? 1 : 0;
    }
    assertTrue(regular > 0.9 * times.size(), regular + " of " + times.size());
  }

  @Test
  void aSilentClipAndOneOfASingleFrameWork() throws Exception {
    assertLikeSource(TestClips.h264().frames(30).write(file("silent.mp4")), 30);
    assertLikeSource(TestClips.h264().frames(1).write(file("one.mp4")), 1);
  }

  @Test
  void oddSizesBecomeEven() throws Exception {
    Path clip = TestClips.vp9().size(161, 97).frames(24).write(file("odd.webm"));

    Path joined = joined(clip);

    assertEquals(Packets.of(clip).shown(), Packets.of(joined).shown());
    try (OpenVideo open = gate.open(joined)) {
      assertEquals(162, open.info().width());
      assertEquals(98, open.info().height());
    }
  }

  @Test
  void whatMakesASizeEvenIsTheLastColumnAndRow() {
    GuardedFrame source = new GuardedFrame(33, 21);
    ByteBuffer bytes = source.frame().y().bytes();
    for (int i = 0; i < 21; i++) {
      bytes.put(i * source.frame().y().stride() + 32, (byte) (100 + i));
    }
    try (Canvas canvas = new Canvas(33, 21)) {
      canvas.copy(source.frame());
      AVFrame padded = canvas.padded();
      int stride = padded.linesize(0);
      ByteBuffer luma = padded.data(0).capacity(22L * stride).asByteBuffer();
      for (int row = 0; row < 21; row++) {
        assertEquals(100 + row, luma.get(row * stride + 33));
      }
      assertEquals((byte) GuardedFrame.GREY, luma.get(21 * stride));
      assertEquals(120, luma.get(21 * stride + 33));
    }
  }

  @Test
  void aTurnedClipStandsUprightInTheFile() throws Exception {
    Path joined = joined(TestClips.h264().rotation(90).frames(24).write(file("turned.mp4")));

    try (OpenVideo open = gate.open(joined)) {
      assertEquals(96, open.info().width());
      assertEquals(160, open.info().height());
      assertEquals(0, open.info().rotation());
    }
  }

  @Test
  void rangeAndPixelShapeAreTheSources() throws Exception {
    Path clip =
        TestClips.h264()
            .pixelFormat("yuvj420p")
            .option("aspect", "4/3")
            .frames(24)
            .write(file("full.mp4"));

    try (OpenVideo open = gate.open(joined(clip))) {
      AVCodecParameters parameters = open.video().codecpar();
      assertEquals(AVCOL_RANGE_JPEG, parameters.color_range());
      assertEquals(4, parameters.sample_aspect_ratio().num());
      assertEquals(3, parameters.sample_aspect_ratio().den());
    }
  }

  @Test
  void chunksBeginWithAKeyframeAndOthersFollowEachTwoSeconds() throws Exception {
    Path clip = TestClips.h264().frames(240).option("g", "240").write(file("long.mp4"));

    List<Packets.Packet> video = Packets.of(joined(clip)).video();

    for (int i = 0; i < video.size(); i += 48) {
      assertTrue(
          video.subList(Math.max(0, i - 47), i + 1).stream().anyMatch(Packets.Packet::key),
          "no keyframe in the two seconds before frame " + i);
    }
    assertTrue(video.get(0).key());
  }

  @Test
  void theIndexComesBeforeTheData() throws Exception {
    Path joined = joined(TestClips.h264().audio().write(file("clip.mp4")));

    List<String> boxes = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(joined));
    for (int at = 0; at < bytes.capacity(); at += bytes.getInt(at)) {
      byte[] type = new byte[4];
      bytes.get(at + 4, type);
      boxes.add(new String(type, StandardCharsets.ISO_8859_1));
    }
    assertTrue(boxes.indexOf("moov") < boxes.indexOf("mdat"), boxes.toString());
  }

  @Test
  void labelsAreDrawnOnTheFramesOfTheirTracksWhateverTheChunk() throws Exception {
    Path clip = TestClips.h264().size(320, 240).frames(72).write(file("clip.mp4"));
    List<TrackBox> boxes =
        IntStream.range(30, 50)
            .mapToObj(frame -> new TrackBox(frame, new Box(100, 130, 80, 80)))
            .toList();
    Label label = new Label(new Track(boxes, List.of()), "Lisa", 1);

    Path joined = join(clip, render(clip, List.of(label)), file("joined.mp4"));

    // The plate is yellow: blue difference far below the clip's 90 to 159.
    List<Integer> labelled = new ArrayList<>();
    onFrames(
        joined,
        frame -> {
          int u = frame.u().bytes().get(60 * frame.u().stride() + 51) & 0xFF;
          if (u < 70) {
            labelled.add(TestClips.number(frame));
          }
        });
    assertEquals(IntStream.range(30, 50).boxed().toList(), labelled);
  }

  @Test
  void aFailureLeavesNoChunk() throws Exception {
    Path clip = TestClips.h264().write(file("clip.mp4"));
    Path target = file("chunk.mp4");

    try (OpenVideo open = gate.open(clip);
        ChunkReader reader = new ChunkReader(open, wholeVideo(open), ReadOptions.exact())) {
      assertThrows(
          IOException.class,
          () ->
              renderer(open, List.of())
                  .render(
                      reader,
                      0,
                      target,
                      (number, source, marks) -> {
                        if (number == 20) {
                          throw new IOException("stop");
                        }
                      }));
    }

    assertEquals(List.of("clip.mp4"), names());
  }

  @Test
  void aFailedJoinLeavesTheOlderFileAsItWas() throws Exception {
    Path clip = TestClips.h264().frames(72).audio().write(file("clip.mp4"));
    List<RenderedChunk> chunks = render(clip, List.of());
    Path target = Files.writeString(file("joined.mp4"), "older");
    Path damaged = chunks.get(1).file();
    byte[] whole = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));

    assertThrows(IOException.class, () -> join(clip, chunks, target));

    assertEquals("older", Files.readString(target));
    assertFalse(names().stream().anyMatch(name -> name.endsWith(".part")), names().toString());
  }

  @Test
  void aTargetThatCannotBeReplacedLeavesNothingElse() throws Exception {
    Path clip = TestClips.h264().frames(24).write(file("clip.mp4"));
    List<RenderedChunk> chunks = render(clip, List.of());
    Path target = Files.createDirectory(file("joined.mp4"));
    Files.writeString(target.resolve("something"), "in the way");

    assertThrows(IOException.class, () -> join(clip, chunks, target));

    assertEquals(List.of("chunk-0.mp4", "clip.mp4", "joined.mp4"), names());
  }

  @Test
  void chunksOfDifferentSettingsAreNotJoined() throws Exception {
    Path clip = TestClips.h264().frames(48).write(file("clip.mp4"));
    List<RenderedChunk> chunks = new ArrayList<>(render(clip, List.of()));
    try (OpenVideo open = gate.open(clip)) {
      PictureFormat picture = PictureFormat.of(open);
      X264Settings other = new X264Settings("ultrafast", 23, "");
      RenderChunk renderer =
          new RenderChunk(sprites, LabelIndex.of(labels(open, List.of())), picture, other);
      chunks.add(
          renderer.render(
              new ChunkReader(open, wholeVideo(open), ReadOptions.exact()),
              0,
              file("other.mp4"),
              NOBODY));
    }

    IOException refused =
        assertThrows(IOException.class, () -> join(clip, chunks, file("joined.mp4")));

    assertTrue(refused.toString().contains("render all chunks again"), refused.toString());
  }

  @Test
  void aChunkThatMissesAFrameIsNotJoined() throws Exception {
    Path clip = TestClips.h264().frames(48).write(file("clip.mp4"));
    List<RenderedChunk> chunks = new ArrayList<>(render(clip, List.of()));
    RenderedChunk first = chunks.get(0);
    chunks.set(0, new RenderedChunk(first.file(), first.firstPts(), first.frames() + 1));

    assertThrows(IOException.class, () -> join(clip, chunks, file("joined.mp4")));
  }

  @Test
  void soundThatDoesNotFitIsNamed() {
    assertEquals(Optional.empty(), SoundPackets.trouble(AV_CODEC_ID_AAC));
    assertTrue(SoundPackets.trouble(AV_CODEC_ID_VORBIS).orElseThrow().contains("vorbis"));
  }

  @Test
  void theSourcesFramesAreNotDrawnOn() {
    GuardedFrame source = new GuardedFrame(33, 21);
    try (Canvas canvas = new Canvas(33, 21)) {
      Frame copy = canvas.copy(source.frame());
      new LabelPainter(sprites)
          .paint(copy, List.of(new Mark(1, new Box(4, 4, 20, 12), "Lisa", 0, false)));
      byte[] row = new byte[33];
      copy.y().bytes().get(4 * copy.y().stride(), row);
      byte[] untouched = new byte[33];
      Arrays.fill(untouched, (byte) GuardedFrame.GREY);
      assertFalse(Arrays.equals(untouched, row));
      source.frame().y().bytes().get(4 * source.frame().y().stride(), row);
      assertArrayEquals(untouched, row);
    }
    assertEquals(0, source.drawn());
    source.assertGuardsUntouched();
  }

  private void assertLikeSource(Path clip, int frames) throws Exception {
    Path joined = joined(clip);

    Packets before = Packets.of(clip);
    Packets after = Packets.of(joined);
    assertEquals(before.shown(), after.shown());
    assertEquals(before.soundBytes(), after.soundBytes());
    assertEquals(before.soundTimes(), after.soundTimes());
    assertEquals(IntStream.range(0, frames).boxed().toList(), numbers(joined));
    try (OpenVideo source = gate.open(clip);
        OpenVideo result = gate.open(joined)) {
      assertEquals(source.info().durationSeconds(), result.info().durationSeconds(), 0.042);
    }
  }

  private Path joined(Path clip) throws Exception {
    return join(clip, render(clip, List.of()), file("joined.mp4"));
  }

  private Path join(Path clip, List<RenderedChunk> chunks, Path target) throws Exception {
    try (OpenVideo source = gate.open(clip)) {
      assertEquals(List.of(), new VideoJoiner(gate).join(source, chunks, target));
    }
    return target;
  }

  /** In chunks as small as they get. */
  private List<RenderedChunk> render(Path clip, List<Label> labels) throws Exception {
    List<RenderedChunk> rendered = new ArrayList<>();
    List<Chunk> plan;
    try (OpenVideo open = gate.open(clip)) {
      plan = new VideoPlanner(0.5).plan(open).chunks();
    }
    long first = 0;
    for (Chunk chunk : plan) {
      Path target = file("chunk-" + chunk.number() + ".mp4");
      try (OpenVideo open = gate.open(clip);
          ChunkReader reader = new ChunkReader(open, chunk, ReadOptions.exact())) {
        rendered.add(renderer(open, labels).render(reader, first, target, NOBODY));
      }
      first += rendered.get(rendered.size() - 1).frames();
    }
    return rendered;
  }

  private RenderChunk renderer(OpenVideo open, List<Label> labels) {
    return new RenderChunk(
        sprites,
        LabelIndex.of(labels(open, labels)),
        PictureFormat.of(open),
        X264Settings.STANDARD);
  }

  private static Labels labels(OpenVideo open, List<Label> labels) {
    VideoInfo info = open.info();
    return new Labels(info, List.of(), List.of("A", "B", "C", "Lisa"), List.of(), labels);
  }

  private static Chunk wholeVideo(OpenVideo open) throws Exception {
    return new VideoPlanner(VideoPlanner.EVERYTHING).plan(open).chunks().get(0);
  }

  private List<Integer> numbers(Path video) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    onFrames(video, frame -> numbers.add(TestClips.number(frame)));
    return numbers;
  }

  private void onFrames(Path video, Consumer<Frame> look) throws Exception {
    try (OpenVideo open = gate.open(video);
        ChunkReader reader = new ChunkReader(open, wholeVideo(open), ReadOptions.exact())) {
      for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
        look.accept(next.get());
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
