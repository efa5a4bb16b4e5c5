package io.github.idols.local.stack;

import io.github.idols.core.job.GiveUp;
import io.github.idols.emulators.DynamoEmulator;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.emulators.S3Emulator;
import io.github.idols.emulators.S3ObjectCreated;
import io.github.idols.emulators.SqsEmulator;
import io.github.idols.local.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** S3, SQS and DynamoDB with what the product has in them, as template.yaml says it for Amazon. */
final class Servers implements AutoCloseable {
  static final String UPLOADS = "idols-uploads";
  static final String RESULTS = "idols-results";
  static final String SITE = "idols-site";
  static final String JOBS = "idols-jobs";
  static final String GALLERIES = "idols-galleries";

  /**
   * Workers say that they are still at it: a short one lets the message of a dead one come soon.
   */
  static final Duration VISIBILITY = Duration.ofSeconds(30);

  private final S3Emulator s3;
  private final DynamoEmulator dynamo;
  private final Queues sqs;
  private final CompletableFuture<Consumer<S3ObjectCreated>> listener;

  private record Queues(
      SqsEmulator server,
      SqsEmulator.Queue recognize,
      SqsEmulator.Queue render,
      SqsEmulator.Queue stitch) {
    static Queues start() {
      SqsEmulator server = SqsEmulator.start();
      return new Queues(
          server, queue(server, "recognize"), queue(server, "render"), queue(server, "stitch"));
    }

    private static SqsEmulator.Queue queue(SqsEmulator server, String name) {
      return server.createQueue(name, VISIBILITY, GiveUp.TRIES + 1);
    }
  }

  private Servers(
      S3Emulator s3,
      DynamoEmulator dynamo,
      Queues sqs,
      CompletableFuture<Consumer<S3ObjectCreated>> listener) {
    this.s3 = s3;
    this.dynamo = dynamo;
    this.sqs = sqs;
    this.listener = listener;
  }

  /** Starts all of them at the same time. */
  static Servers start(StateFolder state, int s3Port, WebServer web) throws IOException {
    Path objects = state.folder("s3");
    Path tables = state.folder("dynamo");
    CompletableFuture<Consumer<S3ObjectCreated>> listener = new CompletableFuture<>();
    CompletableFuture<DynamoEmulator> dynamo = started(() -> DynamoEmulator.start(tables));
    CompletableFuture<Queues> sqs = started(Queues::start);
    CompletableFuture<S3Emulator> s3 =
        started(
            () ->
                S3Emulator.start(
                    objects,
                    s3Port,
                    List.of(UPLOADS, RESULTS, SITE),
                    web.origins(),
                    // What arrives before anybody listens waits.
                    created -> listener.join().accept(created),
                    LocalCredentials.DEFAULT));
    try {
      return new Servers(s3.join(), dynamo.join(), sqs.join(), listener);
    } catch (CompletionException e) {
      listener.cancel(false);
      closeWhenStarted(s3);
      closeWhenStarted(dynamo);
      closeWhenStarted(sqs.thenApply(Queues::server));
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static <T> CompletableFuture<T> started(Supplier<T> starter) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(starter.get());
              } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
              }
            },
            "start");
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static void closeWhenStarted(CompletableFuture<? extends AutoCloseable> server) {
    try {
      server.join().close();
    } catch (Exception e) {
      // It did not start, and that is being told.
    }
  }

  /** Who is told of files that arrive. */
  void onCreated(Consumer<S3ObjectCreated> consumer) {
    listener.complete(consumer);
  }

  URI s3() {
    return s3.endpoint();
  }

  URI sqs() {
    return sqs.server().endpoint();
  }

  URI dynamo() {
    return dynamo.endpoint();
  }

  SqsEmulator.Queue recognize() {
    return sqs.recognize();
  }

  SqsEmulator.Queue render() {
    return sqs.render();
  }

  SqsEmulator.Queue stitch() {
    return sqs.stitch();
  }

  @Override
  public void close() {
    listener.cancel(false);
    s3.close();
    sqs.server().close();
    dynamo.close();
  }
}
