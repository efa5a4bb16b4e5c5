package io.github.idols.core.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What every reader of our binary files must say of files that are not whole or not its own. */
public final class Cuts {
  private Cuts() {}

  /** Reads a file. */
  public interface Reading {
    Object read(InputStream in) throws IOException;
  }

  /**
   * Fails unless the whole file is read, and each file that is damaged in one of many ways is said
   * to be so.
   */
  public static void assertOnlyTheWholeFileIsRead(byte[] file, Reading reading) throws IOException {
    Object whole = reading.read(new ByteArrayInputStream(file));
    assertEquals(whole, reading.read(new ByteArrayInputStream(file)));
    int step = Math.max(1, file.length / 500);
    for (int length = 0; length < file.length; length += step) {
      assertDamaged(Arrays.copyOf(file, length), reading);
    }
    assertDamaged(Arrays.copyOf(file, file.length - 1), reading);
    assertDamaged(Arrays.copyOf(file, file.length + 1), reading);
    assertDamaged("a text, and not a short one".getBytes(StandardCharsets.UTF_8), reading);
    byte[] newer = file.clone();
    newer[4]++;
    String said = assertDamaged(newer, reading);
    assertTrue(
        said.contains("version " + newer[4] + ", only version " + file[4] + " is read"), said);
  }

  private static String assertDamaged(byte[] file, Reading reading) {
    return assertThrows(
            DamagedFileException.class,
            () -> reading.read(new ByteArrayInputStream(file)),
            () -> file.length + " bytes were read")
        .toString();
  }
}
