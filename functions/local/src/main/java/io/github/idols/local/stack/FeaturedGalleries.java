package io.github.idols.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Galleries that the page offers to everybody, kept in a file of the state folder. It may be
 * written while a stack runs on the folder.
 */
public final class FeaturedGalleries {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What older ones lack was not needed to look at a gallery: those are of no use any more. */
  private static final List<String> FIELDS = List.of("name", "id", "secret", "share");

  private final Path file;

  /** Reads nothing yet. */
  public FeaturedGalleries(Path stateFolder) {
    this.file = stateFolder.resolve("featured.json");
  }

  /**
   * A gallery of the API.
   *
   * @param secret of whoever made it; the page is not told it
   * @param share the end of its share link, by which the page offers it
   */
  public record Entry(String name, String id, String secret, String share) {}

  /** All of them, in the order in which they were added. */
  public List<Entry> all() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      for (JsonNode entry : JSON.readTree(file.toFile()).path("galleries")) {
        if (FIELDS.stream().allMatch(entry::has)) {
          entries.add(
              new Entry(
                  entry.path("name").asText(),
                  entry.path("id").asText(),
                  entry.path("secret").asText(),
                  entry.path("share").asText()));
        }
      }
    }
    return entries;
  }

  /** Adds one; another of the same name gives way to it. */
  public void add(Entry gallery) throws IOException {
    List<Entry> entries = new ArrayList<>(all());
    entries.removeIf(entry -> entry.name().equals(gallery.name()));
    entries.add(gallery);
    ObjectNode text = JSON.createObjectNode();
    ArrayNode galleries = text.putArray("galleries");
    for (Entry entry : entries) {
      galleries
          .addObject()
          .put("name", entry.name())
          .put("id", entry.id())
          .put("secret", entry.secret())
          .put("share", entry.share());
    }
    Path written = file.resolveSibling(file.getFileName() + ".new");
    Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(text));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What the page's {@code /config.json} says. */
  byte[] config() {
    try {
      ObjectNode config = JSON.createObjectNode();
      config.put("api", "/api");
      ArrayNode galleries = config.putArray("galleries");
      all()
          .forEach(
              entry -> galleries.addObject().put("share", entry.share()).put("name", entry.name()));
      return JSON.writeValueAsBytes(config);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
