package io.github.idols.local.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Whether the API answers behind the page, and to its page only. It is asked for a video that
 * nobody has: the right answer comes from the function, after a look into the table.
 */
public final class ApiCheck implements Check {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "API";
  private final Web web;
  private final URI page;
  private final String share;

  /**
   * @param page its address, without a path
   * @param share the id of a share link that nobody has
   */
  public ApiCheck(Web web, URI page, String share) {
    this.web = web;
    this.page = page;
    this.share = share;
  }

  @Override
  public List<Finding> look() {
    try {
      Web.Answer config = web.get(page.resolve("/config.json"), Map.of());
      JsonNode api = json(config).path("api");
      if (config.status() != 200 || !api.isTextual()) {
        return List.of(
            new Finding.Wrong(
                "settings",
                "/config.json does not say where the API is (status " + config.status() + ")",
                "The server of the page makes it: SiteRoutes in template.yaml, or ./idols serve."));
      }
      URI address = page.resolve(api.asText() + "/shares/" + share);
      Web.Answer answer = web.get(address, Map.of("Origin", Web.STRANGER));
      return List.of(
          new Finding.Good("settings", "the API is at " + api.asText()),
          answers(answer),
          strangers(answer));
    } catch (IOException | IllegalArgumentException e) {
      String why = e instanceof IOException io ? Web.why(io) : String.valueOf(e.getMessage());
      return List.of(
          new Finding.Wrong(API, "it cannot be reached: " + why, "Look whether the service runs."));
    }
  }

  private static Finding answers(Web.Answer answer) {
    if (answer.status() == 404
        && json(answer).path("error").path("code").asText().equals("not_found")) {
      return new Finding.Good(API, "it answers");
    }
    String advice =
        switch (answer.status()) {
          case 404, 403 ->
              "The request does not come to the function: look at the routes in template.yaml.";
          case 429 -> "Too many requests at once: try again, or raise the throttling's limits.";
          case 500, 502, 503, 504 ->
              "The function fails: read the log of the function Api (docs/operations.md).";
          default -> "Look at the distribution's behaviour for /api/* in template.yaml.";
        };
    return new Finding.Wrong(
        API, "it answers with status " + answer.status() + ", not as it should", advice);
  }

  private static Finding strangers(Web.Answer answer) {
    String allowed = answer.header("Access-Control-Allow-Origin");
    return allowed.equals("*") || allowed.equals(Web.STRANGER)
        ? new Finding.Wrong(
            "CORS of the API",
            "every page may use it",
            "Page and API share their origin: take CORS away from the API.")
        : new Finding.Good("CORS of the API", "other sites' pages cannot use it");
  }

  private static JsonNode json(Web.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
