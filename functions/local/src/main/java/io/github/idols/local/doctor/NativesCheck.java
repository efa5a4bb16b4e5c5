package io.github.idols.local.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Whether FFmpeg's and TensorFlow Lite's libraries load and work, by having them find a face in one
 * of the demo's pictures. No ffmpeg program is needed: the libraries come with the build.
 */
public final class NativesCheck implements Check {
  private static final String TOPIC = "native libraries";

  private final Trial trial;

  public NativesCheck(Trial trial) {
    this.trial = trial;
  }

  /** A picture of a face that is looked at. */
  public interface Trial {
    /** Whether the face was seen. */
    boolean seesTheFace() throws IOException;
  }

  @Override
  public List<Finding> look() {
    String platform = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    try {
      return List.of(
          trial.seesTheFace()
              ? new Finding.Good(TOPIC, "they find a face; " + platform)
              : new Finding.Wrong(
                  TOPIC,
                  "they load, but find no face where one is",
                  "Build anew (mvn clean, then ./idols); if it stays so, please report it."));
    } catch (IOException | RuntimeException | LinkageError e) {
      // A library that does not load is an Error: telling so is what this is for.
      return List.of(
          new Finding.Wrong(
              TOPIC,
              "they do not load (" + first(e) + "); " + platform,
              "Linux needs glibc 2.30 or newer; /tmp and ~/.javacpp must take files that run. For"
                  + " another platform build with -Dnative.platform, see docs/architecture.md."));
    }
  }

  private static String first(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    return text.lines().findFirst().orElse("");
  }
}
