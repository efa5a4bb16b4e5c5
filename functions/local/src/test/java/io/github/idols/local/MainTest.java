package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| Unmatched argument at index 0: ''; see idols --help",
        "lable| Unmatched argument at index 0: 'lable'; see idols --help",
        "gallery| Missing required subcommand; see idols gallery --help",
        "label mv.mp4 --out x| say who is to be found: --gallery DIR, or --matcher classifier --model MODEL.zip",
        "evaluate a.csv| Missing required parameter: 'LABELS.csv'; see idols evaluate --help",
        "evaluate a.csv b.csv --every often| Invalid value for option '--every': 'often' is not an"
            + " int; see idols evaluate --help",
      })
  void wrongWordsAreSaidInOneLine(String words, String sentence) {
    Shell shell = Shell.run(PlainStudio::new, (Object[]) words.split(" "));

    assertEquals(List.of("idols: " + sentence), shell.err().lines().toList());
    assertEquals(2, shell.code());
  }

  @Test
  void helpIsGivenForEveryCommand() {
    for (String words :
        List.of("--help", "label --help", "evaluate --help", "truth --help", "gallery --help")) {
      Shell shell = Shell.run(PlainStudio::new, (Object[]) words.split(" "));
      assertEquals(0, shell.code(), words);
      assertTrue(shell.out().contains("Usage: idols"), words);
      assertEquals("", shell.err(), words);
    }
  }

  @Test
  void anErrorOfTheProgramItselfKeepsItsTraceInAFile(@TempDir Path folder) throws IOException {
    Shell.write(folder.resolve("ann/1.jpg"), "0");
    Shell shell =
        Shell.run(
            () -> {
              throw new IllegalStateException("a network\nis missing");
            },
            "gallery",
            "check",
            folder);

    assertEquals(1, shell.code());
    Matcher line =
        Pattern.compile(
                "idols: an error of the program itself \\(a network is missing\\), please report"
                    + " it with (\\S+)\n")
            .matcher(shell.err());
    assertTrue(line.matches(), shell.err());
    Path log = Path.of(line.group(1));
    assertTrue(Files.readString(log).contains("IllegalStateException"));
    Files.delete(log);
  }

  @Test
  void evaluatePrintsTheFigures(@TempDir Path folder) throws IOException {
    Path truth =
        Shell.write(
            folder.resolve("truth.csv"), "frame,x,y,w,h,name\n0,1,1,50,50,ann\n1,1,1,50,50,ann\n");
    Path labels =
        Shell.write(folder.resolve("labels.csv"), "frame,x,y,w,h,name\n0,1,1,50,50,ann\n");

    Shell shell = Shell.run(PlainStudio::new, "evaluate", truth, labels);

    assertEquals(0, shell.code());
    assertEquals(
        """
        labels: 50.00
        faces: 50.00
        faces_48_96: 50.00 of 2
        precision: 100.00
        strangers_named: n/a
        found: 50.00
        flips: 0 over 2 faces
        confused: ann -> missed 1
        labels_left_to_right: 50.00
        tracks_right: 0.00 of 1
        tracks_right_idols: 0.00 of 1
        tracks_right_strangers: n/a of 0
        flips_a_minute: n/a without a frame rate
        screen_time ann: 1 of 2 frames, error -50.00 %
        matrix:         ann unknown missed
        matrix ann:       1       0      1
        matrix unknown:   0       0      0
        matrix no face:   0       0      0
        shots: 1
        """,
        shell.out());
    assertTrue(
        Shell.run(PlainStudio::new, "evaluate", truth, labels, "--every", 2)
            .out()
            .startsWith("labels: 100.00\n"));
  }

  @Test
  void evaluateShowsTwoRecognisersSideBySide(@TempDir Path folder) throws IOException {
    String head = "frame,x,y,w,h,name\n";
    Path truth =
        Shell.write(folder.resolve("t.csv"), head + "0,1,1,50,50,ann\n0,99,1,50,50,unknown\n");
    Path one = Shell.write(folder.resolve("1.csv"), head + "0,1,1,50,50,ann\n");
    Path other = Shell.write(folder.resolve("2.csv"), head + "0,99,1,50,50,ann\n");

    Shell shell = Shell.run(PlainStudio::new, "evaluate", truth, one, "--beside", other);

    assertEquals(0, shell.code(), shell.err());
    List<String> lines = shell.out().lines().map(line -> line.replaceAll(" {2,}", "|")).toList();
    assertEquals("figure|" + one + "|" + other, lines.get(0));
    assertTrue(lines.contains("faces|100.00|0.00"), shell.out());
    assertTrue(lines.contains("strangers_named|0.00|100.00"), shell.out());
    assertComplaint(
        "--beside is there 2 times for 1 videos: give it for each of them, in their order, or for"
            + " none",
        Shell.run(PlainStudio::new, "evaluate", truth, one, "--beside", other, "--beside", other));
  }

  @Test
  void evaluateSaysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
    Path good = Shell.write(folder.resolve("good.csv"), "frame,x,y,w,h,name\n0,1,1,0,0,ann\n");
    Path bad = Shell.write(folder.resolve("bad.csv"), "frame,x,y,w,h,name\n0,1,1,oops,2,ann\n");

    assertComplaint(
        bad + ", line 2: w is 'oops', it must be a number",
        Shell.run(PlainStudio::new, "evaluate", good, bad));
    assertComplaint(
        "there is no file " + folder.resolve("none.csv"),
        Shell.run(PlainStudio::new, "evaluate", folder.resolve("none.csv"), good));
    assertComplaint(
        folder + " is a folder: name the CSV file",
        Shell.run(PlainStudio::new, "evaluate", folder, good));
    assertComplaint(
        good + ": a true box on frame 0 has no size",
        Shell.run(PlainStudio::new, "evaluate", good, good));
    assertComplaint(
        "--every is at least 1, not 0",
        Shell.run(PlainStudio::new, "evaluate", good, good, "--every", 0));
  }

  @Test
  void evaluateTakesSeveralVideosTogether(@TempDir Path folder) throws IOException {
    Path truth =
        Shell.write(
            folder.resolve("truth.csv"), "frame,x,y,w,h,name\n0,1,1,50,50,ann\n1,1,1,50,50,ann\n");
    Path labels =
        Shell.write(
            folder.resolve("labels.csv"),
            "frame,x,y,w,h,name,time\n0,1,1,50,50,ann,0\n1,1,1,50,50,bo,0.5\n");
    Path shots = Shell.write(folder.resolve("labels.json"), "{\"shots\":[[0,0],[1,9]]}");

    Shell one = Shell.run(PlainStudio::new, "evaluate", truth, labels);
    assertTrue(one.out().contains("flips_a_minute: 60.00 over 0.02 minutes\n"), one.out());
    assertTrue(one.out().contains("\nscreen_time ann: 0.50 s of 1.00 s, "), one.out());
    assertTrue(one.out().endsWith("\nshots: 1\n"), one.out());

    Shell both =
        Shell.run(PlainStudio::new, "evaluate", truth, truth, truth, labels, "--fps", "10");
    assertEquals(0, both.code(), both.err());
    assertTrue(both.out().startsWith("labels: 75.00\nfaces: 75.00\n"), both.out());
    assertTrue(both.out().contains("\nscreen_time ann: 0.30 s of 0.40 s, "), both.out());
    assertTrue(both.out().contains("\nshots: 2\ninterval labels: 50.00 to 100.00\n"), both.out());

    Shell cut = Shell.run(PlainStudio::new, "evaluate", truth, labels, "--shots", shots);
    assertTrue(cut.out().contains("\nshots: 2\ninterval labels: 0.00 to 100.00\n"), cut.out());
  }

  @Test
  void evaluateSaysWhatDoesNotFitTogether(@TempDir Path folder) throws IOException {
    Path good = Shell.write(folder.resolve("good.csv"), "frame,x,y,w,h,name\n0,1,1,9,9,ann\n");
    Path empty = Shell.write(folder.resolve("labels.json"), "{\"shots\":[]}");

    assertComplaint(
        "3 files are no pairs: name a TRUTH.csv and a LABELS.csv for each video, in turns",
        Shell.run(PlainStudio::new, "evaluate", good, good, good));
    assertComplaint(
        "--fps is between 0 and 1000, not 0.0",
        Shell.run(PlainStudio::new, "evaluate", good, good, "--fps", 0));
    assertComplaint(
        "--shots is there 1 times for 2 videos: give it for each of them, in their order, or for"
            + " none",
        Shell.run(PlainStudio::new, "evaluate", good, good, good, good, "--shots", empty));
    for (Path file : List.of(empty, good)) {
      assertComplaint(
          file + " names no shots: give the labels.json that ./idols label wrote, or leave it out",
          Shell.run(PlainStudio::new, "evaluate", good, good, "--shots", file));
    }
    assertComplaint(
        folder + " is a folder: name the labels.json in it",
        Shell.run(PlainStudio::new, "evaluate", good, good, "--shots", folder));
  }

  private static void assertComplaint(String sentence, Shell shell) {
    assertEquals(List.of("idols: " + sentence), shell.err().lines().toList());
    assertEquals(2, shell.code());
  }
}
