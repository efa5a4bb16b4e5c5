package io.github.idols.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.idols.api.Client.Answer;
import io.github.idols.core.access.SecretHash;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobsContract;
import io.github.idols.core.job.NewJob;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.job.VideoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody gets who opens a share link, and a chat that shows a card of it. */
class SharePageTest {
  private static final JobId JOB = new JobId("jobjobjobjobjobjobjob1");
  private static final ShareId SHARE = new ShareId("shareshareshareshares1");
  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

  private final Client client = new Client();
  private final Path temp;

  SharePageTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void aChatFindsTitleAndNamesInThePage() throws IOException {
    share("BLACK SWAN 4K.mp4", NOW);
    cast("지수", "Rosé", "Lisa");
    Answer answer = client.get("/v/" + SHARE);

    assertEquals(200, answer.status());
    assertEquals("text/html; charset=utf-8", answer.headers().get("content-type"));
    String page = answer.json().asText();
    assertTrue(page.contains("<title>BLACK SWAN 4K · idols</title>"), page);
    assertEquals("BLACK SWAN 4K", tag(page, "og:title"));
    assertEquals("지수, Rosé, Lisa", tag(page, "og:description"));
    assertEquals("https://idols.example/v/" + SHARE, tag(page, "og:url"));
    assertEquals("video.other", tag(page, "og:type"));
    // The page is the same beside that.
    assertEquals(
        Client.PAGE,
        page.replaceAll("\n    <meta (property|name)=\"(og|twitter):[^>]*>", "")
            .replace("BLACK SWAN 4K · ", ""));
  }

  @Test
  void namesThatDoNotFitAreCounted() throws IOException {
    share("mv.mp4", NOW);
    cast("a".repeat(80), "b".repeat(70), "c".repeat(10), "d");
    assertEquals(
        "a".repeat(80) + ", " + "b".repeat(70) + " +2",
        tag(client.get("/v/" + SHARE).json().asText(), "og:description"));
  }

  @Test
  void aVideoWithoutNamesHasACardToo() {
    share("mv.mp4", NOW);
    String page = client.get("/v/" + SHARE).json().asText();
    assertEquals("mv", tag(page, "og:title"));
    assertFalse(tag(page, "og:description").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>.mp4",
        "\"><img src=x onerror=alert(1)>.mp4",
        "'onload='alert(1).mp4",
        "</title><script>alert(1)</script>.mp4",
        "&lt;script&gt; $1 \\$2.mp4"
      })
  void whatStrangersTypedIsTextWhereverItStands(String name) throws IOException {
    share(name, NOW);
    cast(name, "Lisa");
    String page = client.get("/v/" + SHARE).json().asText();

    String title = name.replace(".mp4", "");
    assertEquals(title, tag(page, "og:title"));
    assertEquals(name + ", Lisa", tag(page, "og:description"));
    assertTrue(page.contains("<title>" + escaped(title) + " · idols</title>"), page);
    assertEquals(elements(Client.PAGE) + 6, elements(page), page);
    assertFalse(page.contains("<script>") || page.contains("<img"), page);
  }

  @Test
  void allLinksThatLeadNowhereLookTheSame() {
    Job job = share("mv.mp4", NOW.minus(Duration.ofDays(31)));
    Answer unknown = client.get("/v/" + "A".repeat(22));
    Answer expired = client.get("/v/" + SHARE);
    client.jobs.share(job, new ShareId("shareshareshareshares2"));
    Answer renewed = client.get("/v/" + SHARE);
    Answer malformed = client.get("/v/short");

    assertEquals(Client.PAGE, unknown.json().asText());
    assertEquals(200, unknown.status());
    for (Answer other : List.of(expired, renewed, malformed)) {
      assertEquals(unknown, other);
    }
  }

