package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.core.job.InMemoryTasks.Task;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.Outline;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionApiTest {
  private static final Outline PLAN =
      new Outline(
          new VideoInfo(
              1920, 1080, 0, new Rational(1, 10), new Rational(10, 1), 3, 30, "h264", false),
          List.of(3.0));
  private static final String LISA = "{\"tracks\":[4,2],\"name\":\"Lisa\",\"is\":true}";

  private final Client client = new Client();
  private Answer job;
  private JobId id;

  @BeforeEach
  void finishAJob() {
    job = client.job(client.usableGallery("BLACKPINK", "Rosé"));
    id = new JobId(job.text("id"));
    client.jobs.planned(id, PLAN);
    client.jobs.named(id, 1);
    client.jobs.joined(id, List.of());
  }

  private Answer send(String method, String path, String body) {
    return client.send(
        method,
        "/jobs/" + id + path,
        Optional.of(job.text("secret")),
        body.isEmpty() ? Optional.empty() : Optional.of(body));
  }

  private JsonNode share() {
    return client.get("/shares/" + job.text("share")).json();
  }

  @Test
  void tellsHowFarTheLabelsFollow() {
    assertTrue(share().at("/corrections").isMissingNode());

    Answer said = send("POST", "/corrections", LISA);
    assertEquals(200, said.status(), said.toString());
    assertEquals(1, said.json().get("version").asInt());
    assertEquals(List.of(new Task.Name(id)), client.tasks.take());
    assertEquals(
        "{\"count\":1,\"version\":1,\"named\":0,\"drawn\":0}",
        share().get("corrections").toString());
    assertEquals(409, send("POST", "/drawing", "").status(), "the labels come first");

    client.jobs.corrected(id, 1, 2);
    assertEquals(1, share().at("/corrections/named").asInt());
    assertEquals(2, send("DELETE", "/corrections/last", "").json().get("version").asInt());
    assertEquals(0, share().at("/corrections/count").asInt());
    assertEquals(409, send("DELETE", "/corrections/last", "").status());
  }

  @Test
  void drawsAnewAndKeepsTheOldVideoUntilThen() {
    send("POST", "/corrections", LISA);
    client.jobs.corrected(id, 1, 2);
    assertEquals(204, send("POST", "/drawing", "").status());
    assertEquals(JobState.RENDERING, client.jobs.find(id).orElseThrow().state());
    assertTrue(share().at("/links/annotated").isTextual());
  }

  @Test
  void badCorrectionsAreToldWhatIsWrong() {
    for (String bad :
        List.of(
            "{}",
            "{\"tracks\":[],\"name\":\"A\",\"is\":true}",
            "{\"tracks\":[-1],\"name\":\"A\",\"is\":true}",
            "{\"tracks\":[1],\"name\":\" \",\"is\":true}",
            "{\"tracks\":[1],\"name\":\"unknown\",\"is\":false}",
            "{\"tracks\":[1],\"name\":\"A\",\"is\":\"yes\"}")) {
      Answer answer = send("POST", "/corrections", bad);
      assertEquals(400, answer.status(), bad);
    }
    assertTrue(share().at("/corrections").isMissingNode());
  }

  @Test
  void whoeverHasTheLinkAloneCorrectsNothing() {
    for (Optional<String> secret :
        List.of(Optional.<String>empty(), Optional.of(Client.NOBODYS_SECRET))) {
      assertEquals(
          404,
          client.send("POST", "/jobs/" + id + "/corrections", secret, Optional.of(LISA)).status());
      assertEquals(
          404,
          client
              .send("DELETE", "/jobs/" + id + "/corrections/last", secret, Optional.empty())
              .status());
      assertEquals(
          404, client.send("POST", "/jobs/" + id + "/drawing", secret, Optional.empty()).status());
    }
    assertEquals(List.of(), client.tasks.take());
  }
}
