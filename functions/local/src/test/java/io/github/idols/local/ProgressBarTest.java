package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long seconds;

  @Test
  void aScreenShowsOneLineThatIsDrawnAgain() {
    ProgressBar bar = bar(true);
    bar.begin("faces", 1000, "frames", 25);
    seconds = 4;
    bar.done(500);
    seconds = 8;
    bar.done(998);
    bar.end();

    assertEquals(
        "\rfaces    [------------------------]   0 %  0/1000 frames"
            + "\rfaces    [############------------]  50 %  500/1000 frames  5.0 x real time  0:04"
            + " left"
            + "\rfaces    [########################]  99 %  998/1000 frames  5.0 x real time  0:00"
            + " left"
            + "\rfaces    [########################] 100 %  998 frames  5.0 x real time  in 0:08"
            + "       \n",
        text());
  }

  @Test
  void elsewhereABriefPhaseSaysNothing() {
    ProgressBar bar = bar(false);
    bar.begin("gallery", 1, "pictures", 0);
    bar.done(1);
    bar.end();

    assertEquals("", text());
  }

  @Test
  void elsewhereALineComesEveryFewSeconds() {
    ProgressBar bar = bar(false);
    bar.begin("gallery", 100, "pictures", 0);
    for (int i = 1; i <= 12; i++) {
      seconds = i;
      bar.done(i * 8L);
    }
    bar.end();

    assertEquals(
        """
        gallery   40 %  40/100 pictures  0:08 left
        gallery   80 %  80/100 pictures  0:02 left
        gallery  100 %  96 pictures  in 0:12
        """,
        text());
  }

  @Test
  void aBarThatIsCutShortEndsItsLine() {
    try (ProgressBar bar = bar(true)) {
      bar.begin("faces", 1000, "frames", 25);
    }

    assertEquals("\rfaces    [------------------------]   0 %  0/1000 frames\n", text());
  }

  private ProgressBar bar(boolean screen) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ProgressBar(new Terminal(stream, stream, screen), () -> seconds * 1_000_000_000L);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
