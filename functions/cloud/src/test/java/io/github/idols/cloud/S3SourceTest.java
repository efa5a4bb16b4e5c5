package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(LocalCloud.Extension.class)
class S3SourceTest {
  private static final int MIB = 1 << 20;

  private final AtomicInteger requests = new AtomicInteger();
  private final String key = UUID.randomUUID().toString();
  private final S3Client s3;

  S3SourceTest(LocalCloud cloud) {
    ExecutionInterceptor counter =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            requests.incrementAndGet();
          }
        };
    s3 =
        S3Client.builder()
            .endpointOverride(cloud.servers().s3())
            .region(Region.of(cloud.servers().region()))
            .credentialsProvider(cloud.servers().credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(config -> config.addExecutionInterceptor(counter))
            .build();
  }

  @AfterEach
  void close() {
    s3.close();
  }

  private byte[] put(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    s3.putObject(request -> request.bucket("uploads").key(key), RequestBody.fromBytes(bytes));
    requests.set(0);
    return bytes;
  }

  private S3Source open() throws IOException {
    return S3Source.open(s3, "uploads", key, "the video").orElseThrow();
  }

  /** As FFmpeg does: piece by piece, into memory outside of the heap. */
  private static byte[] read(S3Source source, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      ByteBuffer piece = ByteBuffer.allocateDirect(Math.min(32 << 10, length - done));
      int count = source.read(from + done, piece);
      if (count < 0) {
        break;
      }
      assertTrue(count > 0);
      assertEquals(count, piece.position());
      piece.flip().get(bytes, done, count);
      done += count;
    }
    return Arrays.copyOf(bytes, done);
  }

  @Test
  void readsAllInFewRequests() throws IOException {
    byte[] video = put(20 * MIB + 123);
    try (S3Source source = open()) {
      assertEquals(video.length, source.size());
      assertArrayEquals(video, read(source, 0, video.length));
    }
    assertTrue(requests.get() <= 8, () -> "requests: " + requests);
  }

  @Test
  void needsOneRequestWhereTheIndexIsInFront() throws IOException {
    byte[] video = put(5 * MIB);
    try (S3Source source = open()) {
      read(source, 0, 4096);
      read(source, 32, 16);
      assertArrayEquals(Arrays.copyOf(video, 300_000), read(source, 0, 300_000));
    }
    assertEquals(1, requests.get());
  }

  @Test
  void needsTwoRequestsWhereTheIndexIsAtTheEnd() throws IOException {
    byte[] video = put(5 * MIB);
    int index = video.length - 300_000;
    try (S3Source source = open()) {
      read(source, 0, 4096);
      read(source, index, 16);
      assertArrayEquals(
          Arrays.copyOfRange(video, index, video.length), read(source, index, 1_000_000));
      read(source, 0, 4096);
      read(source, 48, 30_000);
    }
    assertEquals(2, requests.get());
  }

  @Test
  void readsTwoPlacesInTurnWithoutFetchingTwice() throws IOException {
    byte[] video = put(12 * MIB);
    try (S3Source source = open()) {
      for (int i = 0; i < 10; i++) {
        int at = i * 60_000;
        assertArrayEquals(
            Arrays.copyOfRange(video, 2 * MIB + at, 2 * MIB + at + 60_000),
            read(source, 2 * MIB + at, 60_000));
        assertArrayEquals(
            Arrays.copyOfRange(video, 9 * MIB + at, 9 * MIB + at + 60_000),
            read(source, 9 * MIB + at, 60_000));
      }
    }
    assertEquals(3, requests.get());
  }

  @Test
  void skipsForwardInFewRequests() throws IOException {
    byte[] video = put(40 * MIB);
    try (S3Source source = open()) {
      for (int at = MIB; at + 1000 < video.length; at += 600_000) {
        assertArrayEquals(Arrays.copyOfRange(video, at, at + 1000), read(source, at, 1000));
      }
    }
    assertTrue(requests.get() <= 14, () -> "requests: " + requests);
  }

  @Test
  void endsWhereTheObjectEnds() throws IOException {
    byte[] video = put(MIB + 5);
    try (S3Source source = open()) {
      assertArrayEquals(Arrays.copyOfRange(video, MIB, MIB + 5), read(source, MIB, 100));
      assertEquals(-1, source.read(MIB + 5, ByteBuffer.allocate(1)));
    }
  }

  @Test
  void opensAnEmptyObject() throws IOException {
    put(0);
    try (S3Source source = open()) {
      assertEquals(0, source.size());
      assertEquals(-1, source.read(0, ByteBuffer.allocate(1)));
    }
  }

  @Test
  void noticesThatTheObjectWasChanged() throws IOException {
    put(3 * MIB);
    try (S3Source source = open()) {
      s3.putObject(
          request -> request.bucket("uploads").key(key), RequestBody.fromBytes(new byte[3 * MIB]));
      IOException e =
          assertThrows(IOException.class, () -> source.read(2 * MIB, ByteBuffer.allocate(1)));
      assertEquals("the video was changed or deleted while it was read", e.getMessage());
    }
  }

  @Test
  void noticesThatTheObjectWasDeleted() throws IOException {
    put(3 * MIB);
    try (S3Source source = open()) {
      s3.deleteObject(request -> request.bucket("uploads").key(key));
      IOException e =
          assertThrows(IOException.class, () -> source.read(2 * MIB, ByteBuffer.allocate(1)));
      assertEquals("the video was changed or deleted while it was read", e.getMessage());
    }
  }

  @Test
  void saysThatTheBucketCannotBeRead() {
    assertThrows(IOException.class, () -> S3Source.open(s3, "no-such-bucket", key, "the video"));
  }
}
