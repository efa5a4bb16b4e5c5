package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  private static final PictureFormat PICTURE =
      new PictureFormat(
          640,
          360,
          new Rational(1, 24),
          new Rational(24, 1),
          new Rational(0, 1),
          new PictureFormat.ColorTags(1, 1, 1, 1, 0));

  private final Font font;

  ContactSheetTest() throws IOException {
    font = Font.bundled();
  }

  @Test
  void framesAreSpreadEvenlyAndMovedToKnownFaces() {
    LabelIndex labels = index(track("Lisa", 0, 6), track("unknown", 51, 59), track("Lisa", 70, 72));

    SortedSet<Long> picked = ContactSheet.pick(labels, 1000);

    assertEquals(ContactSheet.FRAMES, picked.size());
    assertEquals(List.of(6L, 72L, 125L), picked.stream().limit(3).toList());
  }

  @Test
  void anUnknownFaceIsBetterThanNone() {
    assertEquals(
        59,
        ContactSheet.pick(index(track("unknown", 51, 59)), 1000).stream()
            .skip(1)
            .findFirst()
            .orElseThrow());
  }

  @Test
  void aShortVideoGivesEachFrameOnce() {
    assertEquals(
        List.of(0L, 1L, 2L), List.copyOf(ContactSheet.pick(index(track("Lisa", 0, 2)), 3)));
  }

  @Test
  void aSheetOfTwentyIsFourByFive(@TempDir Path folder) throws IOException {
    ContactSheet sheet = new ContactSheet(font, PICTURE);
    GuardedFrame frame = new GuardedFrame(640, 360);
    for (int i = 0; i < ContactSheet.FRAMES; i++) {
      sheet.add(
          frame.frame(), List.of(new Mark(1, new Box(100, 150, 90, 90), "Rosé", 0, false)), i);
    }
    assertEquals(0, frame.drawn());
    Path file = folder.resolve("sheet.jpg");

    sheet.write(file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(4 * 384 + 5 * 10, image.getWidth());
    assertEquals(5 * 216 + 6 * 10, image.getHeight());
    // Grey frame, orange line: the box's left edge at 100 of 640 pixels.
    int line = image.getRGB(10 + 60, 10 + 117);
    assertTrue((line >> 16 & 0xFF) > (line & 0xFF) + 80, Integer.toHexString(line));
  }

  @Test
  void aSheetThatCannotBeWrittenLeavesNothing(@TempDir Path folder) throws IOException {
    ContactSheet sheet = new ContactSheet(font, PICTURE);
    sheet.add(new GuardedFrame(64, 36).frame(), List.of(), 0);
    Path missing = folder.resolve("missing");

    assertThrows(IOException.class, () -> sheet.write(missing.resolve("sheet.jpg")));
    assertFalse(Files.exists(missing));
    assertThrows(
        IllegalStateException.class,
        () -> new ContactSheet(font, PICTURE).write(folder.resolve("empty.jpg")));
  }

  @Test
  void timesAreMinutesSecondsAndTenths() {
    assertEquals("0:00.0", ContactSheet.timecode(0));
    assertEquals("0:59.9", ContactSheet.timecode(59.94));
    assertEquals("1:00.0", ContactSheet.timecode(59.96));
    assertEquals("61:02.5", ContactSheet.timecode(3662.5));
  }

  @Test
  void unknownFacesThatAreSmallGetAShortName() {
    LabelIndex labels = index(track("unknown", 0, 3), track("Lisa", 2, 5));

    Box box = new Box(0, 0, 20, 20);
    Mark unknown = new Mark(0, box, "?", Mark.UNKNOWN, true);
    Mark lisa = new Mark(1, box, "Lisa", 0, true);
    assertEquals(List.of(unknown), labels.at(0));
    assertEquals(List.of(unknown, lisa), labels.at(3));
    assertEquals(List.of(), labels.at(6));
  }

  @Test
  void strangersHaveTheirNumbersUnlessTheyAreSmall() {
    Track large = new Track(List.of(new TrackBox(0, new Box(0, 0, 90, 90))), List.of());
    Track small = track("unknown", 1, 1).track();
    LabelIndex labels =
        index(
            new Label(large, "unknown", 1, 7),
            new Label(small, "unknown", 1, 8),
            new Label(large, "unknown", 1));

    assertEquals(List.of("Unknown 7", "unknown"), labels.at(0).stream().map(Mark::name).toList());
    assertEquals(List.of("?"), labels.at(1).stream().map(Mark::name).toList());
  }

  private static Label track(String name, long from, long to) {
    List<TrackBox> boxes =
        LongStream.rangeClosed(from, to)
            .mapToObj(frame -> new TrackBox(frame, new Box(0, 0, 20, 20)))
            .toList();
    return new Label(new Track(boxes, List.of()), name, 1);
  }

  private static LabelIndex index(Label... labels) {
    VideoInfo video =
        new VideoInfo(
            640, 360, 0, new Rational(1, 24), new Rational(24, 1), 40, 1000, "h264", false);
    return LabelIndex.of(new Labels(video, List.of(), List.of("Lisa"), List.of(), List.of(labels)));
  }
}
