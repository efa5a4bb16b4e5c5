package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.api.Client.Made;
import io.github.idols.core.cost.Processor;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.job.Fan;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.NewJob;
import io.github.idols.core.job.Outline;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import io.github.idols.core.video.VideoLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobApiTest {
  private static final long TWO_PARTS = (16 << 20) + 1;

  private static final Outline PLAN =
      new Outline(
          new VideoInfo(
              1920, 1080, 0, new Rational(1, 10), new Rational(10, 1), 3, 30, "h264", false),
          List.of(2.0, 3.0));

  private final Client client = new Client();
  private Made gallery;

  @BeforeEach
  void makeGallery() {
    gallery = client.gallery("TWICE");
    client.galleries.decide(
        client.picture(gallery, client.person(gallery, "Mina"), "1.jpg"),
        new PictureState.Taken(Embedding.of(1, 0), Optional.empty(), 48, 0.99, Optional.empty()));
  }

  @Test
  void takesAVideoInPartsAndBeginsWhenAllAreThere() {
    Answer job = start(TWO_PARTS);
    assertEquals(201, job.status());
    assertEquals(2, job.json().get("parts").asInt());

    Answer parts = send("POST", job, "/parts", "{\"numbers\":[2,1]}");
    assertEquals(List.of("2", "1"), parts.json().get("parts").findValuesAsText("number"));
    assertEquals(1, parts.json().at("/parts/0/size").asInt());

    String upload = stored(job).upload();
    client.uploads.put(upload, 1);
    Answer early = complete(job);
    assertEquals(409, early.status(), early.toString());

    client.uploads.put(upload, 2);
    assertEquals(204, complete(job).status());
    assertEquals(204, complete(job).status());
  }

  @Test
  void tellsAPageThatWasClosedWhichPartsAreThere() {
    Answer job = start(TWO_PARTS);
    Answer nothing = send("GET", job, "/parts", "");
    assertEquals(2, nothing.json().get("parts").asInt());
    assertEquals(16 << 20, nothing.json().get("partSize").asInt());
    assertEquals(0, nothing.json().get("numbers").size());

    client.uploads.put(stored(job).upload(), 2);
    assertEquals("[2]", send("GET", job, "/parts", "").json().get("numbers").toString());

    // Whoever did not hear that it was completed finds it so.
    client.jobs.planned(new JobId(job.text("id")), PLAN);
    assertEquals("[1,2]", send("GET", job, "/parts", "").json().get("numbers").toString());
  }

  @Test
  void saysThatAnUploadRanOut() {
    Answer job = start(TWO_PARTS);
    client.uploads.forget(stored(job).upload());
    Answer answer = send("GET", job, "/parts", "");
    assertEquals(409, answer.status());
    assertTrue(answer.message().contains("7 days"), answer.message());
  }

  @Test
  void tellsBeforeTheUploadWhatTheGateLetsThrough() {
    JsonNode limits = client.get("/limits").json();
    VideoLimits gate = VideoLimits.defaults();
    assertEquals(gate.maxBytes(), limits.get("bytes").asLong());
    assertEquals(gate.maxDuration().toSeconds(), limits.get("seconds").asLong());
    assertEquals(gate.maxPixels(), limits.get("pixels").asLong());
    assertEquals(gate.kinds().size(), limits.get("kinds").size());
    // What it tells is what an announcement is held to.
    assertEquals(201, start(limits.get("bytes").asLong()).status());
    assertEquals(413, start(limits.get("bytes").asLong() + 1).status());
  }

  @Test
  void tellsHowFarItIsToWhoeverHasTheLink() {
    Answer job = start(100);
    JobId id = new JobId(job.text("id"));
    assertEquals("uploading", share(job).get("state").asText());
    assertEquals("BLACK SWAN.mp4", share(job).get("title").asText());

    client.jobs.planned(id, PLAN);
    client.jobs.finished(id, Fan.RECOGNIZE, 1);
    JsonNode recognizing = share(job);
    assertEquals("recognizing", recognizing.get("state").asText());
    assertFalse(recognizing.at("/chunks/0/recognized").asBoolean());
    assertTrue(recognizing.at("/chunks/1/labels").isTextual());
    assertTrue(recognizing.at("/links/labels").isMissingNode());

    client.jobs.finished(id, Fan.RECOGNIZE, 0);
    client.jobs.named(id, 7);
    JsonNode rendering = share(job);
    assertEquals("rendering", rendering.get("state").asText());
    assertEquals(7, rendering.at("/gallery/version").asInt());
    assertTrue(rendering.at("/links/labels").isTextual());
    assertTrue(rendering.at("/links/beside").isTextual());
    assertEquals(
        "{\"used\":\"centroid\",\"beside\":\"classifier\"}",
        rendering.get("recognisers").toString());
    assertTrue(rendering.at("/links/annotated").isMissingNode());
    assertTrue(rendering.at("/links/faces").isMissingNode());

    client.jobs.joined(id, List.of("The sound could not be kept."));
    JsonNode done = share(job);
    assertEquals("done", done.get("state").asText());
    assertTrue(done.at("/links/annotated").isTextual());
    assertTrue(done.at("/links/faces").isTextual());
    assertEquals("The sound could not be kept.", done.at("/notes/0").asText());
    assertFalse(done.toString().contains(job.text("secret")));
  }

  @Test
  void tellsWhatItCostSoFarInCents() {
    Answer job = start(100);
    JobId id = new JobId(job.text("id"));
    client.jobs.planned(id, PLAN);
    assertTrue(share(job).at("/cost").isMissingNode());

    client.jobs.ran(id, Step.RECOGNIZE, Runs.one(1024, 600_000));
    JsonNode cost = share(job).at("/cost");
    // 600 GB-seconds at 0.0000166667 dollars, or a fifth less on arm64.
    boolean arm = Processor.ofThisMachine() == Processor.ARM64;
    assertEquals(arm ? 0.8 : 1.0, cost.get("computing").asDouble(), 1e-3);
    assertEquals(
        cost.get("total").asDouble(),
        cost.get("computing").asDouble()
            + cost.get("requests").asDouble()
            + cost.get("storage").asDouble(),
        2e-3);
    assertTrue(cost.get("prices").asText().matches("20\\d\\d-\\d\\d-\\d\\d"), cost.toString());
  }

  @Test
  void tellsWhyAVideoWasRefused() {
    Answer job = start(100);
    client.jobs.refuse(new JobId(job.text("id")), "This is not a video.");
    assertEquals("refused", share(job).get("state").asText());
    assertEquals("This is not a video.", share(job).get("reason").asText());
  }

  @Test
  void whatIsDeletedIsGoneForItsLinkToo() {
    Answer job = start(100);
    assertEquals(204, send("DELETE", job, "", "").status());
    assertEquals(404, client.get("/shares/" + job.text("share")).status());
    assertEquals(404, send("GET", job, "", "").status());
    assertEquals(
        client.get("/shares/" + "A".repeat(22)).error(),
        client.get("/shares/" + job.text("share")).error());
  }

  @Test
  void aLinkOnlyReads() {
    Answer job = start(100);
    String link = "/shares/" + job.text("share");
    Optional<String> secret = Optional.of(job.text("secret"));
    Answer deletion = client.send("DELETE", link, secret, Optional.empty());
    assertEquals(405, deletion.status());
    assertEquals("GET", deletion.headers().get("allow"));
    // A link does not tell the id that changes go to.
    assertFalse(share(job).toString().contains("\"id\""));
  }

  @Test
  void withoutItsSecretAJobLooksAsIfItWereNotThere() {
    Answer job = start(100);
    Answer other = start(100);
    String path = "/jobs/" + job.text("id");
    for (Optional<String> secret :
        List.of(
            Optional.<String>empty(),
            Optional.of(Client.NOBODYS_SECRET),
            Optional.of(other.text("secret")))) {
      for (Answer answer :
          List.of(
              client.send("GET", path, secret, Optional.empty()),
              client.send("DELETE", path, secret, Optional.empty()),
              client.send("GET", path + "/parts", secret, Optional.empty()),
              client.send("POST", path + "/parts", secret, Optional.of("{\"numbers\":[1]}")),
              client.send("POST", path + "/complete", secret, Optional.empty()))) {
        assertEquals(404, answer.status(), answer.toString());
      }
    }
    assertEquals(200, client.get("/shares/" + job.text("share")).status());
  }

  @Test
  void doesNotBeginWhatCannotEndWell() {
    assertEquals(404, post("a.mp4", 100, new Made("A".repeat(22), gallery.secret())).status());
    assertEquals(409, post("a.mp4", 100, client.gallery("empty")).status());
    Answer large = post("a.mp4", 5368709121L, gallery);
    assertEquals(413, large.status());
    assertTrue(large.message().contains("5 GB"), large.message());
    assertEquals(400, post("a.mp4", 0, gallery).status());
    assertEquals(400, post("", 100, gallery).status());
    assertEquals(400, post("a.mp4", 100, new Made("../../etc", gallery.secret())).status());
    Answer matcher = postWith("best");
    assertEquals("bad_request: matcher must be centroid, nearest or classifier.", matcher.error());
  }

  @Test
  void everyRuleCanBeAskedFor() {
    for (MatcherKind kind : MatcherKind.values()) {
      Answer job = postWith(kind.word());
      assertEquals(201, job.status(), job.toString());
      assertEquals(kind, stored(job).matcher());
    }
  }

  @Test
  void partsThatTheVideoDoesNotHaveAreDeclined() {
    Answer job = start(TWO_PARTS);
    for (String numbers : List.of("[0]", "[3]", "[]", "[\"1\"]", "[1.5]", "[99999999999]", "1")) {
      Answer answer = send("POST", job, "/parts", "{\"numbers\":" + numbers + "}");
      assertEquals(400, answer.status(), numbers + " " + answer);
    }
  }

  @Test
  void aRenewedLinkAndAnExpiredOneLookAsIfTheyHadNeverBeen() {
    String unknown = client.get("/shares/" + "A".repeat(22)).text("error");
    Answer job = start(3);
    String old = job.text("share");
    String renewal = "/jobs/" + job.text("id") + "/share";
    for (Optional<String> secret :
        List.of(Optional.<String>empty(), Optional.of(Client.NOBODYS_SECRET))) {
      assertEquals(404, client.send("POST", renewal, secret, Optional.empty()).status());
    }
    Answer link = send("POST", job, "/share", "");
    assertEquals(200, link.status(), link.toString());
    assertEquals(200, client.get("/shares/" + link.text("share")).status());
    assertEquals(404, client.get("/shares/" + old).status());
    assertEquals(unknown, client.get("/shares/" + old).text("error"));

    Job made = stored(job);
    ShareId late = new ShareId("B".repeat(22));
    client.jobs.create(
        new NewJob(
            new JobId("C".repeat(22)),
            late,
            made.secret(),
            made.file(),
            made.upload(),
            made.gallery(),
            made.galleryName(),
            made.matcher(),
            made.created().minus(Job.KEPT)));
    assertEquals(404, client.get("/shares/" + late).status());
    assertEquals(unknown, client.get("/shares/" + late).text("error"));
  }

  private Answer start(long size) {
    return post("BLACK SWAN.mp4", size, gallery);
  }

  private Answer postWith(String matcher) {
    return client.send(
        "POST",
        "/jobs",
        Optional.of(gallery.secret()),
        Optional.of(
            "{\"file\":\"a.mp4\",\"type\":\"\",\"size\":9,\"matcher\":\"%s\",\"gallery\":\"%s\"}"
                .formatted(matcher, gallery.id())));
  }

  private Answer post(String file, long size, Made gallery) {
    return client.send(
        "POST",
        "/jobs",
        Optional.of(gallery.secret()),
        Optional.of(
            "{\"file\":\"%s\",\"type\":\"video/mp4\",\"size\":%d,\"gallery\":\"%s\"}"
                .formatted(file, size, gallery.id())));
  }

  private Answer complete(Answer job) {
    return send("POST", job, "/complete", "");
  }

  private Answer send(String method, Answer job, String path, String body) {
    return client.send(
        method,
        "/jobs/" + job.text("id") + path,
        Optional.of(job.text("secret")),
        Optional.of(body).filter(text -> !text.isEmpty()));
  }

  private JsonNode share(Answer job) {
    return client.get("/shares/" + job.text("share")).json();
  }

  private Job stored(Answer job) {
    return client.jobs.find(new JobId(job.text("id"))).orElseThrow();
  }
}
