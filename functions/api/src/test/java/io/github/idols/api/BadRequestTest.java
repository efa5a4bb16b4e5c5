package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.core.access.SecretHash;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.job.Jobs;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the page never sends. */
class BadRequestTest {
  private final Client client = new Client();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name=TWICE",
        "{",
        "[]",
        "\"TWICE\"",
        "null",
        "{\"name\":\"A\"} {}",
        "{\"name"
      })
  void aBodyThatIsNoJsonObjectIsDeclined(String body) {
    Answer answer = post(body);
    assertEquals("bad_request: The body is not a JSON object.", answer.error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":null}",
        "{\"name\":7}",
        "{\"name\":\"\"}",
        "{\"name\":\"  \"}",
        "{\"name\":\"a\\u0000b\"}",
        "{\"name\":[\"TWICE\"]}"
      })
  void aNameThatIsNoneIsDeclinedWithASentence(String body) {
    Answer answer = post(body);
    assertEquals(400, answer.status());
    assertTrue(answer.message().matches("[^\\n]{10,}[.]"), answer.message());
  }

  @Test
  void aLongNameIsDeclinedAndOneThatJustFitsTaken() {
    assertEquals(201, post("{\"name\":\"" + "미".repeat(80) + "\"}").status());
    assertEquals(400, post("{\"name\":\"" + "미".repeat(81) + "\"}").status());
  }

  @Test
  void fieldsThatNobodyAskedForAreIgnored() {
    assertEquals(201, post("{\"name\":\"TWICE\",\"colour\":\"apricot\"}").status());
  }

  @Test
  void aBodyMayComeAsBase64() {
    ObjectNode event = Client.event("api-create-gallery.json");
    event.put("body", base64("{\"name\":\"TWICE\"}")).put("isBase64Encoded", true);
    assertEquals(201, client.send(event).status());
    event.put("body", "%%%");
    assertEquals("The body is not base64.", client.send(event).message());
  }

  @Test
  void aBodyOfAnotherTypeIsDeclined() {
    ObjectNode event = Client.event("api-create-gallery.json");
    event.withObject("/headers").put("content-type", "text/plain");
    assertEquals(415, client.send(event).status());
    event.withObject("/headers").put("content-type", "application/json; charset=utf-8");
    assertEquals(201, client.send(event).status());
  }

  @Test
  void aHugeBodyIsDeclined() {
    assertEquals(413, post("{\"name\":\"" + "a".repeat(200_000) + "\"}").status());
  }

  @Test
  void addressesThatDoNotExistAreNotFound() {
    for (String path : List.of("", "/", "/nothing", "/galleries/", "/galleries/x/people/y/z")) {
      assertEquals(404, client.get(path).status(), path);
    }
    ObjectNode outside = Client.event("api-get-gallery.json").put("rawPath", "/elsewhere");
    assertEquals(404, client.send(outside).status());
    ObjectNode both =
        Client.event("api-get-gallery.json").put("rawPath", "/api/v/" + "A".repeat(22));
    assertEquals(404, client.send(both).status());
  }

  @Test
  void idsThatAreNoneAreNotFoundEvenWithASecret() {
    for (String id : List.of("short", "..%2F..", "A".repeat(23), "ä".repeat(22))) {
      assertEquals(404, client.get("/galleries/" + id).status(), id);
      assertEquals(404, client.get("/shares/" + id).status(), id);
      Optional<String> secret = Optional.of(Client.NOBODYS_SECRET);
      assertEquals(404, client.send("GET", "/jobs/" + id, secret, Optional.empty()).status(), id);
    }
  }

  @Test
  void aMethodThatAnAddressDoesNotTakeIsDeclinedWithThoseItDoes() {
    Answer answer = client.send("PATCH", "/galleries/x", Optional.empty(), Optional.empty());
    assertEquals(405, answer.status());
    assertEquals("GET, PUT, DELETE", answer.headers().get("allow"));
  }

  @Test
  void answersAreForOneClientAndNothingToShow() {
    Answer answer = client.get("/galleries/x");
    assertEquals("no-store", answer.headers().get("cache-control"));
    assertEquals("nosniff", answer.headers().get("x-content-type-options"));
    assertEquals("application/json", answer.headers().get("content-type"));
  }

  @Test
  void whatBreaksInsideIsLoggedAndNotTold() {
    Jobs broken =
        (Jobs)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Jobs.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("table jobs-4711 is not there");
                });
    ApiPorts ports = client.ports;
    ApiHandler handler =
        new ApiHandler(
            new ApiPorts(
                ports.galleries(),
                ports.pictures(),
                broken,
                ports.files(),
                ports.uploads(),
                ports.tasks(),
                ports.links(),
                ports.fancams(),
                ports.fancamLinks(),
                ports.page(),
                ports.clock()));
    String share = "A".repeat(22);
    ObjectNode event = Client.event("api-get-share.json").put("rawPath", "/api/shares/" + share);

    Answer answer = client.send(handler, event);

    assertEquals(500, answer.status());
    assertFalse(answer.json().toString().contains("4711"), answer.toString());
    assertTrue(client.call.log().contains("4711"), client.call.log());
    assertFalse(client.call.log().contains(share), "ids must not get into logs");
  }

  @Test
  void aSecretIsNoSecretInAnotherForm() {
    String id = "gallerygallerygallery1";
    client.galleries.create(new GalleryId(id), "TWICE", new SecretHash("0".repeat(64)));
    ObjectNode event =
        Client.event("api-delete-gallery.json").put("rawPath", "/api/galleries/" + id);
    for (String header :
        List.of("", "Bearer", "Bearer ", "Basic " + base64("a:b"), "0".repeat(64))) {
      event.withObject("/headers").put("authorization", header);
      assertEquals(404, client.send(event).status(), header);
    }
    assertEquals(200, client.get("/galleries/" + id).status());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Answer post(String body) {
    return client.send("POST", "/galleries", Optional.empty(), Optional.of(body));
  }
}
