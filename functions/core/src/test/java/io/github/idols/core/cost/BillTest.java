package io.github.idols.core.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bills against sums made by hand. */
class BillTest {
  private static final Prices ROUND =
      new Prices(LocalDate.EPOCH, "here", 1, 0.5, 0, 10, 0, 0, 0, 0, 0);
  private static final Prices NOTHING =
      new Prices(LocalDate.EPOCH, "here", 0, 0, 0, 0, 0, 0, 0, 0, 0);

  @Test
  void computingIsMemoryTimesTime() {
    // 2 GB for 3 s and 1 GB for 4 s.
    Usage usage =
        new Usage(
            Map.of(Step.RECOGNIZE, Runs.one(2048, 3_000), Step.JOIN, Runs.one(1024, 4_000)), 0, 1);
    assertEquals(10, Bill.of(usage, ROUND, Processor.X86_64).computing(), 1e-9);
    assertEquals(5, Bill.of(usage, ROUND, Processor.ARM64).computing(), 1e-9);
  }

  @Test
  void storageIsOfTheVideoAndAsMuchAgainForAMonth() {
    Usage usage = new Usage(Map.of(), 3L << 30, 1);
    assertEquals(60, Bill.of(usage, ROUND, Processor.X86_64).storage(), 1e-9);
  }

  @Test
  void requestsAreCountedByHowTheStepsWork() {
    // 40 MiB in 5 chunks: 10 ranges in all, 2 for each chunk, and 2 to find the place.
    Usage usage =
        new Usage(
            Map.of(
                Step.SPLIT, new Runs(1, 0),
                Step.RECOGNIZE, new Runs(5, 0),
                Step.NAME, new Runs(1, 0),
                Step.RENDER, new Runs(5, 0),
                Step.JOIN, new Runs(1, 0)),
            40L << 20,
            5);
    assertEquals(13, requests(usage, new double[] {1, 0, 0, 0, 0, 0}), 1e-9, "calls");
    // Upload in 3 parts, begun and ended; plan; tracks and provisional labels; 4 of names; drawn
    // chunks and their faces; video and faces.
    assertEquals(
        3 + 2 + 1 + 10 + 4 + 10 + 2,
        requests(usage, new double[] {0, 1, 0, 0, 0, 0}),
        1e-9,
        "PUTs");
    assertEquals(
        3 + 10 * (2 + 2 + 1) + 5 + 6 + (10 + 10),
        requests(usage, new double[] {0, 0, 1, 0, 0, 0}),
        1e-9,
        "GETs");
    assertEquals(12 * 2.1, requests(usage, new double[] {0, 0, 0, 1, 0, 0}), 1e-9, "messages");
    assertEquals(26, requests(usage, new double[] {0, 0, 0, 0, 1, 0}), 1e-9, "writes of 1 kB");
    assertEquals(26, requests(usage, new double[] {0, 0, 0, 0, 0, 1}), 1e-9, "reads of 4 kB");
  }

  @Test
  void aJobOfManyChunksIsALargerItem() {
    Usage hour = new Usage(Map.of(Step.RECOGNIZE, new Runs(1, 0)), 0, 360);
    // 900 + 360 x 16 bytes are 7 kB to write and two times 4 kB to read.
    assertEquals(14, requests(hour, new double[] {0, 0, 0, 0, 1, 0}), 1e-9);
    assertEquals(4, requests(hour, new double[] {0, 0, 0, 0, 0, 1}), 1e-9);
  }

  private static double requests(Usage usage, double[] each) {
    Prices prices =
        new Prices(
            LocalDate.EPOCH, "", 0, 0, each[0], 0, each[1], each[2], each[3], each[4], each[5]);
    return Bill.of(usage, prices, Processor.X86_64).requests();
  }

  @Test
  void isToldInCents() {
    assertEquals(
        "6.60 cents (computing 4.00, requests 0.10, storage 2.50)",
        new Bill(0.04, 0.001, 0.025).words());
    assertEquals(
        0,
        Bill.of(new Usage(Map.of(Step.NAME, Runs.one(1, 1)), 9, 1), NOTHING, Processor.ARM64)
            .total());
  }

  @Test
  void theListHasADateAndAPriceForEverything() {
    Prices list = Prices.list();
    assertEquals("us-east-1", list.region());
    assertTrue(list.date().isAfter(LocalDate.of(2025, 1, 1)), list.toString());
    assertTrue(list.gigabyteSecond(Processor.ARM64) < list.gigabyteSecond(Processor.X86_64));
    // A whole core for an hour: 1769 / 1024 GB x 3600 s x 0.0000166667.
    Usage hour = new Usage(Map.of(Step.RENDER, Runs.one(1769, 3_600_000)), 0, 1);
    assertEquals(0.10365, Bill.of(hour, list, Processor.X86_64).computing(), 1e-5);
    assertEquals(0.20e-6, list.call(), 1e-15);
    assertEquals(0.0004e-3, list.get(), 1e-15);
  }

  @Test
  void aListThatLacksAPriceSaysWhich() throws IOException {
    String text = "date = 2025-01-01\nregion = x\nlambda.x86_64.gbSecond = 1\n";
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> Prices.read(new StringReader(text)).region());
    assertEquals("prices.properties has no lambda.arm64.gbSecond", e.getMessage());
  }
}
