package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a fan may bring by mistake, or somebody else on purpose, to the real program. */
@Timeout(60)
class RefusedFilesTest {
  private final Path folder;
  private final Path gallery;

  RefusedFilesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    gallery = folder.resolve("pictures");
    Files.createDirectories(gallery.resolve("franck"));
    Files.write(gallery.resolve("franck/1.jpg"), demo("franck_01829.jpg"));
  }

  @Test
  void aTextFile() throws IOException {
    assertRefused("this is not a video\n".getBytes(StandardCharsets.UTF_8), "not a video");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertRefused(new byte[0], "The file is empty");
  }

  @Test
  void aTruncatedVideo() throws IOException {
    byte[] whole = demo("cap13_edit2.mp4");
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "cut off");
  }

  @Test
  void soundAlone() throws IOException {
    // The video's track says that it is sound.
    byte[] file = demo("cap13_edit2.mp4");
    byte[] sound = "soun".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(sound, 0, file, find(file, "hdlr") + 12, sound.length);
    assertRefused(file, "sound but no video");
  }

  @Test
  void aPictureOfSixteenThousandPixelsSquare() throws IOException {
    byte[] file = demo("cap13_edit2.mp4");
    // Width and height in the sample entry (ISO/IEC 14496-12, 12.1.3).
    byte[] size = {0x40, 0, 0x40, 0};
    System.arraycopy(size, 0, file, find(file, "avc1") + 28, size.length);
    assertRefused(file, "16384 x 16384 pixels");
  }

  @Test
  void aPlaylistOpensNoSocket() throws IOException {
    assertNoSocket("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n%s\n#EXT-X-ENDLIST\n");
  }

  @Test
  void aManifestOpensNoSocket() throws IOException {
    assertNoSocket(
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\""
            + " mediaPresentationDuration=\"PT5S\"><Period><AdaptationSet mimeType=\"video/mp4\">"
            + "<Representation id=\"1\" bandwidth=\"1\"><BaseURL>%s</BaseURL></Representation>"
            + "</AdaptationSet></Period></MPD>");
  }

  @Test
  void aGalleryWithOneFacelessPicture() throws IOException {
    Files.delete(gallery.resolve("franck/1.jpg"));
    Files.write(gallery.resolve("franck/font.png"), new byte[] {1, 2, 3});
    Shell shell = label(demo("cap13_edit2.mp4"));

    assertEquals(2, shell.code());
    assertEquals(1, shell.complaints().size(), shell.err());
    assertTrue(
        shell
            .complaints()
            .get(0)
            .startsWith("idols: franck has no usable picture (franck/font.png: "),
        shell.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aGroupPhotoIsNotAPersonsPicture() throws IOException {
    Files.write(gallery.resolve("franck/2.jpg"), demo("sample6.jpg"));
    Shell shell = Shell.run(RealStudio::new, "gallery", "check", gallery);

    assertEquals(0, shell.code(), shell.err());
    assertTrue(shell.out().contains("franck       1        1  9 or more"), shell.out());
    assertTrue(
        shell.out().contains("franck/2.jpg: 4 faces of a similar size, crop it to one"),
        shell.out());
  }

  private void assertNoSocket(String playlist) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/segment.mp4";
      assertRefused(
          String.format(playlist, url).getBytes(StandardCharsets.UTF_8), "not the video itself");
      server.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  private void assertRefused(byte[] video, String reason) throws IOException {
    Shell shell = label(video);

    assertEquals(2, shell.code());
    List<String> lines = shell.err().lines().toList();
    assertEquals(1, lines.size(), shell.err());
    assertTrue(lines.get(0).startsWith("idols: " + folder.resolve("mv.mp4") + ": "), shell.err());
    assertTrue(lines.get(0).contains(reason), shell.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private Shell label(byte[] video) throws IOException {
    Path file = Files.write(folder.resolve("mv.mp4"), video);
    return Shell.run(
        RealStudio::new, "label", file, "--gallery", gallery, "--out", folder.resolve("out"));
  }

  private static byte[] demo(String name) throws IOException {
    try (InputStream in = RefusedFilesTest.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IOException("no demo file " + name);
      }
      return in.readAllBytes();
    }
  }

  /** Where a box's type stands in the index. */
  private static int find(byte[] file, String type) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return text.indexOf(type, text.indexOf("moov"));
  }
}
