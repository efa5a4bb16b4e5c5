package io.github.idols.local.events;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.idols.api.ApiHandler;
import io.github.idols.api.ApiPorts;
import io.github.idols.cloud.Cloud;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.job.fancam.FakeFancams;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.enroller.EnrollerHandler;
import io.github.idols.local.lambda.LambdaFunction;
import io.github.idols.recognizer.RecognizerHandler;
import io.github.idols.renderer.RendererHandler;
import io.github.idols.splitter.SplitterHandler;
import io.github.idols.stitcher.StitcherHandler;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The handlers, called as Lambda calls them: with JSON. Films are one line of text; pictures of
 * galleries are looked at with the real networks.
 */
final class SampleFunctions implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** By how the names of their samples begin. */
  private final Map<String, LambdaFunction<?, ?>> functions = new LinkedHashMap<>();

  SampleFunctions(Cloud cloud) {
    FakeFilm film = new FakeFilm();
    add(
        "api-",
        APIGatewayV2HTTPEvent.class,
        APIGatewayV2HTTPResponse.class,
        () -> new ApiHandler(ApiPorts.of(cloud)));
    add("s3-video-", S3Event.class, Void.class, () -> new SplitterHandler(cloud, film));
    add(
        "s3-picture-",
        S3Event.class,
        Void.class,
        () -> new EnrollerHandler(cloud, new GalleryPictures(new FaceModels())));
    add(
        "sqs-recognize",
        SQSEvent.class,
        SQSBatchResponse.class,
        () -> new RecognizerHandler(cloud, film));
    add(
        "sqs-stitch",
        SQSEvent.class,
        SQSBatchResponse.class,
        () -> new StitcherHandler(cloud, film, new FakeFancams()));
    add(
        "sqs-render",
        SQSEvent.class,
        SQSBatchResponse.class,
        () -> new RendererHandler(cloud, film, new FakeFancams()));
  }

  private <E, R> void add(
      String prefix,
      Class<E> event,
      Class<R> answer,
      Supplier<? extends RequestHandler<E, R>> maker) {
    functions.put(prefix, new LambdaFunction<>(prefix, event, answer, TIMEOUT, maker));
  }

  /** Calls the function that a sample is for. */
  JsonNode invoke(String sample, byte[] event) throws IOException {
    for (Map.Entry<String, LambdaFunction<?, ?>> function : functions.entrySet()) {
      if (sample.startsWith(function.getKey())) {
        return JSON.readTree(function.getValue().invoke(event));
      }
    }
    throw new AssertionError("by its name events/" + sample + ".json is for no function");
  }

  void recognizeAll() throws IOException {
    chunks("sqs-recognize", "");
  }

  void renderAll() throws IOException {
    chunks("sqs-render", "");
  }

  void cutAll(FancamId fancam) throws IOException {
    chunks("sqs-render", ",\\\"fancam\\\":\\\"" + fancam + "\\\"");
  }

  private void chunks(String function, String more) throws IOException {
    for (int chunk = 0; chunk < SampleState.CHUNKS; chunk++) {
      String body =
          "{\\\"job\\\":\\\"" + SampleState.JOB + "\\\",\\\"chunk\\\":" + chunk + more + "}";
      String event =
          "{\"Records\":[{\"messageId\":\"m\",\"attributes\":{},\"body\":\"" + body + "\"}]}";
      JsonNode answer = invoke(function, event.getBytes(StandardCharsets.UTF_8));
      if (!answer.path("batchItemFailures").isEmpty()) {
        throw new AssertionError(function + " fails on chunk " + chunk);
      }
    }
  }

  @Override
  public void close() {
    functions.values().forEach(LambdaFunction::close);
  }
}