  @Test
  void theCardHasThePictureOnceTheVideoIsDrawn() throws IOException {
    Job job = share("mv.mp4", NOW);
    String picture = "/v/" + SHARE + "/preview.jpg";
    client.files.saveResult(
        JOB, ResultFile.PREVIEW, Files.write(temp.resolve("p"), new byte[] {-1, -40, -1}));
    assertFalse(client.get("/v/" + SHARE).json().asText().contains("og:image"));
    assertEquals(404, client.get(picture).status(), "half drawn");

    client.jobs.planned(JOB, JobsContract.outline(1));
    client.jobs.named(JOB, 1);
    client.jobs.joined(JOB, List.of());
    String page = client.get("/v/" + SHARE).json().asText();
    assertEquals("https://idols.example" + picture, tag(page, "og:image"));
    assertEquals("1200", tag(page, "og:image:width"));
    assertEquals("630", tag(page, "og:image:height"));
    assertTrue(page.contains("name=\"twitter:card\" content=\"summary_large_image\""), page);
    Answer answer = client.get(picture);
    assertEquals("image/jpeg", answer.headers().get("content-type"));
    assertEquals("/9j/", answer.json().asText(), "in Base64");

    client.jobs.share(client.jobs.find(job.id()).orElseThrow(), new ShareId("A".repeat(22)));
    assertEquals(404, client.get(picture).status(), "another link was taken");
    assertEquals(404, client.get("/v/" + "B".repeat(22) + "/preview.jpg").status());
  }

  /** As for all other files of the site, it comes from whoever serves them. */
  @Test
  void thePolicyIsLeftToTheServerOfTheSite() {
    share("mv.mp4", NOW);
    for (String path : List.of("/v/" + SHARE, "/v/" + "A".repeat(22))) {
      assertFalse(client.get(path).headers().containsKey("content-security-policy"), path);
      assertEquals("no-cache", client.get(path).headers().get("cache-control"));
    }
    assertTrue(
        client.get("/shares/" + SHARE).headers().containsKey("content-security-policy"), "JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "idols.example", "https://a\"b", "javascript:alert(1)", "https://a/b"})
  void withoutAnAddressOfThePageThereIsNoCard(String origin) {
    share("mv.mp4", NOW);
    ObjectNode event = Client.event("api-show-share-page.json").put("rawPath", "/v/" + SHARE);
    event.withObject("/headers").put("x-page-origin", origin);
    assertEquals(Client.PAGE, client.send(event).json().asText());
  }

  @Test
  void askingWhetherItIsThereIsAnsweredAlike() {
    share("mv.mp4", NOW);
    Answer asked = client.send("HEAD", "/v/" + SHARE, Optional.empty(), Optional.empty());
    assertEquals(200, asked.status());
    assertEquals(client.get("/v/" + SHARE).headers(), asked.headers());
  }

  private Job share(String file, Instant created) {
    client.jobs.create(
        new NewJob(
            JOB,
            SHARE,
            new SecretHash("0".repeat(64)),
            new VideoFile(file, "video/mp4", 100),
            "upload",
            new GalleryId("gallerygallerygallery1"),
            "BLACKPINK",
            MatcherKind.CENTROID,
            created));
    return client.jobs.find(JOB).orElseThrow();
  }

  private void cast(String... names) throws IOException {
    ObjectNode json = Client.JSON.createObjectNode();
    for (String name : names) {
      json.withArray("/cast").addObject().put("name", name).put("seconds", 1);
    }
    Path file = Files.writeString(temp.resolve("cast.json"), json.toString());
    client.files.saveResult(JOB, ResultFile.CAST, file);
  }

  /** What a tag says, as a browser reads it. */
  private static String tag(String page, String property) {
    Matcher tag =
        Pattern.compile("<meta property=\"" + property + "\" content=\"([^\"]*)\" />")
            .matcher(page);
    assertTrue(tag.find(), property + " in " + page);
    return tag.group(1)
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static long elements(String page) {
    return page.chars().filter(c -> c == '<').count();
  }
}
