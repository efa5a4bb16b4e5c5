package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What docs/openapi.yaml says. */
final class Contract {
  private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "delete");

  /** Said once, for all addresses, in the description. */
  private static final Set<Integer> OF_ALL = Set.of(405, 500);

  private final JsonNode document;

  Contract() {
    try (InputStream yaml =
        Objects.requireNonNull(Contract.class.getResourceAsStream("/openapi.yaml"))) {
      document = new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A method and the template of a path, as in {@code GET /jobs/{job}}. */
  record Operation(String method, String template) {}

  /** All that it describes. */
  Set<Operation> operations() {
    Set<Operation> operations = new HashSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> {
                          if (METHODS.contains(name)) {
                            operations.add(
                                new Operation(name.toUpperCase(Locale.ROOT), path.getKey()));
                          }
                        }));
    return operations;
  }

  /** The operation that a request calls, if there is one. */
  Optional<Operation> operation(String method, String path) {
    return operations().stream()
        .filter(each -> each.method().equals(method))
        .filter(each -> path.matches(each.template().replaceAll("\\{\\w+}", "[^/]+")))
        .findFirst();
  }

  /** Holds a request's body to what is described. */
  void checkRequest(Operation operation, Optional<JsonNode> body) {
    JsonNode described = node(operation).path("requestBody");
    assertEquals(described.path("required").asBoolean(), body.isPresent(), operation + " body");
    body.ifPresent(json -> check(schema(described), json, "request of " + operation));
  }

  /** Holds an answer to what is described: its status, and each of its fields. */
  void checkAnswer(Optional<Operation> operation, int status, JsonNode body) {
    if (operation.isEmpty() || OF_ALL.contains(status)) {
      check(ref("#/components/schemas/Error"), body, "answer");
      return;
    }
    JsonNode described = node(operation.get()).get("responses").path(String.valueOf(status));
    assertFalse(described.isMissingNode(), operation.get() + " answers " + status);
    JsonNode resolved = described.has("$ref") ? resolve(described.get("$ref").asText()) : described;
    if (resolved.has("content")) {
      JsonNode schema = schema(resolved);
      check(schema, body, operation.get() + " " + status);
      Set<String> known = new HashSet<>();
      names(schema, known);
      noneBut(known, body, operation.get() + " " + status);
    } else {
      assertTrue(body.isMissingNode(), operation.get() + " " + status + " has no body");
    }
  }

  private JsonNode node(Operation operation) {
    return document
        .get("paths")
        .get(operation.template())
        .get(operation.method().toLowerCase(Locale.ROOT));
  }

  /** Of the one type that it has. */
  private static JsonNode schema(JsonNode content) {
    return content.get("content").elements().next().get("schema");
  }

  private static ObjectNode ref(String to) {
    return new YAMLMapper().createObjectNode().put("$ref", to);
  }

  private JsonNode resolve(String ref) {
    return document.at(ref.substring(1));
  }

  private void check(JsonNode schema, JsonNode json, String what) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    Set<ValidationMessage> faults =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(whole)
            .validate(
                json, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    assertEquals(Set.of(), faults, what + ": " + json);
  }

  /** All fields that a schema names. */
  private void names(JsonNode schema, Set<String> names) {
    if (schema.has("$ref")) {
      names(resolve(schema.get("$ref").asText()), names);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              names.add(property.getKey());
              names(property.getValue(), names);
            });
    if (schema.has("items")) {
      names(schema.get("items"), names);
    }
    for (JsonNode part : schema.path("allOf")) {
      names(part, names);
    }
  }

  /** A schema allows fields that it does not name; an answer has none. */
  private static void noneBut(Set<String> known, JsonNode json, String what) {
    List<String> unknown = new ArrayList<>();
    json.properties()
        .forEach(
            field -> {
              if (!known.contains(field.getKey())) {
                unknown.add(field.getKey());
              }
              if (!field.getKey().equals("headers")) {
                noneBut(known, field.getValue(), what);
              }
            });
    assertEquals(List.of(), unknown, what);
    if (json.isArray()) {
      json.forEach(element -> noneBut(known, element, what));
    }
  }
}
