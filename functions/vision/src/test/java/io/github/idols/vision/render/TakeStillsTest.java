package io.github.idols.vision.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.score.StillPictures.Spot;
import io.github.idols.core.video.RefusedException;
import io.github.idols.vision.video.HeldSource;
import io.github.idols.vision.video.TestClips;
import io.github.idols.vision.video.VideoGate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeStillsTest {
  /** The cell of the frame number's lowest bit: white on odd frames, black on even ones. */
  private static final Box LOWEST_BIT = new Box(590, 20, 40, 40);

  private final Path folder;
  private final TakeStills stills = new TakeStills(new VideoGate());
  private final Map<Integer, BufferedImage> pictures = new TreeMap<>();
  private final Map<Integer, Box> shown = new TreeMap<>();
  private final List<Long> told = new ArrayList<>();

  TakeStillsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void eachSpotIsShownOnItsOwnFrame() throws Exception {
    HeldSource source = clip();

    take(source, at(27), at(4), at(41), at(4));

    assertEquals(List.of(0, 1, 2, 3), List.copyOf(pictures.keySet()));
    assertTrue(isWhite(0) && !isWhite(1) && isWhite(2) && !isWhite(3));
    assertEquals(42, told.size());
    assertTrue(source.isClosed());
  }

  @Test
  void surroundingsStayInsideTheFrameAndBeginAtEvenPixels() throws Exception {
    take(
        clip(),
        new Spot(0, new Box(301, 150, 41, 50)),
        new Spot(0, new Box(-30, -9, 40, 40)),
        new Spot(0, new Box(900, 900, 10, 10)),
        new Spot(0, new Box(0, 0, 640, 500)));

    assertEquals(new Box(260, 114, 120, 120), shown.get(0));
    assertEquals(new Box(0, 0, 96, 96), shown.get(1));
    assertEquals(new Box(576, 296, 64, 64), shown.get(2));
    assertEquals(new Box(0, 0, 640, 360), shown.get(3));
    assertEquals(240, picture(0).getWidth());
    assertEquals(240, picture(2).getHeight());
    assertEquals(135, picture(3).getHeight());
  }

  @Test
  void aFrameThatTheVideoDoesNotHaveGetsNoPicture() throws Exception {
    take(clip(), at(48), at(1));

    assertEquals(List.of(1), List.copyOf(pictures.keySet()));
  }

  @Test
  void aFileThatIsNoVideoIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("mv.mp4"), "frame,x,y,w,h,name\n".repeat(99));

    assertThrows(RefusedException.class, () -> take(HeldSource.of(text), at(0)));
  }

  private HeldSource clip() throws Exception {
    return HeldSource.of(
        TestClips.h264().size(640, 360).frames(48).write(folder.resolve("clip.mp4")));
  }

  private static Spot at(long frame) {
    return new Spot(frame, LOWEST_BIT);
  }

  private void take(HeldSource source, Spot... spots) throws Exception {
    stills.take(
        source,
        List.of(spots),
        (spot, jpeg, part) -> {
          pictures.put(spot, decoded(jpeg));
          shown.put(spot, part);
        },
        told::add);
  }

  private BufferedImage picture(int spot) {
    return Objects.requireNonNull(pictures.get(spot));
  }

  private static BufferedImage decoded(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The middle of the face, on the picture, is white rather than black. */
  private boolean isWhite(int spot) {
    BufferedImage picture = picture(spot);
    Box part = Objects.requireNonNull(shown.get(spot));
    int x = (int) ((LOWEST_BIT.centerX() - part.x()) * picture.getWidth() / part.width());
    int y = (int) ((LOWEST_BIT.centerY() - part.y()) * picture.getHeight() / part.height());
    return (picture.getRGB(x, y) >> 8 & 0xFF) > 125;
  }
}
