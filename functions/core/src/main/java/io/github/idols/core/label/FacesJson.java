package io.github.idols.core.label;

import io.github.idols.core.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** Writes pictures of faces as {@code faces.json}; docs/labels.md describes every field. */
public final class FacesJson {
  private static final int VERSION = 1;

  private FacesJson() {}

  /**
   * Writes one JSON object.
   *
   * @param faces the best first
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(List<FacePicture> faces, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("version").value(VERSION).lineFeed();
    json.name("faces").beginArray();
    for (FacePicture face : faces) {
      json.lineFeed().beginObject();
      json.name("track").value(face.track());
      json.name("jpeg").value(face.jpeg());
      json.endObject();
    }
    json.endArray().endObject();
    out.append('\n');
  }
}
