package io.github.idols.emulators;

/**
 * What S3 tells when an object is there, whole and readable.
 *
 * @param bucket the bucket's name
 * @param key the object's key as it is, not URL-encoded
 * @param size bytes
 * @param etag without quotes
 * @param event {@code ObjectCreated:Put}, {@code ObjectCreated:CompleteMultipartUpload} or {@code
 *     ObjectCreated:Copy}
 */
public record S3ObjectCreated(String bucket, String key, long size, String etag, String event) {}
