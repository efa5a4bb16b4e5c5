package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.api.Client.Made;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.EmbeddingBytes;
import io.github.idols.core.face.SoftFaces;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.PictureTraits;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GalleryApiTest {
  private final Client client = new Client();

  @Test
  void makesAGalleryWithPeopleAndTheirNames() {
    Made gallery = client.gallery("TWICE");
    Answer person =
        send(gallery, "POST", "/people", "{\"name\":\"Mina\",\"korean\":\"미나\",\"english\":null}");
    assertEquals(201, person.status());

    JsonNode shown = client.get(gallery.path()).json();
    assertEquals("TWICE", shown.get("name").asText());
    assertEquals("Mina", shown.at("/people/0/name").asText());
    assertEquals("미나", shown.at("/people/0/korean").asText());
    assertTrue(shown.at("/people/0/english").isMissingNode());
    assertEquals(person.text("id"), shown.at("/people/0/id").asText());
  }

  @Test
  void showsEachPicturesStateAndNeverAnEmbedding() {
    Made gallery = client.gallery("TWICE");
    String mina = client.person(gallery, "Mina");
    PictureKey taken = client.picture(gallery, mina, "1.jpg");
    PictureKey refused = client.picture(gallery, mina, "2.jpg");
    client.picture(gallery, mina, "3.jpg");
    Embedding face = Embedding.of(0.28f, 0.96f);
    client.galleries.decide(
        taken, new PictureState.Taken(face, Optional.empty(), 48, 0.99, Optional.empty()));
    client.galleries.decide(refused, new PictureState.Refused("no face found"));

    JsonNode pictures = client.get(gallery.path()).json().at("/people/0/pictures");

    assertEquals(List.of("taken", "refused", "waiting"), pictures.findValuesAsText("state"));
    assertEquals(48, pictures.get(0).get("faceSize").asDouble());
    assertTrue(pictures.get(0).has("url"));
    assertEquals("no face found", pictures.get(1).get("reason").asText());
    assertFalse(pictures.toString().contains("0.28"), pictures.toString());
  }

  @Test
  void givesItsMakerTheMeanOfEachPersonsTakenPictures() {
    Made gallery = client.gallery("TWICE");
    String sana = client.person(gallery, "Sana");
    String mina =
        send(gallery, "POST", "/people", "{\"name\":\"Mina\",\"korean\":\"미나\"}").text("id");
    Embedding half = Embedding.of(0, 0, 1);
    Embedding quarter = Embedding.of(0, 0, -1);
    for (Embedding face : List.of(Embedding.of(1, 0, 0), Embedding.of(0, 1, 0))) {
      client.galleries.decide(
          client.picture(gallery, mina, "1.jpg"),
          new PictureState.Taken(
              face, Optional.of(new SoftFaces(half, quarter)), 48, 0.99, Optional.empty()));
    }
    client.galleries.decide(
        client.picture(gallery, sana, "2.jpg"), new PictureState.Refused("no face found"));

    Answer answer =
        client.send(
            "GET", gallery.path() + "/embeddings", Optional.of(gallery.secret()), Optional.empty());

    assertEquals("no-store", answer.headers().get("cache-control"));
    assertEquals("mobilefacenet", answer.text("model"));
    assertEquals(0.5582, answer.json().get("cosine").asDouble(), 1e-9);
    assertEquals(List.of("Mina"), answer.json().get("people").findValuesAsText("name"));
    assertEquals("미나", answer.json().at("/people/0/korean").asText());
    JsonNode faces = answer.json().at("/people/0/faces");
    assertEquals(Embedding.of(1, 1, 0), embedding(faces.get("full")));
    assertEquals(half, embedding(faces.get("half")));
    assertEquals(quarter, embedding(faces.get("quarter")));
  }

  private static Embedding embedding(JsonNode base64) {
    return EmbeddingBytes.embedding(Base64.getDecoder().decode(base64.asText()));
  }

  @Test
  void saysWhatWouldMakeTheGalleryBetterAndNeverWhy() {
    Made gallery = client.gallery("TWICE");
    String mina = client.person(gallery, "Mina");
    String sana = client.person(gallery, "Sana");
    PictureTraits traits = new PictureTraits(0.0625, 0.53125, 4242);
    Embedding face = Embedding.of(0.28f, 0.96f);
    PictureKey first = client.picture(gallery, mina, "1.jpg");
    PictureKey copy = client.picture(gallery, sana, "2.jpg");
    for (PictureKey picture : List.of(first, copy)) {
      client.galleries.decide(
          picture, new PictureState.Taken(face, Optional.empty(), 200, 0.99, Optional.of(traits)));
    }

    JsonNode findings = client.get(gallery.path()).json().get("findings");

    assertEquals(
        List.of("same_picture_of_two", "too_few", "too_few"), findings.findValuesAsText("kind"));
    JsonNode same = findings.get(0);
    assertEquals(
        "Mina/1.jpg and Sana/2.jpg are nearly the same picture: remove the one that shows somebody"
            + " else.",
        same.get("advice").asText());
    assertEquals(List.of(mina, sana), texts(same.get("people")));
    assertEquals(
        List.of(first.picture().value(), copy.picture().value()),
        same.get("notes").findValuesAsText("picture"));
    assertEquals(List.of(mina), texts(findings.get(1).get("people")));
    for (String secret : List.of("0.28", "0.96", "0.0625", "0.53125", "4242")) {
      assertFalse(findings.toString().contains(secret), findings.toString());
    }
  }

  @Test
  void anEmptyGalleryHasNothingToBeAdvised() {
    JsonNode shown = client.get(client.gallery("TWICE").path()).json();
    assertTrue(shown.get("findings").isEmpty());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Test
  void givesNewNames() {
    Made gallery = client.gallery("TWICE");
    String mina = client.person(gallery, "Mina");

    assertEquals(204, send(gallery, "PUT", "", "{\"name\":\"MISAMO\"}").status());
    assertEquals(204, send(gallery, "PUT", "/people/" + mina, "{\"name\":\"MINA\"}").status());

    JsonNode shown = client.get(gallery.path()).json();
    assertEquals("MISAMO", shown.get("name").asText());
    assertEquals("MINA", shown.at("/people/0/name").asText());
  }

  @Test
  void everyChangeRaisesTheVersion() {
    Made gallery = client.gallery("TWICE");
    long made = version(gallery);
    client.person(gallery, "Mina");
    assertTrue(version(gallery) > made);
  }

  @Test
  void whatIsDeletedIsGone() throws Exception {
    Made gallery = client.gallery("TWICE");
    String mina = client.person(gallery, "Mina");
    PictureKey first = client.picture(gallery, mina, "1.jpg");
    PictureKey second = client.picture(gallery, mina, "2.jpg");
    PictureKey third = client.picture(gallery, client.person(gallery, "Sana"), "3.jpg");
    String pictures = "/people/" + mina + "/pictures/";

    assertEquals(204, delete(gallery, pictures + first.picture()).status());
    assertFalse(client.pictures.isThere(first));
    assertTrue(client.pictures.isThere(second));

    assertEquals(204, delete(gallery, "/people/" + mina).status());
    assertFalse(client.pictures.isThere(second));
    assertTrue(client.pictures.isThere(third));

    assertEquals(204, delete(gallery, "").status());
    assertFalse(client.pictures.isThere(third));
    assertEquals(404, client.get(gallery.path()).status());
  }

  @Test
  void withoutItsSecretAGalleryLooksAsIfItWereNotThere() {
    Made gallery = client.gallery("TWICE");
    Made other = client.gallery("aespa");
    String mina = client.person(gallery, "Mina");
    PictureKey picture = client.picture(gallery, mina, "1.jpg");
    JsonNode before = client.get(gallery.path()).json();
    String name = "{\"name\":\"Nobody\"}";
    String pictures = "{\"pictures\":[{\"file\":\"2.jpg\",\"type\":\"image/jpeg\",\"size\":3}]}";

    for (Optional<String> secret :
        List.of(
            Optional.<String>empty(),
            Optional.of("no secret"),
            Optional.of(Client.NOBODYS_SECRET),
            Optional.of(other.secret()))) {
      String person = gallery.path() + "/people/" + mina;
      for (Answer answer :
          List.of(
              client.send("GET", gallery.path() + "/embeddings", secret, Optional.empty()),
              client.send("PUT", gallery.path(), secret, Optional.of(name)),
              client.send("DELETE", gallery.path(), secret, Optional.empty()),
              client.send("POST", gallery.path() + "/people", secret, Optional.of(name)),
              client.send("PUT", person, secret, Optional.of(name)),
              client.send("DELETE", person, secret, Optional.empty()),
              client.send("POST", person + "/pictures", secret, Optional.of(pictures)),
              client.send(
                  "DELETE", person + "/pictures/" + picture.picture(), secret, Optional.empty()))) {
        assertEquals(
            client
                .send(
                    "DELETE",
                    "/galleries/" + "A".repeat(22),
                    Optional.of(Client.NOBODYS_SECRET),
                    Optional.empty())
                .error(),
            answer.error());
      }
    }
    assertEquals(before, client.get(gallery.path()).json());
  }

  @Test
  void twoPeopleOfOneNameWouldNotBeToldApart() {
    Made gallery = client.gallery("TWICE");
    client.person(gallery, "Mina");
    Answer again = send(gallery, "POST", "/people", "{\"name\":\"Mina\"}");
    assertEquals(409, again.status());
    assertTrue(again.message().contains("Mina"), again.message());
  }

  @Test
  void takesOnlyPicturesThatItCanUse() {
    Made gallery = client.gallery("TWICE");
    String mina = "/people/" + client.person(gallery, "Mina") + "/pictures";
    for (String picture :
        List.of(
            "{\"file\":\"1.gif\",\"type\":\"image/gif\",\"size\":3}",
            "{\"file\":\"1.jpg\",\"type\":\"image/jpeg\",\"size\":0}",
            "{\"file\":\"1.jpg\",\"type\":\"image/jpeg\",\"size\":20971521}",
            "{\"file\":\"\",\"type\":\"image/jpeg\",\"size\":3}",
            "{\"type\":\"image/jpeg\",\"size\":3}",
            "7")) {
      Answer answer = send(gallery, "POST", mina, "{\"pictures\":[" + picture + "]}");
      assertTrue(List.of(400, 413, 415).contains(answer.status()), answer.toString());
    }
    assertEquals(400, send(gallery, "POST", mina, "{\"pictures\":[]}").status());
    String one = "{\"file\":\"1.jpg\",\"type\":\"image/jpeg\",\"size\":3}";
    String many = "{\"pictures\":[" + (one + ",").repeat(30) + one + "]}";
    assertEquals(
        "pictures must be an array of 1 to 30.", send(gallery, "POST", mina, many).message());
  }

  private long version(Made gallery) {
    return client.get(gallery.path()).json().get("version").asLong();
  }

  private Answer delete(Made gallery, String path) {
    return client.send(
        "DELETE", gallery.path() + path, Optional.of(gallery.secret()), Optional.empty());
  }

  private Answer send(Made gallery, String method, String path, String body) {
    return client.send(
        method, gallery.path() + path, Optional.of(gallery.secret()), Optional.of(body));
  }
}
