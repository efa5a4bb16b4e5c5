package io.github.idols.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.idols.core.binary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the networks and the font are those that {@code models.json} names. */
public final class ModelsCheck implements Check {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "models";
  private static final String LIST = "models/models.json";
  private static final String ADVICE =
      "Build them anew: mvn clean, then ./idols again; it fetches what is missing or damaged.";

  private final ClassLoader loader;

  /**
   * @param loader whose class path has them
   */
  public ModelsCheck(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public List<Finding> look() {
    try {
      return verify();
    } catch (IOException e) {
      return List.of(new Finding.Wrong(TOPIC, LIST + " cannot be read", ADVICE));
    }
  }

  private List<Finding> verify() throws IOException {
    List<Finding> wrong = new ArrayList<>();
    int right = 0;
    try (InputStream list = loader.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IOException(LIST + " is not there");
      }
      for (JsonNode pack : JSON.readTree(list).path("packages")) {
        for (JsonNode file : pack.path("files")) {
          // The demo's media are not part of what is deployed.
          if (file.path("set").asText().equals("serving")) {
            String name = file.path("as").asText();
            Optional<String> sum = sha256(name);
            if (sum.isEmpty()) {
              wrong.add(new Finding.Wrong(TOPIC, name + " is missing", ADVICE));
            } else if (!sum.get().equals(file.path("sha256").asText())) {
              wrong.add(new Finding.Wrong(TOPIC, name + " has another checksum", ADVICE));
            } else {
              right++;
            }
          }
        }
      }
    }
    return wrong.isEmpty()
        ? List.of(new Finding.Good(TOPIC, right + " files with the right checksums"))
        : wrong;
  }

  private Optional<String> sha256(String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(Sha256.hex(ByteBuffer.wrap(in.readAllBytes())));
    }
  }
}
