package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.idols.api.Contract.Operation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/openapi.yaml, the routes and the samples in events/ tell of the same API. */
class ContractTest {
  private final Client client = new Client();

  @Test
  void eachRouteIsDescribedAndEachDescriptionHasARoute() {
    Set<Operation> routes =
        client.ports.routes().stream()
            .map(route -> new Operation(route.method(), route.template()))
            .collect(Collectors.toSet());
    assertEquals(client.contract.operations(), routes);
  }

  @Test
  void eachOperationHasASampleThatItsDescriptionAllows() throws Exception {
    Set<Operation> sampled = new HashSet<>();
    for (String file : samples()) {
      ObjectNode event = Client.event(file);
      Operation operation = operation(event);
      client.contract.checkRequest(operation, body(event));
      assertTrue(sampled.add(operation), file + " repeats " + operation);
      // Nothing of what samples name exists, but they are understood; limits are always there.
      int status = client.send(event).status();
      assertTrue(Set.of(200, 201, 404).contains(status), file + ": " + status);
    }
    assertEquals(client.contract.operations(), sampled);
  }

  private Operation operation(ObjectNode event) {
    String path = event.get("rawPath").asText().replaceFirst("^" + HttpEvents.BASE + "/", "/");
    String method = event.at("/requestContext/http/method").asText();
    return client.contract.operation(method, path).orElseThrow();
  }

  private static Optional<JsonNode> body(ObjectNode event) throws IOException {
    return event.has("body")
        ? Optional.of(Client.JSON.readTree(event.get("body").asText()))
        : Optional.empty();
  }

  private static List<String> samples() throws IOException, URISyntaxException {
    Path one =
        Path.of(
            Objects.requireNonNull(ContractTest.class.getResource("/api-get-job.json")).toURI());
    try (Stream<Path> files = Files.list(Objects.requireNonNull(one.getParent()))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("api-"))
          .sorted()
          .toList();
    }
  }
}
