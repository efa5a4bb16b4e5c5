package io.github.idols.emulators;

import static io.github.idols.emulators.S3Fixture.BUCKET;
import static io.github.idols.emulators.S3Fixture.ORIGIN;
import static io.github.idols.emulators.S3Fixture.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3EmulatorTest {
  private static final String TYPE = "image/jpeg";

  private final Path folder;
  private S3Fixture it;

  S3EmulatorTest(@TempDir Path folder) {
    this.folder = folder;
    it = new S3Fixture(folder);
  }

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void aSignedPutStoresTheBytesAndTellsOfThem() throws Exception {
    byte[] picture = bytes(70_000, 1);
    String key = "pictures/g 1/ä+b.jpg";

    HttpResponse<String> response = it.put(it.signedPut(key, picture.length, TYPE), picture, TYPE);

    assertEquals(200, response.statusCode(), response.body());
    String etag = response.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    assertEquals(
        new S3ObjectCreated(BUCKET, key, picture.length, etag, "ObjectCreated:Put"),
        it.nextCreated());
    assertArrayEquals(
        picture, it.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asByteArray());
    HeadObjectResponse head = it.s3.headObject(r -> r.bucket(BUCKET).key(key));
    assertEquals(TYPE, head.contentType());
    assertEquals(picture.length, head.contentLength());
  }

  @Test
  void aSignedPutTakesNeitherAnotherSizeNorTypeNorKey() throws Exception {
    URI url = it.signedPut("pictures/a", 100, TYPE);
    URI otherKey = URI.create(url.toString().replace("/pictures/a?", "/pictures/b?"));

    assertEquals(403, it.put(url, bytes(101, 1), TYPE).statusCode());
    assertEquals(403, it.put(url, bytes(99, 1), TYPE).statusCode());
    assertEquals(403, it.put(url, bytes(100, 1), "text/html").statusCode());
    assertEquals(403, it.put(otherKey, bytes(100, 1), TYPE).statusCode());
    assertEquals(List.of(), keys());
    assertEquals(200, it.put(url, bytes(100, 1), TYPE).statusCode());
  }

  @Test
  void aRangeIsReadAlone() {
    byte[] video = bytes(300_000, 2);
    put("videos/v", video);

    var part =
        it.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("videos/v").range("bytes=1000-1999"));

    GetObjectResponse response = part.response();
    assertEquals("bytes 1000-1999/300000", response.contentRange());
    assertEquals(1000, response.contentLength());
    byte[] expected = Arrays.copyOfRange(video, 1000, 2000);
    assertArrayEquals(expected, part.asByteArray());
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    it.onCreated =
        object -> {
          it.created.add(object);
          throw new IllegalStateException("a broken listener");
        };

    put("a", bytes(5, 1));
    put("b", bytes(5, 2));

    assertEquals("a", it.nextCreated().key());
    assertEquals("b", it.nextCreated().key());
  }

  @Test
  void deletedObjectsAreGone() {
    put("jobs/1/plan", bytes(10, 1));
    put("jobs/1/tracks/0", bytes(10, 2));
    put("jobs/2/plan", bytes(10, 3));

    assertEquals(
        List.of("jobs/1/plan", "jobs/1/tracks/0"),
        it.s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("jobs/1/")).contents().stream()
            .map(S3Object::key)
            .toList());
    it.s3.deleteObject(r -> r.bucket(BUCKET).key("jobs/1/plan"));

    assertEquals(List.of("jobs/1/tracks/0", "jobs/2/plan"), keys());
    assertThrows(
        NoSuchKeyException.class,
        () -> it.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("jobs/1/plan")));
  }

  @Test
  void aPageOfTheAllowedOriginMayReadAndWrite() throws Exception {
    URI url = it.signedPut("a", 5, TYPE);

    HttpResponse<String> preflight = it.preflight(url, ORIGIN, "PUT");
    assertEquals(200, preflight.statusCode(), preflight.body());
    assertEquals(
        ORIGIN, preflight.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertTrue(
        preflight
            .headers()
            .firstValue("Access-Control-Allow-Headers")
            .orElseThrow()
            .contains("content-type"));

    HttpResponse<String> put = it.put(url, bytes(5, 1), TYPE);
    assertEquals(ORIGIN, put.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertEquals("ETag", put.headers().firstValue("Access-Control-Expose-Headers").orElseThrow());
  }

  @Test
  void aPageOfTheAllowedOriginMayDrawWhatItReads() throws Exception {
    put("videos/v", bytes(5_000, 2));

    HttpResponse<String> part = it.getSigned("videos/v", "bytes=1000-1999");

    assertEquals(206, part.statusCode());
    assertEquals(ORIGIN, part.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void aPageOfAnotherOriginMayNot() throws Exception {
    URI url = it.signedPut("a", 5, TYPE);

    HttpResponse<String> preflight = it.preflight(url, "http://127x0x0x1:8787", "PUT");

    assertEquals(403, preflight.statusCode());
    assertTrue(preflight.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @Test
  void requestsWithoutASignatureAreRefused() throws Exception {
    put("a", bytes(5, 1));

    HttpResponse<String> response =
        it.put(it.emulator.endpoint().resolve("/" + BUCKET + "/a"), bytes(6, 1), TYPE);

    assertEquals(403, response.statusCode());
    assertEquals(5, it.s3.headObject(r -> r.bucket(BUCKET).key("a")).contentLength());
  }

  @Test
  void anUploadCutOffLeavesNothing() throws Exception {
    URI url = it.signedPut("pictures/a", 1_000_000, TYPE);
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "PUT "
              + url.getRawPath()
              + "?"
              + url.getRawQuery()
              + " HTTP/1.1\r\nHost: "
              + url.getAuthority()
              + "\r\nContent-Type: "
              + TYPE
              + "\r\nContent-Length: 1000000\r\n\r\n";
      out.write(head.getBytes(US_ASCII));
      out.write(bytes(300_000, 1));
      out.flush();
      Eventually.holds("the first bytes are on disk", () -> files().anyMatch(f -> size(f) > 0));
      assertEquals(List.of(), keys());
    }
    Eventually.holds("the rest is tidied up", () -> files().findAny().isEmpty());
    assertEquals(List.of(), keys());
    assertTrue(it.created.isEmpty());
  }

  @Test
  void afterARestartObjectsAreThereAndWhatWasBeingWrittenIsNot() throws Exception {
    byte[] bytes = bytes(1000, 5);
    String likeUnfinished = "pictures/a-0f8fad5b-d9cb-469f-a165-70867728950e";
    put(likeUnfinished, bytes);
    put("pictures/b", bytes);
    String etag = it.s3.headObject(r -> r.bucket(BUCKET).key("pictures/b")).eTag();
    it.close();
    Files.write(
        folder.resolve(BUCKET).resolve("pictures/b-7c9e6679-7425-40de-944b-e07fc1f90ae7"), bytes);

    it = new S3Fixture(folder);

    assertEquals(List.of(likeUnfinished, "pictures/b"), keys());
    assertEquals(2, files().count());
    HeadObjectResponse head = it.s3.headObject(r -> r.bucket(BUCKET).key("pictures/b"));
    assertEquals(etag, head.eTag());
    assertEquals(TYPE, head.contentType());
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path other) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      EmulatorException thrown =
          assertThrows(
              EmulatorException.class,
              () ->
                  S3Emulator.start(
                      other, port, List.of(), List.of(), object -> {}, LocalCredentials.DEFAULT));
      assertEquals(
          "Port " + port + " on 127.0.0.1 is taken by another program: choose another one.",
          thrown.getMessage());
    }
  }

  private void put(String key, byte[] bytes) {
    it.s3.putObject(r -> r.bucket(BUCKET).key(key).contentType(TYPE), RequestBody.fromBytes(bytes));
  }

  private List<String> keys() {
    return it.s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private Stream<Path> files() {
    while (true) {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile).toList().stream();
      } catch (UncheckedIOException e) {
        // What is gone when its turn comes is no reason to stop: the server tidies up meanwhile.
        if (!(e.getCause() instanceof NoSuchFileException)) {
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
