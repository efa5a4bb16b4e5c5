/** The little that every user of FFmpeg's libraries needs. */
package io.github.idols.vision.ffmpeg;
