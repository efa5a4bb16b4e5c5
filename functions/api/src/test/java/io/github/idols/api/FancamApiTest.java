package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.Outline;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.job.fancam.InMemoryFancamTasks.Task;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FancamApiTest {
  private static final FancamId LISA = FancamId.of("Lisa", 0);

  private final Client client = new Client();
  private Answer job;
  private JobId id;

  @BeforeEach
  void finishAJob() {
    Client.Made gallery = client.usableGallery("BLACKPINK", "Lisa");
    job = client.job(gallery);
    id = new JobId(job.text("id"));
    client.jobs.planned(
        id,
        new Outline(
            new VideoInfo(
                1920, 1080, 0, new Rational(1, 10), new Rational(10, 1), 3, 30, "h264", false),
            List.of(1.5, 3.0)));
    client.jobs.named(id, 1);
    client.jobs.joined(id, List.of());
  }

  private Answer ask(String body) {
    return client.send(
        "POST", "/jobs/" + id + "/fancams", Optional.of(job.text("secret")), Optional.of(body));
  }

  private Answer delete(Optional<String> secret) {
    return client.send("DELETE", "/jobs/" + id + "/fancams/" + LISA, secret, Optional.empty());
  }

  private JsonNode shared() {
    return client.get("/shares/" + job.text("share")).json().get("fancams");
  }

  @Test
  void aFancamThatIsAskedForIsShownToWhoeverHasTheLink() {
    assertEquals("[]", shared().toString());
    Answer asked = ask("{\"person\":\"Lisa\"}");
    assertEquals(200, asked.status(), asked.toString());
    assertEquals(LISA.value(), asked.text("id"));
    assertEquals(List.of(new Task(id, LISA, OptionalInt.empty())), client.fancamTasks.take());

    client.fancams.cut(id, LISA, 1);
    JsonNode working = shared().get(0);
    assertEquals("working", working.path("state").asText());
    assertEquals(1, working.path("done").asInt());
    assertEquals(2, working.path("chunks").asInt());
    assertTrue(working.path("current").asBoolean());
    assertTrue(working.path("video").isMissingNode());

    client.fancams.joined(id, LISA, List.of());
    JsonNode done = shared().get(0);
    assertEquals("done", done.path("state").asText());
    assertEquals("memory:/" + LISA + "/mv-Lisa.mp4", done.path("video").asText());
  }

  @Test
  void aCorrectionMakesItOneOfOlderNames() {
    ask("{\"person\":\"Lisa\"}");
    client.fancams.joined(id, LISA, List.of());
    client.send(
        "POST",
        "/jobs/" + id + "/corrections",
        Optional.of(job.text("secret")),
        Optional.of("{\"tracks\":[4],\"name\":\"Lisa\",\"is\":true}"));
    assertTrue(shared().get(0).path("current").asBoolean(), "the labels are of before, too");
    assertEquals(409, ask("{\"person\":\"Lisa\"}").status());
    client.jobs.corrected(id, 1, 2);
    assertFalse(shared().get(0).path("current").asBoolean());
  }

  @Test
  void whoeverHasTheLinkAloneAsksForNothingAndDeletesNothing() {
    ask("{\"person\":\"Lisa\"}");
    for (Optional<String> secret :
        List.of(Optional.<String>empty(), Optional.of(Client.NOBODYS_SECRET))) {
      assertEquals(404, delete(secret).status());
      assertEquals(
          404,
          client
              .send(
                  "POST",
                  "/jobs/" + id + "/fancams",
                  secret,
                  Optional.of("{\"person\":\"Jennie\"}"))
              .status());
    }
    assertEquals(1, shared().size());
    assertEquals(204, delete(Optional.of(job.text("secret"))).status());
    assertEquals(404, delete(Optional.of(job.text("secret"))).status());
    assertEquals("[]", shared().toString());
  }

  @Test
  void badRequestsAreToldWhatIsWrong() {
    for (String bad : List.of("{}", "{\"person\":3}", "{\"person\":\" \"}")) {
      assertEquals(400, ask(bad).status(), bad);
    }
    assertEquals(
        404,
        client
            .send(
                "DELETE",
                "/jobs/" + id + "/fancams/x",
                Optional.of(job.text("secret")),
                Optional.empty())
            .status());
  }
}
