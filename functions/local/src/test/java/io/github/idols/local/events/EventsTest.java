package io.github.idols.local.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.cloud.LocalCloud;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.EmbeddingBytes;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.fancam.Fancam;
import io.github.idols.core.job.fancam.FancamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code events/}, the samples for {@code sam local invoke}, through the handler that
 * it is for, on embedded servers. A file whose effect is not told here fails.
 */
@ExtendWith(LocalCloud.Extension.class)
class EventsTest {
  private static final Path EVENTS = Path.of("..", "..", "events");
  private static final String CHUNKS = "{\"job\":\"" + SampleState.JOB + "\",\"chunk\":%d}";

  private static final FancamId FANCAM = FancamId.of("Momo", 0);

  private final SampleState state;
  private SampleFunctions functions;

  EventsTest(LocalCloud local) {
    state = new SampleState(local);
  }

  /** What an event does; throws where it does something else. */
  private interface Effect {
    void check() throws Exception;
  }

  private String file = "";

  @BeforeEach
  void begin() throws IOException {
    state.begin();
    functions = new SampleFunctions(state.cloud());
  }

  @AfterEach
  void end() {
    functions.close();
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void doesWhatItIsFor(String name) throws Exception {
    Effect effect = effects().get(name);
    if (effect == null) {
      throw new AssertionError("nobody runs events/" + name + ".json: say here what it does");
    }
    file = name;
    effect.check();
  }

  @Test
  void eachEffectHasItsFile() throws IOException {
    assertEquals(new TreeSet<>(files()), new TreeSet<>(effects().keySet()));
  }

  private Map<String, Effect> effects() {
    return Map.ofEntries(
        Map.entry(
            "api-create-gallery",
            () -> assertEquals("Our group", state.gallery(api(201).path("id").asText()).name())),
        Map.entry("api-get-gallery", () -> assertEquals("Sample", api(200).path("name").asText())),
        Map.entry(
            "api-get-embeddings",
            () -> {
              String face = api(200).at("/people/0/faces/full").asText();
              assertEquals(
                  Embedding.of(1, 0, 0),
                  EmbeddingBytes.embedding(Base64.getDecoder().decode(face)));
            }),
        Map.entry(
            "api-get-gallery-share", () -> assertEquals("Sample", api(200).path("name").asText())),
        Map.entry(
            "api-copy-gallery",
            () -> {
              assertEquals(0, api(200).path("left").asInt());
              assertEquals(
                  state.apiGallery().people(),
                  state.gallery(SampleState.API_COPY.value()).people());
              assertTrue(state.hasCopiedThePicture());
            }),
        Map.entry(
            "api-share-gallery",
            () ->
                assertEquals(
                    api(200).path("share").asText(),
                    state.apiGallery().share().orElseThrow().id().value())),
        Map.entry(
            "api-unshare-gallery",
            () -> {
              api(204);
              assertTrue(
                  state.cloud().galleries().findByShare(SampleState.API_GALLERY_SHARE).isEmpty());
            }),
        Map.entry(
            "api-rename-gallery",
            () -> {
              api(204);
              assertEquals("Our favourite group", state.apiGallery().name());
            }),
        Map.entry(
            "api-delete-gallery",
            () -> {
              api(204);
              assertTrue(state.cloud().galleries().find(SampleState.API_GALLERY).isEmpty());
            }),
        Map.entry(
            "api-add-person",
            () -> {
              String id = api(201).path("id").asText();
              assertTrue(
                  state.apiGallery().people().stream()
                      .anyMatch(p -> p.id().value().equals(id) && p.names().name().equals("Mina")));
            }),
        Map.entry(
            "api-rename-person",
            () -> {
              api(204);
              assertEquals("Yuna", state.apiGallery().people().get(0).names().name());
            }),
        Map.entry(
            "api-delete-person",
            () -> {
              api(204);
              assertEquals(List.of(), state.apiGallery().people());
            }),
        Map.entry(
            "api-add-pictures",
            () -> {
              assertEquals(2, api(201).path("pictures").size());
              assertEquals(3, state.apiGallery().people().get(0).pictures().size());
            }),
        Map.entry(
            "api-delete-picture",
            () -> {
              api(204);
              assertEquals(List.of(), state.apiGallery().people().get(0).pictures());
            }),
        Map.entry(
            "api-create-job",
            () -> assertEquals(4, api(201).path("parts").asInt(), "50 MB in parts of 16 MB")),
        Map.entry("api-get-job", () -> assertEquals("uploading", api(200).path("state").asText())),
        Map.entry(
            "api-get-share", () -> assertEquals("uploading", api(200).path("state").asText())),
        Map.entry("api-show-share-page", this::thePageSaysWhatTheVideoIs),
        Map.entry("api-ask-share-page", this::thePageSaysWhatTheVideoIs),
        // Its video is not uploaded yet.
        Map.entry(
            "api-show-share-preview",
            () -> assertEquals("not_found", api(404).at("/error/code").asText())),
        Map.entry(
            "api-delete-job",
            () -> {
              api(204);
              assertTrue(state.cloud().jobs().find(SampleState.API_JOB).isEmpty());
            }),
        Map.entry("api-correct-job", this::theNameIsCorrected),
        Map.entry(
            "api-undo-correction",
            () -> {
              correct();
              assertEquals(2, api(200).path("version").asInt());
              assertTrue(job().corrected().corrections().all().isEmpty());
            }),
        Map.entry(
            "api-renew-link",
            () -> {
              finish();
              Job before = job();
              assertEquals(api(200).path("share").asText(), job().share().value());
              assertTrue(state.cloud().jobs().findByShare(before.share()).isEmpty());
            }),
        Map.entry(
            "api-draw-job",
            () -> {
              correct();
              run("sqs-stitch");
              api(204);
              assertEquals(JobState.RENDERING, job().state());
            }),
        Map.entry(
            "api-ask-fancam",
            () -> {
              finish();
              assertEquals(FANCAM.value(), api(200).path("id").asText());
              assertTrue(fancam().isWorking());
            }),
        Map.entry(
            "api-delete-fancam",
            () -> {
              askForFancam();
              api(204);
              assertEquals(List.of(), state.fancams().of(SampleState.JOB));
            }),
        Map.entry(
            "sqs-render-fancam",
            () -> {
              askForFancam();
              run("sqs-stitch-fancam");
              assertEquals(List.of(), failed());
              assertEquals(Set.of(2), fancam().cut());
            }),
        Map.entry(
            "sqs-stitch-fancam",
            () -> {
              askForFancam();
              assertEquals(List.of(), failed());
              assertTrue(state.hasResult("fancams/" + FANCAM + "/named"));
              functions.cutAll(FANCAM);
              assertEquals(List.of(), failed());
              assertEquals(Fancam.State.DONE, fancam().state());
              assertTrue(state.hasResult("fancams/" + FANCAM + ".mp4"));
            }),
        Map.entry(
            "api-arrived-parts",
            () -> {
              state.uploadParts();
              assertEquals("[1,2,3,4]", api(200).path("numbers").toString());
            }),
        Map.entry(
            "api-get-limits",
            () -> assertEquals(5L << 30, api(200).path("bytes").asLong(), "5 GB")),
        Map.entry("api-upload-parts", () -> assertEquals(4, api(200).path("parts").size())),
        Map.entry(
            "api-complete-upload",
            () -> {
              state.uploadParts();
              api(204);
              assertTrue(state.isUploaded(SampleState.API_JOB));
            }),
        Map.entry("s3-video-put", this::theVideoIsSharedOut),
        Map.entry("s3-video-put-plain", this::theVideoIsSharedOut),
        Map.entry("s3-video-put-spaces", this::theVideoIsSharedOut),
        Map.entry("s3-video-put-plus", this::theVideoIsSharedOut),
        Map.entry("s3-video-put-hangul", this::theVideoIsSharedOut),
        Map.entry("s3-video-put-duplicate", this::theVideoIsSharedOut),
        Map.entry("s3-picture-put", this::thePictureIsTaken),
        Map.entry("s3-picture-put-hangul", this::thePictureIsTaken),
        Map.entry("s3-picture-put-duplicate", this::thePictureIsTaken),
        Map.entry("sqs-recognize", () -> aChunkIsRecognized(List.of())),
        Map.entry("sqs-recognize-duplicate", () -> aChunkIsRecognized(List.of())),
        Map.entry("sqs-recognize-poison", () -> aChunkIsRecognized(List.of(SampleState.POISON))),
        Map.entry(
            "sqs-recognize-given-up",
            () -> {
              split();
              assertEquals(1, failed().size());
              assertEquals(JobState.FAILED, job().state());
            }),
        Map.entry("sqs-stitch", () -> theVideoIsNamed(List.of())),
        Map.entry("sqs-stitch-duplicate", () -> theVideoIsNamed(List.of())),
        Map.entry("sqs-stitch-poison", () -> theVideoIsNamed(List.of(SampleState.POISON))),
        Map.entry(
            "sqs-stitch-join",
            () -> {
              name();
              functions.renderAll();
              assertEquals(List.of(), failed());
              assertEquals(JobState.DONE, job().state());
              assertTrue(state.hasResult("annotated.mp4"));
            }),
        Map.entry("sqs-render", () -> aChunkIsDrawn(List.of())),
        Map.entry("sqs-render-duplicate", () -> aChunkIsDrawn(List.of())),
        Map.entry("sqs-render-poison", () -> aChunkIsDrawn(List.of(SampleState.POISON))));
  }

  private JsonNode api(int status) throws IOException {
    JsonNode answer = functions.invoke(file, event());
    assertEquals(status, answer.path("statusCode").asInt(), answer.toString());
    String body = answer.path("body").asText("");
    return body.isEmpty() ? answer : SampleFunctions.JSON.readTree(body);
  }

  private void thePageSaysWhatTheVideoIs() throws IOException {
    JsonNode answer = functions.invoke(file, event());
    assertEquals(200, answer.path("statusCode").asInt(), answer.toString());
    String page = answer.path("body").asText();
    assertTrue(page.contains("property=\"og:title\" content=\"mv\""), page);
  }

  private void theNameIsCorrected() throws IOException {
    finish();
    assertFalse(state.result("labels.csv").contains("Mina"));
    assertEquals(1, api(200).path("version").asInt());
    run("sqs-stitch");
    assertTrue(state.result("labels.csv").contains("Mina"), state.result("labels.csv"));
  }

  private void theVideoIsSharedOut() throws IOException {
    functions.invoke(file, event());
    assertEquals(JobState.RECOGNIZING, job().state());
    assertEquals(
        Set.of(CHUNKS.formatted(0), CHUNKS.formatted(1), CHUNKS.formatted(2)),
        state.recognizeMessages());
  }

  private void thePictureIsTaken() throws IOException {
    functions.invoke(file, event());
    PictureState taken =
        state.gallery(SampleState.GALLERY.value()).people().get(0).pictures().get(0).state();
    assertTrue(taken instanceof PictureState.Taken, taken.toString());
  }

  private void aChunkIsRecognized(List<String> failures) throws IOException {
    split();
    assertEquals(failures, failed());
    assertEquals(Set.of(2), job().recognized());
  }

  private void theVideoIsNamed(List<String> failures) throws IOException {
    split();
    functions.recognizeAll();
    assertFalse(state.hasResult("labels.csv"));
    assertEquals(failures, failed());
    assertEquals(JobState.RENDERING, job().state());
    assertTrue(state.hasResult("labels.csv"));
  }

  private void aChunkIsDrawn(List<String> failures) throws IOException {
    name();
    assertEquals(failures, failed());
    assertEquals(Set.of(2), job().rendered());
  }

  private void split() throws IOException {
    run("s3-video-put");
  }

  private void name() throws IOException {
    split();
    functions.recognizeAll();
    run("sqs-stitch");
  }

  private void finish() throws IOException {
    name();
    functions.renderAll();
    run("sqs-stitch-join");
    assertEquals(JobState.DONE, job().state());
  }

  private void askForFancam() throws IOException {
    finish();
    run("api-ask-fancam");
  }

  private Fancam fancam() {
    return state.fancams().find(SampleState.JOB, FANCAM).orElseThrow();
  }

  private void correct() throws IOException {
    finish();
    run("api-correct-job");
    assertEquals(1, job().corrected().version());
  }

  private void run(String sample) throws IOException {
    functions.invoke(sample, Files.readAllBytes(EVENTS.resolve(sample + ".json")));
  }

  /** Ids of the messages that are to come again. */
  private List<String> failed() throws IOException {
    return functions.invoke(file, event()).findValuesAsText("itemIdentifier");
  }

  private byte[] event() throws IOException {
    return Files.readAllBytes(EVENTS.resolve(file + ".json"));
  }

  private Job job() {
    return state.cloud().jobs().find(SampleState.JOB).orElseThrow();
  }
}
