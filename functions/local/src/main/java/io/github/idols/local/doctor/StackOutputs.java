package io.github.idols.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outputs of the deployed stack, by their names in template.yaml: what {@code aws
 * cloudformation describe-stacks} or {@code sam list stack-outputs --output json} printed.
 */
public record StackOutputs(Map<String, String> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REGION = Pattern.compile("\\.execute-api\\.([a-z0-9-]+)\\.");

  public StackOutputs {
    values = Map.copyOf(values);
  }

  /**
   * Reads them; empty where the file has none.
   *
   * @throws IOException when it cannot be read, or is no JSON
   */
  public static StackOutputs read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    // Both programs write such pairs, one of them further inside.
    for (JsonNode pair : JSON.readTree(Files.readString(file)).findParents("OutputKey")) {
      values.put(pair.path("OutputKey").asText(), pair.path("OutputValue").asText());
    }
    return new StackOutputs(values);
  }

  /** Where the page is. */
  public Optional<URI> page() {
    return Optional.ofNullable(values.get("Page")).map(URI::create);
  }

  /** Addresses of the queues of what was tried in vain. */
  public List<String> deadLetters() {
    return Optional.ofNullable(values.get("DeadLetters"))
        .map(all -> List.of(all.strip().split("\\s+", -1)))
        .orElse(List.of());
  }

  /** A bucket's address, by the name of its output; nothing where the region is not known. */
  public Optional<URI> bucket(String output) {
    Matcher region = REGION.matcher(values.getOrDefault("Api", ""));
    String name = values.get(output);
    return name != null && region.find()
        ? Optional.of(URI.create("https://" + name + ".s3." + region.group(1) + ".amazonaws.com/"))
        : Optional.empty();
  }
}
