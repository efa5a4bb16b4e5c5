package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.fancam.CropWindow;
import io.github.idols.core.fancam.FancamPlan;
import io.github.idols.core.fancam.FancamSize;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.video.HeldSource;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.TestClips;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutFancamTest {
  private final Path folder;
  private final VideoGate gate = new VideoGate();
  private final CutFancam drawing = new CutFancam(gate);
  private final Path clip;
  private final Plan plan;
  private final List<Long> shown;

  CutFancamTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    clip = TestClips.h264().frames(48).audio().write(folder.resolve("clip.mp4"));
    plan = new PlanVideo(gate, new VideoPlanner(1)).plan(HeldSource.of(clip));
    shown = Packets.of(clip).shown();
  }

  @Test
  void chunksAreCutAndJoinedWithEveryFrameAtItsTimeAndTheSoundWhole() throws Exception {
    List<RenderedChunk> chunks = new ArrayList<>();
    for (Chunk chunk : plan.chunks()) {
      HeldSource source = HeldSource.of(clip);
      chunks.add(drawing.render(source, windows(0), chunk, out(chunk), done -> {}));
      assertTrue(source.isClosed());
    }
    Path joined = folder.resolve("joined.mp4");

    assertEquals(List.of(), drawing.join(HeldSource.of(clip), chunks, joined));

    assertEquals(2, chunks.size());
    assertEquals(shown, Packets.of(joined).shown());
    assertEquals(Packets.of(clip).soundBytes(), Packets.of(joined).soundBytes());
    try (OpenVideo open = gate.open(HeldSource.of(joined))) {
      assertEquals(72, open.info().width());
      assertEquals(128, open.info().height());
    }
  }

  @Test
  void aVideoThatTheLabelsAreNotOfIsRefused() throws IOException {
    assertComplaint(windows(1), "has a frame at a time that the labels do not know");
    CropWindow below = new CropWindow(0, plan.video().height() - 63, 36, 64);
    List<CropWindow> all = IntStream.range(0, 48).mapToObj(i -> below).toList();
    assertComplaint(
        new FancamPlan("Lisa", new FancamSize(72, 128), windows(0).framePts(), all, 48),
        "is smaller than the labels say");
  }

  private void assertComplaint(FancamPlan windows, String why) throws IOException {
    Chunk chunk = plan.chunks().get(0);
    HeldSource source = HeldSource.of(clip);
    IOException failure =
        assertThrows(
            IOException.class,
            () -> drawing.render(source, windows, chunk, out(chunk), done -> {}));
    assertEquals("clip.mp4 " + why + ": name the video that they are of", failure.getMessage());
    assertTrue(source.isClosed());
    assertFalse(Files.exists(out(chunk)));
  }

  private Path out(Chunk chunk) {
    return folder.resolve("chunk-" + chunk.number() + ".mp4");
  }

  /** A pan, for frames that are shown so much later than the clip's. */
  private FancamPlan windows(long later) {
    List<Long> pts = shown.stream().map(at -> at + later).toList();
    List<CropWindow> windows =
        IntStream.range(0, 48).mapToObj(i -> new CropWindow(i / 3.0, i / 7.0, 36, 64)).toList();
    return new FancamPlan("Lisa", new FancamSize(72, 128), pts, windows, 48);
  }
}
