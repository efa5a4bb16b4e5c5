package io.github.idols.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A gallery as the API tells it. */
public record GalleryStatus(String name, List<Picture> pictures) {
  public GalleryStatus {
    pictures = List.copyOf(pictures);
  }

  /**
   * A picture.
   *
   * @param state {@code waiting}, {@code taken} or {@code refused}
   * @param reason why it was refused; empty otherwise
   */
  public record Picture(String person, String file, String state, String reason) {}

  /** How many pictures are in a state. */
  public long count(String state) {
    return pictures.stream().filter(picture -> picture.state().equals(state)).count();
  }

  static GalleryStatus of(JsonNode gallery) {
    List<Picture> pictures = new ArrayList<>();
    for (JsonNode person : gallery.path("people")) {
      for (JsonNode picture : person.path("pictures")) {
        pictures.add(
            new Picture(
                person.path("name").asText(),
                picture.path("file").asText(),
                picture.path("state").asText(),
                picture.path("reason").asText("")));
      }
    }
    return new GalleryStatus(gallery.path("name").asText(), pictures);
  }
}
