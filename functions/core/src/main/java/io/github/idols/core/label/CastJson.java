package io.github.idols.core.label;

import io.github.idols.core.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** Writes who is in a video as {@code cast.json}; docs/labels.md describes every field. */
public final class CastJson {
  private static final int VERSION = 1;

  private CastJson() {}

  /**
   * Writes one JSON object.
   *
   * @param cast the longest on screen first
   * @throws IOException when {@code out} cannot be written
   */
  public static void write(List<CastMember> cast, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("version").value(VERSION).lineFeed();
    json.name("cast").beginArray();
    for (CastMember person : cast) {
      json.lineFeed().beginObject();
      json.name("name").value(person.name());
      json.name("seconds").value(person.seconds(), 3);
      json.endObject();
    }
    json.endArray().endObject();
    out.append('\n');
  }
}
