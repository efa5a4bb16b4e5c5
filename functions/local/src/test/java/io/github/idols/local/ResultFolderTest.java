package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  /** No system gives its processes such a number. */
  private static final long NOBODY = 999_999_999_999L;

  @Test
  void whatAKilledRunLeftIsRemovedByTheNext(@TempDir Path folder) throws Exception {
    Path left = Files.createDirectories(folder.resolve(".idols-" + NOBODY + "-1"));
    Files.writeString(left.resolve("annotated.mp4"), "half");

    try (ResultFolder results = ResultFolder.open(folder)) {
      assertFalse(Files.exists(left));
      assertTrue(Files.exists(results.growing("labels.csv").getParent()));
    }
  }

  @Test
  void whatARunThatGoesOnIsWritingStays(@TempDir Path folder) throws Exception {
    try (ResultFolder first = ResultFolder.open(folder)) {
      Files.writeString(first.growing("labels.csv"), "whole");
      try (ResultFolder second = ResultFolder.open(folder)) {
        assertFalse(first.growing("labels.csv").equals(second.growing("labels.csv")));
      }
      first.publish(List.of("labels.csv"));
    }
    assertTrue(Files.exists(folder.resolve("labels.csv")));
  }

  @Test
  void whatIsNotOursStays(@TempDir Path folder) throws IOException, UserError {
    Path notes = Files.writeString(folder.resolve(".idols-notes"), "mine");
    ResultFolder.open(folder).close();
    assertTrue(Files.exists(notes));
  }
}
