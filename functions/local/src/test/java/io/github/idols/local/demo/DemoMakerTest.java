package io.github.idols.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMakerTest {
  @Test
  void aFilmThatIsThereIsNotMadeAgain(@TempDir Path folder) throws Exception {
    Path film = Files.writeString(folder.resolve("demo.mp4"), "a film");
    Files.writeString(folder.resolve("storyboard.txt"), Storyboard.text());
    AtomicLong progress = new AtomicLong();

    DemoMedia media = new DemoMaker().make(folder, progress::set);

    assertEquals(film, media.video());
    assertEquals("a film", Files.readString(film));
    assertEquals(DemoMaker.frames(), progress.get());
  }
}
