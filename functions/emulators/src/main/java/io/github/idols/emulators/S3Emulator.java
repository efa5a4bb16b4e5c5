package io.github.idols.emulators;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * S3 on a folder: S3Proxy behind 127.0.0.1, path style, signature version 4, with notifications.
 *
 * <p>Each bucket is a folder and each object a file in it, so everything is there again after a
 * restart, multipart uploads under way as well. Safe for use by many threads.
 */
public final class S3Emulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(S3Emulator.class);

  /** Short, since it is spent whole: clients keep idle connections, and pages downloads, open. */
  private static final long STOP_MILLIS = 300;

  private static final int THREADS = 64;

  private final S3Proxy proxy;
  private final ExecutorService events;
  private final LocalCredentials credentials;

  private S3Emulator(S3Proxy proxy, ExecutorService events, LocalCredentials credentials) {
    this.proxy = proxy;
    this.events = events;
    this.credentials = credentials;
  }

  /**
   * Starts it.
   *
   * @param given where the buckets are, made if missing; no other process may use it
   * @param port the port on 127.0.0.1, or 0 for a free one
   * @param buckets are made where they are missing
   * @param origins pages that may read and write, as in {@code http://127.0.0.1:8787}, or {@code *}
   * @param onCreated hears of each new object once it can be read, one after the other on a thread
   *     of its own; what it throws is logged and goes no further
   * @param credentials what requests have to be signed with
   * @throws EmulatorException where the port is taken or the folder cannot hold objects
   */
  public static S3Emulator start(
      Path given,
      int port,
      List<String> buckets,
      List<String> origins,
      Consumer<S3ObjectCreated> onCreated,
      LocalCredentials credentials) {
    // On a relative one the store finds no parts: it compares paths with those that a listing made.
    Path folder = given.toAbsolutePath().normalize();
    checkHoldsObjects(folder);
    ExecutorService events =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "s3-events");
              thread.setDaemon(true);
              return thread;
            });
    FolderStore store =
        new FolderStore(new FilesystemNio2BlobStore(folder.toString()), events, onCreated);
    for (String bucket : buckets) {
      if (!Files.isDirectory(folder.resolve(bucket))) {
        store.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
      }
      store.removeUnfinished(bucket);
    }
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
            .corsRules(
                new CrossOriginResourceSharing(
                    origins.stream()
                        .map(origin -> origin.equals("*") ? origin : Pattern.quote(origin))
                        .toList(),
                    List.of("GET", "HEAD", "PUT"),
                    List.of("*"),
                    List.of("ETag"),
                    ""))
            // Amazon adds headers faster than the proxy learns them.
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(THREADS)
            .stopTimeout(STOP_MILLIS)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      events.shutdownNow();
      stop(proxy);
      throw new EmulatorException(
          isTaken(e)
              ? "Port " + port + " on 127.0.0.1 is taken by another program: choose another one."
              : "The local S3 could not be started (" + e.getMessage() + ").",
          e);
    }
    return new S3Emulator(proxy, events, credentials);
  }

  /** Where it listens, as in {@code http://127.0.0.1:8788}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  /** What requests have to be signed with. */
  public LocalCredentials credentials() {
    return credentials;
  }

  /** Ends it; of objects that are there already the listener still hears, for a few seconds. */
  @Override
  public void close() {
    stop(proxy);
    events.shutdown();
    try {
      if (!events.awaitTermination(5, TimeUnit.SECONDS)) {
        events.shutdownNow();
      }
    } catch (InterruptedException e) {
      events.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(S3Proxy proxy) {
    try {
      proxy.stop();
    } catch (Exception e) {
      // It listens no more; what was cut off is the client's to notice.
      LOG.debug("while stopping S3", e);
    }
  }

  private static boolean isTaken(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Content types and ETags are kept as extended attributes; without them objects would lose them.
   */
  private static void checkHoldsObjects(Path folder) {
    try {
      Files.createDirectories(folder);
      UserDefinedFileAttributeView attributes =
          Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
      if (attributes != null) {
        attributes.write("emulators.probe", ByteBuffer.wrap(new byte[1]));
        return;
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw new EmulatorException(cannotHold(folder) + " (" + e.getMessage() + ").", e);
    }
    throw new EmulatorException(cannotHold(folder) + ".");
  }

  private static String cannotHold(Path folder) {
    return "The folder "
        + folder
        + " cannot be used, because files in it cannot be written or have no extended attributes:"
        + " choose one on another disk";
  }
}
