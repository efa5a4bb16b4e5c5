package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done with requests of one method to one family of paths.
 *
 * @param template a path as docs/openapi.yaml writes it; an element in braces takes any text
 */
record Route(String method, String template, Action action) {
  /** Carries a request out. */
  @FunctionalInterface
  interface Action {
    Reply answer(Request request) throws DeclinedException;
  }

  /** What the path has for the names in the template, if it is of this family. */
  Optional<Map<String, String>> match(String path) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String element = wanted.get(i);
      if (element.startsWith("{")) {
        ids.put(element.substring(1, element.length() - 1), given.get(i));
      } else if (!element.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(ids);
  }
}
