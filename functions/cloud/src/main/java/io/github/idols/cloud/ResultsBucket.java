package io.github.idols.cloud;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files in the bucket of results, written and read whole. Safe for use by several threads. */
final class ResultsBucket {
  /** Media type of what no browser reads. */
  static final String BINARY = "application/octet-stream";

  private final S3Client s3;
  private final String bucket;

  ResultsBucket(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  interface Encoder {
    void write(OutputStream out) throws IOException;
  }

  interface Decoder<T> {
    T read(InputStream in) throws IOException;
  }

  void save(String key, String type, Encoder encoder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    encoder.write(bytes);
    put(key, type, RequestBody.fromBytes(bytes.toByteArray()));
  }

  void save(String key, String type, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException("there is no file " + file);
    }
    put(key, type, RequestBody.fromFile(file));
  }

  private void put(String key, String type, RequestBody body) throws IOException {
    try {
      s3.putObject(request -> request.bucket(bucket).key(key).contentType(type), body);
    } catch (SdkException e) {
      throw failed(key + " could not be written to S3", e);
    }
  }

  /** Reads what an encoder wrote; throws a {@link FileNotFoundException} where nothing is. */
  <T> T read(String key, Decoder<T> decoder) throws IOException {
    byte[] bytes = get(key, ResponseTransformer.<GetObjectResponse>toBytes()).asByteArrayUnsafe();
    return decoder.read(new ByteArrayInputStream(bytes));
  }

  /** The same, and nothing where nothing is. */
  <T> Optional<T> ifThere(String key, Decoder<T> decoder) throws IOException {
    try {
      return Optional.of(read(key, decoder));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Copies to a file on this machine. */
  void fetch(String key, Path to) throws IOException {
    get(
        key,
        (response, in) -> {
          try {
            long copied = Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            if (copied != response.contentLength()) {
              throw RetryableException.create("the connection ended early");
            }
            return to;
          } catch (FileSystemException e) {
            throw e;
          } catch (IOException e) {
            throw RetryableException.create("the connection broke", e);
          }
        });
  }

  private <T> T get(String key, ResponseTransformer<GetObjectResponse, T> reader)
      throws IOException {
    try {
      return s3.getObject(request -> request.bucket(bucket).key(key), reader);
    } catch (NoSuchKeyException e) {
      throw new FileNotFoundException("there is no " + key);
    } catch (SdkException e) {
      throw failed(key + " could not be read from S3", e);
    }
  }

  void delete(String key) throws IOException {
    try {
      s3.deleteObject(request -> request.bucket(bucket).key(key));
    } catch (SdkException e) {
      throw failed(key + " could not be deleted", e);
    }
  }

  /** Deletes everything whose key begins so. */
  void deleteAll(String beginning) throws IOException {
    try {
      Deletion.deleteAll(s3, bucket, beginning);
    } catch (SdkException e) {
      throw failed("The files of a job could not be deleted", e);
    }
  }

  static IOException failed(String what, SdkException e) {
    return new IOException(what + ": " + e.getMessage(), e);
  }
}
