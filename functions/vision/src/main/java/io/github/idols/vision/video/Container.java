package io.github.idols.vision.video;

import io.github.idols.core.video.MediaSource;
import io.github.idols.core.video.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The two families of files that are read, told apart by their first bytes, before any code of
 * FFmpeg sees them. The demuxer is then named, never guessed: a playlist or manifest in disguise
 * reaches no demuxer that could follow its links.
 */
enum Container {
  /** MP4, MOV, M4V: ISO/IEC 14496-12. */
  MP4("mov"),
  /** Matroska and WebM: RFC 9559. */
  MATROSKA("matroska");

  static final String SEND_INSTEAD = "Send an MP4, MOV, WebM or MKV file.";

  private static final int HEAD = 4096;
  private static final int EBML = 0x1A45DFA3;
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "sidx", "moof");

  private final String demuxer;

  Container(String demuxer) {
    this.demuxer = demuxer;
  }

  /** FFmpeg's name of the demuxer. */
  String demuxer() {
    return demuxer;
  }

  /**
   * Looks at the first bytes.
   *
   * @throws RefusedException when the file is empty or of another kind, which the message names
   */
  static Container of(MediaSource source) throws RefusedException, IOException {
    if (source.size() == 0) {
      throw new RefusedException("The file is empty (0 bytes). Download or export it again.");
    }
    ByteBuffer head = Bytes.read(source, 0, HEAD);
    if (head.remaining() >= 8) {
      if (head.getInt(0) == EBML) {
        return MATROSKA;
      }
      if (FIRST_BOXES.contains(Bytes.type(head, 4))) {
        return MP4;
      }
    }
    throw new RefusedException(
        "This is not a video that can be read: it looks like %s. %s"
            .formatted(describe(head), SEND_INSTEAD));
  }

  private static String describe(ByteBuffer head) {
    byte[] bytes = new byte[head.remaining()];
    head.get(0, bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String type = text.length() >= 12 ? text.substring(8, 12) : "";
    if (text.startsWith("\u00ff\u00d8\u00ff")
        || text.startsWith("\u0089PNG")
        || text.startsWith("GIF8")
        || (text.startsWith("RIFF") && type.equals("WEBP"))) {
      return "a picture";
    }
    if (text.startsWith("ID3")
        || text.startsWith("fLaC")
        || text.startsWith("\u00ff\u00fb")
        || (text.startsWith("RIFF") && type.equals("WAVE"))) {
      return "a sound file";
    }
    if (text.startsWith("RIFF") && type.startsWith("AVI")) {
      return "an AVI file";
    }
    if (text.startsWith("FLV")) {
      return "a Flash video";
    }
    if (text.startsWith("OggS")) {
      return "an Ogg file";
    }
    if (text.startsWith("0&\u00b2u")) {
      return "a Windows Media file";
    }
    if (text.startsWith("\0\0\1\u00ba")
        || (text.startsWith("G") && text.length() > 188 && text.charAt(188) == 'G')) {
      return "an MPEG recording";
    }
    if (text.startsWith("PK\3\4")) {
      return "a ZIP archive";
    }
    if (text.startsWith("%PDF")) {
      return "a PDF document";
    }
    return isText(bytes) ? describeText(text) : "something else";
  }

  private static String describeText(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.contains("#extm3u") || lower.startsWith("ffconcat")) {
      return "a playlist, not the video itself";
    }
    if (lower.contains("<mpd") || lower.contains("<smoothstreamingmedia")) {
      return "a streaming manifest, not the video itself";
    }
    if (lower.startsWith("v=0")) {
      return "the description of a live stream, not the video itself";
    }
    if (lower.contains("<html") || lower.startsWith("<!doctype html")) {
      return "a web page";
    }
    return "a text file";
  }

  private static boolean isText(byte[] bytes) {
    boolean utf16 =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    if (utf16) {
      return true;
    }
    for (byte b : bytes) {
      boolean control = b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f';
      if (control || b == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
