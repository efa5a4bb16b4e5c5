package io.github.idols.vision.video;

import io.github.idols.core.video.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the first bytes of a picture say, read before any decoder sees them.
 *
 * @param decoder FFmpeg's name of the decoder
 * @param width pixels as stored, before any turning
 * @param height pixels as stored, before any turning
 * @param whole whether the file has an end
 */
record StillHeader(String decoder, int width, int height, boolean whole) {
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454E44;
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int VP8 = 0x56503820;
  private static final int VP8L = 0x5650384C;
  private static final int VP8X = 0x56503858;
  private static final int ANIMATED = 2;

  /**
   * Tells the three formats apart.
   *
   * @param name what to call the picture in a message
   * @throws RefusedException when it is none of them or broken off within its header
   */
  static StillHeader of(String name, ByteBuffer bytes) throws RefusedException {
    if (bytes.remaining() > 3 && (bytes.getInt(0) >>> 8) == 0xFFD8FF) {
      return ofJpeg(name, bytes);
    }
    if (bytes.remaining() > 7 && bytes.getLong(0) == PNG) {
      return ofPng(name, bytes);
    }
    if (bytes.remaining() > 11 && bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP) {
      return ofWebp(name, bytes);
    }
    throw new RefusedException(name + " is not a JPEG, PNG or WebP picture.");
  }

  static RefusedException cutOff(String name) {
    return new RefusedException(name + " is cut off or damaged. Download or export it again.");
  }

  /** Segments up to the start of scan (ITU-T T.81, B.1). */
  private static StillHeader ofJpeg(String name, ByteBuffer bytes) throws RefusedException {
    int at = 2;
    int width = 0;
    int height = 0;
    while (at + 9 < bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
      int marker = bytes.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8;
      if (frame && marker != 0xcc) {
        height = bytes.getShort(at + 5) & 0xffff;
        width = bytes.getShort(at + 7) & 0xffff;
      } else if (marker == 0xda) {
        return new StillHeader("mjpeg", width, height, hasJpegEnd(bytes, at));
      }
      at += 2 + (bytes.getShort(at + 2) & 0xffff);
    }
    throw cutOff(name);
  }

  private static boolean hasJpegEnd(ByteBuffer bytes, int from) {
    // Cameras put more behind the end; within coded data 0xFF is never followed by 0xD9.
    for (int at = from; at + 1 < bytes.limit(); at++) {
      if (bytes.get(at) == (byte) 0xff && bytes.get(at + 1) == (byte) 0xd9) {
        return true;
      }
    }
    return false;
  }

  private static StillHeader ofPng(String name, ByteBuffer bytes) throws RefusedException {
    if (bytes.limit() < 33 || bytes.getInt(12) != IHDR) {
      throw cutOff(name);
    }
    boolean end = false;
    long at = 8;
    while (!end && at + 12 <= bytes.limit()) {
      end = bytes.getInt((int) at + 4) == IEND;
      at += 12 + (bytes.getInt((int) at) & 0xffff_ffffL);
    }
    return new StillHeader("png", bytes.getInt(16), bytes.getInt(20), end);
  }

  /** The first chunk tells the size (RFC 9649). */
  private static StillHeader ofWebp(String name, ByteBuffer bytes) throws RefusedException {
    if (bytes.limit() < 30) {
      throw cutOff(name);
    }
    ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    boolean whole = (little.getInt(4) & 0xffff_ffffL) + 8 <= bytes.limit();
    switch (bytes.getInt(12)) {
      case VP8 -> {
        int width = little.getShort(26) & 0x3fff;
        return new StillHeader("webp", width, little.getShort(28) & 0x3fff, whole);
      }
      case VP8L -> {
        int sizes = little.getInt(21);
        int width = (sizes & 0x3fff) + 1;
        return new StillHeader("webp", width, ((sizes >>> 14) & 0x3fff) + 1, whole);
      }
      case VP8X -> {
        if ((bytes.get(20) & ANIMATED) != 0) {
          throw new RefusedException(name + " is an animation. Use a still picture.");
        }
        int width = (little.getInt(24) & 0xff_ffff) + 1;
        return new StillHeader("webp", width, (little.getInt(26) >>> 8) + 1, whole);
      }
      default -> throw cutOff(name);
    }
  }
}
