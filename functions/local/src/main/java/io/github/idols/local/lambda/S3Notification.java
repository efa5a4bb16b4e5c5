package io.github.idols.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** S3's word that an object is there, in the form in which Lambda gets it. */
public final class S3Notification {
  private static final ObjectMapper JSON = new ObjectMapper();

  private S3Notification() {}

  /**
   * The event as JSON.
   *
   * @param name of the event: {@code ObjectCreated:Put}
   * @param key as it is; S3 sends it URL-encoded, and so does this
   * @param size bytes
   * @param etag without quotes
   */
  public static byte[] json(
      String name, String bucket, String key, long size, String etag, Instant time) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode entry = event.putArray("Records").addObject();
    entry.put("eventVersion", "2.1");
    entry.put("eventSource", "aws:s3");
    entry.put("awsRegion", Arn.REGION);
    entry.put("eventTime", time.toString());
    entry.put("eventName", name);
    entry.putObject("userIdentity").put("principalId", "local");
    entry.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    entry.putObject("responseElements").put("x-amz-request-id", "local").put("x-amz-id-2", "local");
    ObjectNode s3 = entry.putObject("s3");
    s3.put("s3SchemaVersion", "1.0");
    s3.put("configurationId", "local");
    ObjectNode inBucket = s3.putObject("bucket");
    inBucket.put("name", bucket);
    inBucket.putObject("ownerIdentity").put("principalId", "local");
    inBucket.put("arn", "arn:aws:s3:::" + bucket);
    s3.putObject("object")
        .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
        .put("size", size)
        .put("eTag", etag)
        .put("sequencer", Long.toHexString(time.toEpochMilli()).toUpperCase(Locale.ROOT));
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can always be written as JSON", e);
    }
  }

  /** The key that such an event names, as it is. */
  public static String key(byte[] event) {
    try {
      JsonNode object = JSON.readTree(event).path("Records").path(0).path("s3").path("object");
      return URLDecoder.decode(object.path("key").asText(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("not an event of S3", e);
    }
  }
}
