package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.TestClips;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTrackTest {
  private final VideoGate gate = new VideoGate();

  @Test
  void picturesStayAsTheyAreAndSoundLastsAsLong(@TempDir Path folder) throws Exception {
    Path silent = folder.resolve("silent.mp4");
    Path loud = folder.resolve("loud.mp4");
    TestClips.h264().frames(50).write(silent);

    double seconds;
    try (OpenVideo open = gate.open(silent)) {
      seconds = open.info().durationSeconds();
      new SoundTrack(t -> 0.5 * Math.sin(2 * Math.PI * 440 * t)).addTo(open, loud);
    }

    Packets before = Packets.of(silent);
    Packets after = Packets.of(loud);
    assertEquals(before.video(), after.video());
    // AAC has 1024 samples a packet, and one packet more to get going.
    assertEquals(seconds * 48_000 / 1024, after.sound().size(), 2);
    try (OpenVideo open = gate.open(loud)) {
      assertTrue(open.info().hasAudio());
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaidAndNothingIsLeft(@TempDir Path folder) throws Exception {
    Path silent = folder.resolve("silent.mp4");
    TestClips.h264().frames(5).write(silent);
    Path target = folder.resolve("none/loud.mp4");

    try (OpenVideo open = gate.open(silent)) {
      assertThrows(IOException.class, () -> new SoundTrack(t -> 0).addTo(open, target));
    }
    assertFalse(Files.exists(folder.resolve("none")));
  }
}
