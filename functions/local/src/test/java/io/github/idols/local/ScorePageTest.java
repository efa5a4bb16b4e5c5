package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorePageTest {
  private final Path folder;
  private final Path truth;
  private final Path labels;
  private final Path video;
  private final Path page;

  /** Ann is right twice, then somebody with a nasty name for three frames; Bo is missed. */
  ScorePageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    truth =
        Shell.write(
            folder.resolve("truth.csv"),
            "frame,x,y,w,h,name\n"
                + rows("ann", 100, 0, 5)
                + rows("bo", 300, 0, 5)
                + rows("cy", 600, 9, 10));
    labels =
        Shell.write(
            folder.resolve("labels.csv"),
            "frame,x,y,w,h,name,time\n"
                + rows("ann", 100, 0, 2)
                + rows("<script>alert('&')</script>", 100, 2, 5)
                + "9,600,10,50,50,cy,0.9\n");
    video = Shell.write(folder.resolve("mv.mp4"), "5\n85\n");
    page = folder.resolve("new/page.html");
  }

  @Test
  void thePageHasTheFiguresAndEveryPerson() throws IOException {
    Shell shell = evaluate("--fps", "10");

    assertEquals(0, shell.code(), shell.err());
    assertTrue(shell.out().startsWith("labels: 27.27\nfaces: 27.27\n"), shell.out());
    String html = Files.readString(page);
    assertTrue(html.startsWith("<!doctype html>"), html);
    assertTrue(html.contains("<b>27.3 %</b>"), html);
    assertTrue(html.contains("resampling 2 shots"), html);
    assertTrue(html.contains(">… of 48 to 96 pixels</th><td>27.27</td><td>11</td>"), html);
    assertTrue(html.contains("<th scope=\"row\">bo</th><td>0.5 s</td><td>0.0 s</td><td>-100.0 %"));
    assertTrue(
        html.contains(
            "<tr><th scope=\"row\">cy</th><td>·</td><td>·</td><td>·</td>"
                + "<td class=\"good\" style=\"--a:0.90\">1</td>"),
        html);
    assertTrue(html.contains("0:00.2 (frame 2)<br><small>5 frames, 0–4"), html);
    assertFalse(html.contains("<img"), html);
    assertFalse(Files.exists(folder.resolve("new/page.html.part")));
  }

  @Test
  void namesAreTextWhateverIsInThem() throws IOException {
    evaluate();

    String html = Files.readString(page);
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"), html);
  }

  @Test
  void mistakesAreShownOnTheFrameInTheMiddle() throws IOException {
    Shell shell = evaluate("--video", video);

    assertEquals(0, shell.code(), shell.err());
    String html = Files.readString(page);
    List<String> pictures =
        Pattern.compile("src=\"data:image/jpeg;base64,([^\"]+)\"")
            .matcher(html)
            .results()
            .map(ScorePageTest::decoded)
            .toList();
    // The wrong name on frames 2 to 4, then the missed face on frames 0 to 4.
    assertEquals(List.of("frame 3", "frame 2"), pictures);
    assertTrue(
        html.contains(
            "<i class=\"true\" style=\"left:33.33%;top:33.33%;width:33.33%;height:33.33%"));
    assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(html).find(), html);
  }

  @Test
  void aSecondRunReplacesThePage() throws IOException {
    Shell.write(page, "old");

    assertEquals(0, evaluate().code());
    assertTrue(Files.readString(page).startsWith("<!doctype html>"));
  }

  @Test
  void severalVideosShareAPage() throws IOException {
    Shell shell =
        Shell.run(
            PlainStudio::new,
            "evaluate",
            truth,
            labels,
            truth,
            labels,
            "--html",
            page,
            "--video",
            video,
            "--video",
            video);

    assertEquals(0, shell.code(), shell.err());
    String html = Files.readString(page);
    assertEquals(4, Pattern.compile("<img ").matcher(html).results().count());
    assertTrue(html.contains("<br>" + labels + " against " + truth + "</small>"), html);
  }

  @Test
  void whatDoesNotFitIsSaidInOneSentence() throws IOException {
    assertComplaint(
        "--video is for the pictures on the page: add --html FILE",
        Shell.run(PlainStudio::new, "evaluate", truth, labels, "--video", video));
    assertComplaint(
        "--html " + folder + " is a folder: name the file to write",
        Shell.run(PlainStudio::new, "evaluate", truth, labels, "--html", folder));
    assertComplaint(
        "there is no file " + folder.resolve("none.mp4"),
        evaluate("--video", folder.resolve("none.mp4")));
    assertComplaint(
        "--video is there 2 times for 1 videos: give it for each of them, in their order, or for"
            + " none",
        evaluate("--video", video, "--video", video));
    assertFalse(Files.exists(page));
  }

  private Shell evaluate(Object... options) {
    Object[] words = new Object[5 + options.length];
    System.arraycopy(new Object[] {"evaluate", truth, labels, "--html", page}, 0, words, 0, 5);
    System.arraycopy(options, 0, words, 5, options.length);
    return Shell.run(PlainStudio::new, words);
  }

  private static String decoded(MatchResult picture) {
    return new String(Base64.getDecoder().decode(picture.group(1)), StandardCharsets.UTF_8);
  }

  private static void assertComplaint(String sentence, Shell shell) {
    assertEquals(List.of("idols: " + sentence), shell.complaints());
    assertEquals(2, shell.code());
  }

  /** One face on frames, the last one not included, with its time. */
  private static String rows(String name, int x, int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int frame = from; frame < to; frame++) {
      rows.append("%d,%d,10,50,50,%s,%d.0\n".formatted(frame, x, name, frame));
    }
    return rows.toString();
  }
}
