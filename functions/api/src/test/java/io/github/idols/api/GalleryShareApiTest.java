package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.api.Client.Made;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.GalleryShare;
import io.github.idols.core.gallery.GalleryShareId;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GalleryShareApiTest {
  private static final String NOWHERE = "/gallery-shares/" + "A".repeat(22);

  private final Client client = new Client();
  private Made gallery = new Made("", "");

  @BeforeEach
  void makeGallery() {
    gallery = client.gallery("TWICE");
    String mina = client.person(gallery, "Mina");
    client.galleries.decide(
        client.picture(gallery, mina, "1.jpg"),
        new PictureState.Taken(
            Embedding.of(0.28f, 0.96f), Optional.empty(), 48, 0.99, Optional.empty()));
    client.galleries.decide(
        client.picture(gallery, mina, "2.jpg"), new PictureState.Refused("no face found"));
    client.picture(gallery, mina, "3.jpg");
  }

  @Test
  void showsPeopleAndTakenPicturesToWhoeverHasTheLink() {
    Answer link = share();
    assertEquals(200, link.status());
    // 90 days from the test's clock on.
    assertEquals("2027-02-22T05:00:00Z", link.text("ends"));

    JsonNode shown = look(link).json();

    assertEquals("TWICE", shown.get("name").asText());
    assertEquals(link.text("ends"), shown.get("ends").asText());
    assertEquals("Mina", shown.at("/people/0/name").asText());
    JsonNode pictures = shown.at("/people/0/pictures");
    assertEquals(List.of("1.jpg"), pictures.findValuesAsText("file"));
    assertTrue(pictures.get(0).has("url"));
    assertEquals(List.of("too_few", "small_face"), shown.get("findings").findValuesAsText("kind"));
  }

  @Test
  void tellsNobodyWhatOnlyTheMakerMayKnow() {
    JsonNode shown = look(share()).json();
    assertFalse(shown.has("id"));
    assertFalse(shown.has("share"));
    for (String secret : List.of(gallery.secret(), "0.28", "0.96")) {
      assertFalse(shown.toString().contains(secret), shown.toString());
    }
  }

  @Test
  void tellsTheMakerWhichLinkLeadsToTheGallery() {
    assertFalse(client.show(gallery).json().has("share"));
    Answer link = share();
    assertEquals(link.json(), client.show(gallery).json().get("share"));
    assertEquals(204, unshare(Optional.of(gallery.secret())).status());
    assertFalse(client.show(gallery).json().has("share"));
  }

  @Test
  void unknownRenewedEndedAndRevokedLinksLookTheSame() {
    String unknown = client.get(NOWHERE).error();
    assertTrue(unknown.startsWith("not_found: This link leads to no gallery"), unknown);

    Answer old = share();
    Answer next = share();
    assertNotEquals(old.text("share"), next.text("share"));
    assertEquals(unknown, look(old).error());
    assertEquals(200, look(next).status());

    assertEquals(204, unshare(Optional.of(gallery.secret())).status());
    assertEquals(unknown, look(next).error());

    GalleryShareId late = new GalleryShareId("B".repeat(22));
    client.galleries.share(
        new GalleryId(gallery.id()), new GalleryShare(late, client.ports.clock().instant()));
    assertEquals(unknown, client.get("/gallery-shares/" + late).error());
  }

  @Test
  void onlyTheMakerSharesAndStops() {
    Answer link = share();
    Made other = client.gallery("aespa");
    for (Optional<String> secret :
        List.of(
            Optional.<String>empty(),
            Optional.of(Client.NOBODYS_SECRET),
            Optional.of(other.secret()))) {
      assertEquals(404, share(secret).status());
      assertEquals(404, unshare(secret).status());
    }
    assertEquals(200, look(link).status());
  }

  @Test
  void aLinkIsEnoughToLabelAVideoByAndNoMore() {
    Answer link = share();
    Answer job = job("\"galleryShare\":\"" + link.text("share") + "\"", Optional.empty());
    assertEquals(201, job.status(), job.toString());
    Job stored = client.jobs.find(new JobId(job.text("id"))).orElseThrow();
    assertEquals(gallery.id(), stored.gallery().value());

    assertEquals(
        404,
        client
            .send("DELETE", gallery.path(), Optional.of(job.text("secret")), Optional.empty())
            .status());
    assertEquals(204, unshare(Optional.of(gallery.secret())).status());
    assertEquals(
        404, job("\"galleryShare\":\"" + link.text("share") + "\"", Optional.empty()).status());
  }

  @Test
  void aGallerysIdAloneIsNotEnoughToLabelAVideoBy() {
    String id = "\"gallery\":\"" + gallery.id() + "\"";
    assertEquals(404, job(id, Optional.empty()).status());
    assertEquals(404, job(id, Optional.of(Client.NOBODYS_SECRET)).status());
    assertEquals(201, job(id, Optional.of(gallery.secret())).status());
  }

  @Test
  void aJobNamesOneGalleryInOneWay() {
    String share = "\"galleryShare\":\"" + share().text("share") + "\"";
    Optional<String> secret = Optional.of(gallery.secret());
    assertEquals(400, job(share + ",\"gallery\":\"" + gallery.id() + "\"", secret).status());
    assertEquals(400, job("\"galleryShare\":\"../../etc\"", secret).status());
    assertEquals(400, job("\"matcher\":\"centroid\"", secret).status());
  }

  @Test
  void aCopyIsOnesOwnAndStaysWhenTheLinkEnds() {
    Answer link = share();
    Made copy = client.gallery("Mine");
    assertTrue(client.show(copy).json().get("whole").asBoolean());
    Answer copied = copy(copy, link.text("share"));
    assertEquals(200, copied.status(), copied.toString());
    assertEquals(0, copied.json().get("left").asInt());

    assertEquals(204, unshare(Optional.of(gallery.secret())).status());
    JsonNode shown = client.show(copy).json();
    assertTrue(shown.get("whole").asBoolean());
    assertEquals("Mine", shown.get("name").asText());
    assertEquals(List.of("1.jpg"), shown.at("/people/0/pictures").findValuesAsText("file"));
    assertEquals(
        201, job("\"gallery\":\"" + copy.id() + "\"", Optional.of(copy.secret())).status());
    assertEquals(404, copy(client.gallery("Late"), link.text("share")).status());
  }

  @Test
  void noVideoIsMadeWithACopyThatIsNotFinished() {
    client.galleries.markWhole(new GalleryId(gallery.id()), false);
    Answer job = job("\"gallery\":\"" + gallery.id() + "\"", Optional.of(gallery.secret()));
    assertEquals(409, job.status());
    assertTrue(job.message().contains("copy that is not finished"), job.message());
    assertFalse(client.show(gallery).json().get("whole").asBoolean());
  }

  @Test
  void copiesOnlyIntoAGalleryOfOnesOwnThatIsEmpty() {
    String share = share().text("share");
    Made other = client.gallery("aespa");
    assertEquals(404, copy(new Made(other.id(), gallery.secret()), share).status());
    assertEquals(409, copy(gallery, share).status());
    assertEquals(400, copy(other, "../../etc").status());
    assertEquals(404, copy(other, "A".repeat(22)).status());
  }

  private Answer copy(Made to, String share) {
    return client.send(
        "POST", to.path() + "/copy", Optional.of(to.secret()), Client.json("galleryShare", share));
  }

  private Answer job(String gallery, Optional<String> secret) {
    return client.send(
        "POST",
        "/jobs",
        secret,
        Optional.of(
            "{\"file\":\"mv.mp4\",\"type\":\"video/mp4\",\"size\":3,%s}".formatted(gallery)));
  }

  private Answer share() {
    return share(Optional.of(gallery.secret()));
  }

  private Answer share(Optional<String> secret) {
    return client.send("POST", gallery.path() + "/share", secret, Optional.empty());
  }

  private Answer unshare(Optional<String> secret) {
    return client.send("DELETE", gallery.path() + "/share", secret, Optional.empty());
  }

  private Answer look(Answer link) {
    return client.get("/gallery-shares/" + link.text("share"));
  }
}
