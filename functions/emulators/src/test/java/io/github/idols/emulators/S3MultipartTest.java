package io.github.idols.emulators;

import static io.github.idols.emulators.S3Fixture.BUCKET;
import static io.github.idols.emulators.S3Fixture.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Part;

class S3MultipartTest {
  private static final String KEY = "videos/abc";
  private static final String TYPE = "video/mp4";
  private static final int PART = 5 << 20;

  private final Path folder;
  private S3Fixture it;

  S3MultipartTest(@TempDir Path folder) {
    this.folder = folder;
    it = new S3Fixture(folder);
  }

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void aPageUploadsInSignedPartsAndGoesOnAfterARestart() throws Exception {
    byte[] first = bytes(PART, 1);
    byte[] second = bytes(1000, 2);
    String upload = create();
    HttpResponse<String> answer = it.put(signedPart(upload, 1, PART), first, TYPE);
    assertEquals(200, answer.statusCode(), answer.body());
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(List.of(), it.s3.listObjectsV2(r -> r.bucket(BUCKET)).contents());

    it.close();
    it = new S3Fixture(folder);

    List<Part> there = parts(upload);
    assertEquals(List.of(1), there.stream().map(Part::partNumber).toList());
    assertEquals(etag, there.get(0).eTag());
    assertEquals(PART, there.get(0).size());
    // Again, as a page does that did not hear of its success.
    it.put(signedPart(upload, 1, PART), first, TYPE);
    it.put(signedPart(upload, 2, second.length), second, TYPE);
    assertTrue(it.created.isEmpty());
    String whole = complete(upload);

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(first);
    expected.write(second);
    var object = it.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(KEY));
    assertArrayEquals(expected.toByteArray(), object.asByteArray());
    assertEquals(TYPE, object.response().contentType());
    assertEquals(
        new S3ObjectCreated(
            BUCKET,
            KEY,
            PART + 1000,
            whole.replace("\"", ""),
            "ObjectCreated:CompleteMultipartUpload"),
        it.nextCreated());
    assertTrue(it.created.isEmpty());
  }

  /** Once {@code ./idols demo --data here} said that parts of its own video were missing. */
  @Test
  void aFolderMayBeGivenFromWhereTheProgramStands() throws Exception {
    it.close();
    Path here = Path.of("").toAbsolutePath();
    it = new S3Fixture(here.relativize(folder.toAbsolutePath()));
    byte[] part = bytes(1000, 1);
    String upload = create();

    it.put(signedPart(upload, 1, part.length), part, TYPE);

    assertEquals(List.of(1), parts(upload).stream().map(Part::partNumber).toList());
    complete(upload);
    var object = it.s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(KEY));
    assertArrayEquals(part, object.asByteArray());
  }

  @Test
  void aSignedPartTakesNoOtherSizeOrNumber() throws Exception {
    String upload = create();
    URI url = signedPart(upload, 1, 1000);
    URI otherNumber = URI.create(url.toString().replace("partNumber=1", "partNumber=2"));

    assertEquals(403, it.put(url, bytes(1001, 1), TYPE).statusCode());
    assertEquals(403, it.put(otherNumber, bytes(1000, 1), TYPE).statusCode());
    assertEquals(List.of(), parts(upload));
  }

  @Test
  void anAbortedUploadIsGone() throws Exception {
    String upload = create();
    it.put(signedPart(upload, 1, 1000), bytes(1000, 1), TYPE);

    it.s3.abortMultipartUpload(r -> r.bucket(BUCKET).key(KEY).uploadId(upload));

    assertEquals(List.of(), parts(upload));
    assertEquals(List.of(), it.s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads());
    assertTrue(it.created.isEmpty());
  }

  private String create() {
    return it.s3.createMultipartUpload(r -> r.bucket(BUCKET).key(KEY).contentType(TYPE)).uploadId();
  }

  private URI signedPart(String upload, int number, long size) throws Exception {
    return it.presigner
        .presignUploadPart(
            r ->
                r.signatureDuration(Duration.ofMinutes(5))
                    .uploadPartRequest(
                        part ->
                            part.bucket(BUCKET)
                                .key(KEY)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentLength(size)))
        .url()
        .toURI();
  }

  private List<Part> parts(String upload) {
    return it.s3.listParts(r -> r.bucket(BUCKET).key(KEY).uploadId(upload)).parts();
  }

  private String complete(String upload) {
    List<CompletedPart> completed =
        parts(upload).stream()
            .map(
                part ->
                    CompletedPart.builder().partNumber(part.partNumber()).eTag(part.eTag()).build())
            .toList();
    return it.s3
        .completeMultipartUpload(
            r ->
                r.bucket(BUCKET).key(KEY).uploadId(upload).multipartUpload(m -> m.parts(completed)))
        .eTag();
  }
}
