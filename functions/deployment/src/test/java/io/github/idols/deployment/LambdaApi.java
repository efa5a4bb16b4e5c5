package io.github.idols.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The few calls of Lambda's API that an operator needs here; the SDK's client is not a dependency.
 */
final class LambdaApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "/2015-03-31/functions/";

  /** As SAM calls it in template.yaml. */
  private static final String ALIAS = "live";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  LambdaApi(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** The name of a function of the template. */
  String function(String logicalId) throws IOException, InterruptedException {
    for (JsonNode function : call("GET", "", null).path("Functions")) {
      String name = function.path("FunctionName").asText();
      if (name.contains("-" + logicalId + "-")) {
        return name;
      }
    }
    throw new AssertionError("no function " + logicalId);
  }

  /** What the template says to a function. */
  Map<String, String> environment(String function) throws IOException, InterruptedException {
    Map<String, String> variables = new TreeMap<>();
    call("GET", function + "/configuration", null)
        .path("Environment")
        .path("Variables")
        .properties()
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
    return variables;
  }

  /** Says something else to a function, and has events go to what comes of it. */
  void release(String function, Map<String, String> environment)
      throws IOException, InterruptedException {
    ObjectNode change = JSON.createObjectNode();
    ObjectNode variables = change.putObject("Environment").putObject("Variables");
    environment.forEach(variables::put);
    call("PUT", function + "/configuration", change);
    String version =
        call("POST", function + "/versions", JSON.createObjectNode()).path("Version").asText();
    call(
        "PUT",
        function + "/aliases/" + ALIAS,
        JSON.createObjectNode().put("FunctionVersion", version));
  }

  private JsonNode call(String method, String path, @Nullable ObjectNode body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(VERSION + path))
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .header("Content-Type", "application/json")
            // Who calls, and which service is meant; an emulator checks no signature.
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261124/us-east-1/lambda/aws4_request,"
                    + " SignedHeaders=host, Signature=none")
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(method + " " + path + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
