package io.github.idols.vision.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers send: every outcome is fine except a crash, a hang or an exception of a bug. */
class DamagedVideoTest {
  private static final int VARIANTS = 60;

  private final Path folder;
  private final VideoGate gate = new VideoGate();

  DamagedVideoTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void damagedPicturesAreLeftOutAndTheRestIsRead() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(96)
            .option("g", "12")
            .muxerOption("movflags", "+faststart")
            .write(folder.resolve("scratched.mp4"));
    byte[] bytes = Files.readAllBytes(clip);
    int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
    int middle = data + (bytes.length - data) / 2;
    for (int i = middle; i < middle + 300; i++) {
      bytes[i] = (byte) i;
    }
    Files.write(clip, bytes);
    int frames = readAll(clip);
    assertTrue(frames > 70 && frames <= 96, frames + " frames");
  }

  @Test
  void scatteredDamageNeverBreaksTheProgram() throws Exception {
    List<Path> clips =
        List.of(
            TestClips.h264()
                .frames(24)
                .option("g", "8")
                .audio()
                .muxerOption("movflags", "+faststart")
                .write(folder.resolve("a.mp4")),
            TestClips.h264().frames(24).option("g", "8").audio().write(folder.resolve("b.mkv")),
            TestClips.vp9().frames(12).size(64, 48).write(folder.resolve("c.webm")));
    int read = 0;
    for (Path clip : clips) {
      byte[] whole = Files.readAllBytes(clip);
      Random random = new Random(7);
      for (int variant = 0; variant < VARIANTS; variant++) {
        byte[] damaged = whole.clone();
        // Headers and index lie at the front: most of the damage goes there.
        int reach = variant % 2 == 0 ? Math.min(4000, damaged.length) : damaged.length;
        for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
          damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("damaged"), damaged);
        try {
          read += readAll(file) > 0 ? 1 : 0;
        } catch (RefusedException | IOException expected) {
          assertTrue(String.valueOf(expected.getMessage()).endsWith("."), expected.getMessage());
        }
      }
    }
    assertTrue(read > 0);
  }

  private int readAll(Path clip) throws RefusedException, IOException {
    int frames = 0;
    try (OpenVideo video = gate.open(clip)) {
      Plan plan = new VideoPlanner(0.3).plan(video);
      for (Chunk chunk : plan.chunks()) {
        try (ChunkReader reader = new ChunkReader(video, chunk, ReadOptions.exact())) {
          for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
            assertEquals(plan.video().width(), next.get().width());
            WholeDecode.of(next.get());
            frames++;
          }
        }
      }
    }
    return frames;
  }
}
