package io.github.idols.core.video;

/**
 * What is known of a video that passed the gate.
 *
 * @param width pixels of an upright frame, left to right (after {@code rotation})
 * @param height pixels of an upright frame, top to bottom (after {@code rotation})
 * @param rotation degrees clockwise by which decoded pictures are turned to stand upright: 0, 90,
 *     180 or 270
 * @param timeBase seconds of one tick of a presentation or decode timestamp of the video stream
 * @param frameRate frames a second, on average
 * @param durationSeconds length in seconds
 * @param frames frames that the index promises; an estimate until the video is decoded
 * @param codec short name of the video codec, for instance {@code h264}
 * @param hasAudio whether there is a sound track to keep
 */
public record VideoInfo(
    int width,
    int height,
    int rotation,
    Rational timeBase,
    Rational frameRate,
    double durationSeconds,
    long frames,
    String codec,
    boolean hasAudio) {}
