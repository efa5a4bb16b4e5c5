package io.github.idols.local.lambda;

/** Names of things in an account that does not exist. */
final class Arn {
  static final String REGION = "us-east-1";

  private static final String ACCOUNT = "000000000000";

  private Arn() {}

  static String of(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }
}
