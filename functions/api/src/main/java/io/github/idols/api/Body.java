package io.github.idols.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of a request, not looked at yet.
 *
 * @param type its media type; some clients send none
 * @param text as the event carries it
 * @param isBase64 whether {@code text} is base64 of the body's bytes
 */
record Body(Optional<String> type, String text, boolean isBase64) {
  /** Most bytes; 30 announced pictures with the longest names of Hangul need 35 KB. */
  static final int LARGEST = 128 << 10;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * The JSON object that the body is.
   *
   * @throws DeclinedException when it is none
   */
  Fields json() throws DeclinedException {
    if (!type.map(Body::isJson).orElse(true)) {
      throw new DeclinedException(
          Why.UNSUPPORTED, "The body must be JSON, of the type application/json.");
    }
    try {
      JsonNode json = JSON.readValue(bytes());
      if (json.isObject()) {
        return new Fields(json, "");
      }
    } catch (JsonProcessingException e) {
      // Said below: the parser's words are for programmers, and repeat what was sent.
    } catch (IOException e) {
      throw new IllegalStateException("read from memory", e);
    }
    throw new DeclinedException(Why.INVALID, "The body is not a JSON object.");
  }

  private static boolean isJson(String type) {
    return type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip().equals("application/json");
  }

  private byte[] bytes() throws DeclinedException {
    byte[] bytes;
    try {
      bytes = isBase64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new DeclinedException(Why.INVALID, "The body is not base64.");
    }
    if (bytes.length > LARGEST) {
      throw new DeclinedException(
          Why.TOO_LARGE, "The body is larger than " + LARGEST / 1024 + " KB: send less at once.");
    }
    return bytes;
  }
}
