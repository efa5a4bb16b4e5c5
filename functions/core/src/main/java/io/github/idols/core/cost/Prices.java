package io.github.idols.core.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;

/**
 * List prices in US dollars, all for one piece: one request, one GB (2^30 bytes) and second, one GB
 * and month.
 *
 * @param date when they were taken down
 * @param region that they are of
 * @param x86 for a GB and a second of Lambda
 * @param arm the same on Graviton
 * @param call of a function
 * @param storage for a GB and a month of S3
 * @param write of 1 kB to DynamoDB
 * @param read of 4 kB, consistent, from DynamoDB
 */
public record Prices(
    LocalDate date,
    String region,
    double x86,
    double arm,
    double call,
    double storage,
    double put,
    double get,
    double message,
    double write,
    double read) {
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  /** Those of {@code prices.properties}. */
  public static Prices list() {
    try (InputStream in = Prices.class.getResourceAsStream("prices.properties")) {
      if (in == null) {
        throw new IllegalStateException("prices.properties is not on the class path");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws IllegalStateException when a price is missing
   * @throws NumberFormatException when one is no number
   */
  static Prices read(Reader file) throws IOException {
    Properties texts = new Properties();
    texts.load(file);
    return new Prices(
        LocalDate.parse(text(texts, "date")),
        text(texts, "region"),
        number(texts, "lambda.x86_64.gbSecond"),
        number(texts, "lambda.arm64.gbSecond"),
        number(texts, "lambda.millionRequests") / MILLION,
        number(texts, "s3.gbMonth"),
        number(texts, "s3.thousandPuts") / THOUSAND,
        number(texts, "s3.thousandGets") / THOUSAND,
        number(texts, "sqs.millionRequests") / MILLION,
        number(texts, "dynamo.millionWrites") / MILLION,
        number(texts, "dynamo.millionReads") / MILLION);
  }

  /** For a GB and a second of Lambda. */
  public double gigabyteSecond(Processor processor) {
    return switch (processor) {
      case X86_64 -> x86;
      case ARM64 -> arm;
    };
  }

  private static double number(Properties texts, String name) {
    return Double.parseDouble(text(texts, name));
  }

  private static String text(Properties texts, String name) {
    String text = texts.getProperty(name);
    if (text == null) {
      throw new IllegalStateException("prices.properties has no " + name);
    }
    return text.strip();
  }
}
