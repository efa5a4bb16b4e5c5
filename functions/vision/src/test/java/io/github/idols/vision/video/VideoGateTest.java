package io.github.idols.vision.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoGateTest {
  private static final String SEND = " Send an MP4, MOV, WebM or MKV file.";
  private static final String AGAIN = " Download or export it again.";

  private final Path folder;
  private final VideoGate gate = new VideoGate();

  VideoGateTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatPassesIsDescribed() throws Exception {
    Path clip = TestClips.h264().size(320, 180).frames(48).audio().write(file("a.mp4"));
    try (OpenVideo video = gate.open(clip)) {
      VideoInfo info = video.info();
      assertEquals(320, info.width());
      assertEquals(180, info.height());
      assertEquals(0, info.rotation());
      assertEquals(24, info.frameRate().value(), 0.01);
      assertEquals(2, info.durationSeconds(), 0.01);
      assertEquals(48, info.frames());
      assertEquals("h264", info.codec());
      assertTrue(info.hasAudio());
      assertTrue(video.audio().isPresent());
    }
  }

  @Test
  void aRotatedVideoIsDescribedUpright() throws Exception {
    Path clip = TestClips.h264().size(160, 96).frames(2).rotation(90).write(file("r.mp4"));
    try (OpenVideo video = gate.open(clip)) {
      assertEquals(90, video.info().rotation());
      assertEquals(96, video.info().width());
      assertEquals(160, video.info().height());
      assertFalse(video.info().hasAudio());
    }
  }

  @Test
  void closingTwiceDoesNothingAndUseAfterwardsIsRefused() throws Exception {
    OpenVideo video = gate.open(TestClips.h264().frames(2).write(file("twice.mp4")));
    video.close();
    video.close();
    assertThrows(IllegalStateException.class, video::format);
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertRefused("There is no file " + file("none.mp4") + ".", file("none.mp4"));
    assertRefused(folder + " is a folder. Name a file.", folder);
  }

  @Test
  void whatIsNoVideoIsNamed() throws Exception {
    assertRefused("The file is empty (0 bytes)." + AGAIN, bytes(new byte[0]));
    String looksLike = "This is not a video that can be read: it looks like ";
    assertRefused(looksLike + "a text file." + SEND, text("Dear diary"));
    assertRefused(looksLike + "a web page." + SEND, text("<!DOCTYPE html><p>404"));
    assertRefused(looksLike + "a picture." + SEND, bytes(TestPictures.jpeg(64, 48)));
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    assertRefused(looksLike + "something else." + SEND, bytes(noise));
  }

  @Test
  void playlistsAndManifestsAreRefusedWithoutOpeningASocket() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + server.getLocalPort();
      String url = "http://" + address + "/x.mp4";
      List<String> disguises =
          List.of(
              "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n" + url + "\n#EXT-X-ENDLIST\n",
              "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\">"
                  + "<Period><AdaptationSet><Representation id=\"1\" bandwidth=\"1\"><BaseURL>"
                  + url
                  + "</BaseURL></Representation></AdaptationSet></Period></MPD>",
              "ffconcat version 1.0\nfile '" + url + "'\n",
              "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
              "\0\0\0\u0014ftypisom\0\0\0\0isom#EXTM3U\n#EXTINF:5,\n" + url + "\n");
      for (String disguise : disguises) {
        Path file = text(disguise);
        assertThrows(RefusedException.class, () -> gate.open(file).close(), disguise);
      }
      server.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  @Test
  void aFileWithoutItsIndexIsCutOff() throws Exception {
    byte[] whole = Files.readAllBytes(TestClips.h264().audio().write(file("whole.mp4")));
    for (double share : new double[] {0.01, 0.5, 0.9}) {
      assertRefused(
          "The file is cut off: its index is missing." + AGAIN,
          bytes(Arrays.copyOf(whole, (int) (whole.length * share))));
    }
  }

  @Test
  void aFileWhoseFramesLieBeyondItsEndIsCutOff() throws Exception {
    TestClips clip = TestClips.h264().frames(100).muxerOption("movflags", "+faststart");
    byte[] whole = Files.readAllBytes(clip.write(file("front.mp4")));
    RefusedException half = refusal(bytes(Arrays.copyOf(whole, whole.length / 2)));
    assertTrue(
        String.valueOf(half.getMessage()).startsWith("The file is cut off: the last "),
        half.getMessage());
    try (OpenVideo video = gate.open(bytes(Arrays.copyOf(whole, whole.length - 5)))) {
      assertEquals(100, video.info().frames());
    }
  }

  @Test
  void aMatroskaFileIsCutOffToo() throws Exception {
    byte[] whole = Files.readAllBytes(TestClips.h264().write(file("whole.mkv")));
    RefusedException half = refusal(bytes(Arrays.copyOf(whole, whole.length / 2)));
    assertTrue(
        String.valueOf(half.getMessage()).startsWith("The file is cut off: the last 5"),
        half.getMessage());
  }

  @Test
  void soundAloneIsRefusedWithAndWithoutACover() throws Exception {
    String reason = "The file holds sound but no video. Send the music video itself.";
    assertRefused(reason, TestClips.soundOnly().write(file("sound.mp4")));
    assertRefused(reason, TestClips.soundOnly().cover().write(file("cover.m4a")));
  }

  @Test
  void aCoverIsNotTakenForTheVideo() throws Exception {
    Path clip = TestClips.h264().size(32, 32).frames(3).audio().cover().write(file("both.mp4"));
    try (OpenVideo video = gate.open(clip)) {
      assertEquals(32, video.info().width());
    }
  }

  @Test
  void hugePicturesAreRefusedBeforeDecoding() throws Exception {
    byte[] clip = Files.readAllBytes(TestClips.h264().frames(2).write(file("small.mp4")));
    ByteBuffer entry = ByteBuffer.wrap(clip).position(lastIndexOf(clip, "avc1") + 28);
    entry.putShort((short) 16_384).putShort((short) 16_384);
    assertRefused(
        "The video has 16384 x 16384 pixels, which is too large."
            + " Export it in 4K (3840 x 2160) or less.",
        bytes(clip));
  }

  @Test
  void hugePicturesBehindAModestHeaderAreNotDecoded() throws Exception {
    Path clip =
        TestClips.encodedBy("mjpeg").pixelFormat("yuvj420p").frames(2).write(file("liar.mov"));
    byte[] bytes = Files.readAllBytes(clip);
    for (int at = 0; at + 9 < bytes.length; at++) {
      if (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xc0 && bytes[at + 3] == 17) {
        ByteBuffer.wrap(bytes).position(at + 5).putShort((short) 16_384).putShort((short) 16_384);
      }
    }
    try (OpenVideo video = gate.open(bytes(bytes));
        ChunkReader reader =
            new ChunkReader(
                video,
                new VideoPlanner(VideoPlanner.EVERYTHING).plan(video).chunks().get(0),
                ReadOptions.exact())) {
      IOException failure = assertThrows(IOException.class, reader::next);
      assertEquals(
          "No picture could be decoded in part 1 of the video; it is damaged."
              + " Download or export it again.",
          failure.getMessage());
    }
  }

  @Test
  void encryptedVideoIsRefused() throws Exception {
    Path clip =
        TestClips.h264()
            .frames(5)
            .muxerOption("encryption_scheme", "cenc-aes-ctr")
            .muxerOption("encryption_key", "76a6c65c5ea762046bd749a2e632ccbb")
            .muxerOption("encryption_kid", "a7e61c373e219033c21091fa607bf3b8")
            .write(file("secret.mp4"));
    assertRefused("The video is encrypted (copy-protected) and cannot be read.", clip);
  }

  @Test
  void codecsOffTheListAreRefused() throws Exception {
    assertRefused(
        "The video is coded as ffv1, which is not read. Export it as MP4 with H.264.",
        TestClips.encodedBy("ffv1").frames(2).write(file("rare.mkv")));
  }

  @Test
  void aVideoTrackWithoutPicturesIsRefused() throws Exception {
    assertRefused(
        "The file holds no video." + SEND, TestClips.h264().frames(0).write(file("none.mp4")));
    assertRefused(
        "The file is damaged and cannot be read." + AGAIN,
        TestClips.h264().frames(0).write(file("none.mkv")));
  }

  @Test
  void tooManyPicturesASecondAreRefused() throws Exception {
    assertRefused(
        "The video has 600 pictures a second, and at most 240 are read. Export it with 60.",
        TestClips.h264().size(32, 32).frames(600).timing(1000, n -> n).write(file("fast.mp4")));
  }

  @Test
  void tinyPicturesAreRefused() throws Exception {
    assertRefused(
        "The video has 32 x 8 pixels, which is too small to show a face.",
        TestClips.h264().size(32, 8).frames(2).write(file("tiny.mp4")));
  }

  @Test
  void limitsOnTracksLengthAndTimeHold() throws Exception {
    Path clip = TestClips.h264().frames(48).audio().write(file("limits.mp4"));
    GateLimits usual = GateLimits.defaults();
    assertEquals(
        "The file has 2 tracks, and at most 1 are read. Export it with one video and one sound track.",
        refusal(limits(1, usual.maxDuration(), usual.watchdog()), clip).getMessage());
    assertEquals(
        "The video is 0 minutes long, and at most 0 are read. Cut it into parts.",
        refusal(limits(16, Duration.ofSeconds(1), usual.watchdog()), clip).getMessage());
    assertEquals(
        "The file takes too long to open. Export the video again.",
        refusal(limits(16, usual.maxDuration(), Duration.ofNanos(1)), clip).getMessage());
  }

  @Test
  void aFailingSourceIsAFailureNotARefusal() throws Exception {
    Path clip = TestClips.h264().write(file("disk.mp4"));
    FileSource file = FileSource.open(clip);
    MediaSource failing =
        new MediaSource() {
          @Override
          public String name() {
            return "disk.mp4";
          }

          @Override
          public long size() {
            return file.size();
          }

          @Override
          public int read(long position, ByteBuffer buffer) throws IOException {
            if (buffer.capacity() > 10_000) {
              throw new IOException("the disk has gone");
            }
            return file.read(position, buffer);
          }

          @Override
          public void close() throws IOException {
            file.close();
          }
        };
    IOException failure = assertThrows(IOException.class, () -> gate.open(failing).close());
    assertEquals("disk.mp4 could not be read: the disk has gone", failure.getMessage());
    assertThrows(IOException.class, () -> file.read(0, ByteBuffer.allocate(1)));
  }

  private static VideoGate limits(int streams, Duration length, Duration watchdog) {
    GateLimits usual = GateLimits.defaults();
    return new VideoGate(
        new GateLimits(
            usual.maxPixels(),
            usual.maxSide(),
            usual.minSide(),
            streams,
            length,
            usual.maxFrameRate(),
            usual.maxIndexBytes(),
            usual.probeBytes(),
            watchdog));
  }

  private void assertRefused(String reason, Path file) {
    assertEquals(reason, refusal(file).getMessage());
  }

  private RefusedException refusal(Path file) {
    return refusal(gate, file);
  }

  private static RefusedException refusal(VideoGate gate, Path file) {
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> gate.open(file).close(), file.toString());
    assertNotNull(refusal.getMessage());
    return refusal;
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path text(String content) throws IOException {
    return bytes(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path bytes(byte[] content) throws IOException {
    return Files.write(file("disguised.mp4"), content);
  }

  private static int lastIndexOf(byte[] bytes, String type) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(type);
  }
}
