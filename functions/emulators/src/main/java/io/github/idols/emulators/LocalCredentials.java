package io.github.idols.emulators;

/**
 * The access key and secret that the emulators take instead of an AWS account's.
 *
 * @param accessKey not secret; part of every signed URL
 * @param secretKey what signatures are made with
 */
public record LocalCredentials(String accessKey, String secretKey) {
  /**
   * For who has no reason to choose: good for servers on 127.0.0.1 only, since everybody knows
   * them.
   */
  public static final LocalCredentials DEFAULT = new LocalCredentials("local", "local-secret");

  /** A region for clients, which insist on one; the emulators take any. */
  public static final String REGION = "us-east-1";
}
