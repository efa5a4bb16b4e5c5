package io.github.idols.local.demo;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.label.LabelsCsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the faces in the demo's media are, kept in {@code faces.csv} so that the truth does not
 * change with what is judged by it. MTCNN found them once, in the sources themselves. The photos'
 * boxes were compared with the photos by eye; the clips', on every fifth frame and straight in
 * between, were not looked at one by one.
 */
final class KnownFaces {
  private final Map<String, TreeMap<Long, Box>> clips = new HashMap<>();
  private final Map<String, List<Box>> photos;

  private KnownFaces(List<LabelRow> rows) {
    Map<String, List<Box>> all = new HashMap<>();
    for (LabelRow row : rows) {
      if (row.name().endsWith(".mp4")) {
        clips.computeIfAbsent(row.name(), n -> new TreeMap<>()).put(row.frame(), row.box());
      } else {
        all.merge(
            row.name(),
            List.of(row.box()),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      }
    }
    photos = Map.copyOf(all);
  }

  static KnownFaces read() throws IOException {
    try (InputStream in = KnownFaces.class.getResourceAsStream("faces.csv")) {
      if (in == null) {
        throw new IllegalStateException("faces.csv is not on the class path");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return new KnownFaces(LabelsCsvReader.read(reader, "faces.csv"));
    }
  }

  /** Faces on a frame of a clip, or in a photo, in pixels of it. */
  List<Box> at(String source, long frame) {
    TreeMap<Long, Box> clip = clips.get(source);
    if (clip == null) {
      return photos.getOrDefault(source, List.of());
    }
    Map.Entry<Long, Box> before = clip.floorEntry(frame);
    Map.Entry<Long, Box> after = clip.ceilingEntry(frame);
    if (before == null || after == null) {
      throw new IllegalArgumentException(
          "no face is known around frame " + frame + " of " + source);
    }
    long gap = after.getKey() - before.getKey();
    double t = gap == 0 ? 0 : (double) (frame - before.getKey()) / gap;
    return List.of(before.getValue().lerp(after.getValue(), t));
  }
}
