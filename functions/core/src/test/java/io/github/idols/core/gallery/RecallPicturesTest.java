package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.binary.Cuts;
import io.github.idols.core.binary.FileKind;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.face.SoftFaces;
import io.github.idols.core.video.MediaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecallPicturesTest {
  private static final PictureCheck FACE =
      new PictureCheck.Accepted(
          Embedding.of(1, 1 / 3f, -2),
          new SoftFaces(Embedding.of(1, 1 / 7f, -2), Embedding.of(-1, 1 / 9f, 2)),
          new Detection(
              new Box(-1 / 3.0, 2, 3, 4),
              new Landmarks(
                  new Point(1, 2),
                  new Point(3, 4),
                  new Point(5, 6),
                  new Point(7, 8),
                  new Point(9, 0.1)),
              0.7),
          new PictureTraits(-0.3, 1 / 7.0, -5));

  private static final PictureCheck NONE = new PictureCheck.Refused("얼굴이 없다");

  /** What is known, in memory. */
  private static final class Memory implements KnownPictures {
    private final Map<PictureContent, PictureCheck> checks = new HashMap<>();

    @Override
    public Optional<PictureCheck> recall(PictureContent picture) {
      return Optional.ofNullable(checks.get(picture));
    }

    @Override
    public void keep(PictureContent picture, PictureCheck check) {
      checks.put(picture, check);
    }
  }

  /** Sees a face in pictures that say so, and counts. */
  private static final class Eyes implements PictureChecker {
    private int made;
    private int looks;
    private int closed;

    PictureChecker make() {
      made++;
      return this;
    }

    @Override
    public PictureCheck check(MediaSource picture) throws IOException {
      looks++;
      try (picture) {
        byte[] bytes = new byte[(int) picture.size()];
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.hasRemaining()) {
          // In small steps, as decoders read.
          ByteBuffer some = all.slice().limit(Math.min(3, all.remaining()));
          all.position(all.position() + picture.read(all.position(), some));
        }
        assertEquals(-1, picture.read(bytes.length, ByteBuffer.allocate(1)));
        return new String(bytes, StandardCharsets.UTF_8).startsWith("face") ? FACE : NONE;
      }
    }

    @Override
    public void close() {
      closed++;
    }
  }

  /** A picture in memory. */
  private static final class Source implements MediaSource {
    private final byte[] bytes;
    private boolean closed;

    Source(String text) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
      return "1.jpg";
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer buffer) throws IOException {
      if (bytes.length > 0 && bytes[0] == '!') {
        throw new IOException("the disk has gone");
      }
      int count = Math.min(2, Math.min(buffer.remaining(), bytes.length - (int) position));
      buffer.put(bytes, (int) position, count);
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Memory memory = new Memory();
  private final Eyes eyes = new Eyes();

  @Test
  void aPictureIsLookedAtOnceWhateverCameOfIt() throws IOException {
    try (PictureChecker checker = new RecallPictures(memory, eyes::make)) {
      for (int i = 0; i < 2; i++) {
        assertEquals(FACE, checker.check(new Source("face of Ann")));
        assertEquals(NONE, checker.check(new Source("a landscape")));
      }
    }
    assertEquals(2, eyes.looks);
    assertEquals(1, eyes.made);
    assertEquals(1, eyes.closed);
  }

  @Test
  void whereAllIsKnownNothingIsMadeThatLooks() throws IOException {
    memory.keep(PictureContent.of(ByteBuffer.wrap("face".getBytes(StandardCharsets.UTF_8))), FACE);
    Source picture = new Source("face");
    try (PictureChecker checker = new RecallPictures(memory, eyes::make)) {
      assertEquals(FACE, checker.check(picture));
    }
    assertEquals(0, eyes.made);
    assertTrue(picture.closed);
  }

  @Test
  void onePixelMoreIsAnotherPicture() throws IOException {
    try (PictureChecker checker = new RecallPictures(memory, eyes::make)) {
      checker.check(new Source("face"));
      checker.check(new Source("face."));
      checker.check(new Source(""));
    }
    assertEquals(3, eyes.looks);
    assertEquals(3, memory.checks.size());
  }

  @Test
  void aPictureThatCannotBeReadIsNotRemembered() {
    try (PictureChecker checker = new RecallPictures(memory, eyes::make)) {
      assertThrows(IOException.class, () -> checker.check(new Source("!")));
    }
    assertEquals(Map.of(), memory.checks);
  }

  @Test
  void contentIsKnownByItsSha256() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        PictureContent.of(ByteBuffer.allocate(0)).sha256());
    assertThrows(IllegalArgumentException.class, () -> new PictureContent("e3b0"));
  }

  @Test
  void whatALookGaveComesBackFromAFileToTheLastBit() throws IOException {
    FileKind kind = new FileKind("Test", 1, "a test");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    kind.write(file, out -> out.list(List.of(FACE, NONE), c -> PictureCheckCodec.write(c, out)));
    FileKind.Reading<List<PictureCheck>> reading = in -> in.list(() -> PictureCheckCodec.read(in));

    assertEquals(
        List.of(FACE, NONE),
        kind.read(new java.io.ByteArrayInputStream(file.toByteArray()), reading));
    Cuts.assertOnlyTheWholeFileIsRead(file.toByteArray(), in -> kind.read(in, reading));
  }
}
