package io.github.idols.core.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sizes against sums made by hand. */
class SizingTest {
  /** A dollar for each GB and second, and for each GB and month; requests are free. */
  private static final Prices PRICES = new Prices(LocalDate.EPOCH, "", 1, 1, 0, 1, 0, 0, 0, 0, 0);

  /** Two minutes; 1 GB. */
  private static Sizing.Measured measured(double chunkSeconds, double recognize, double render) {
    return new Sizing.Measured(
        120,
        1L << 30,
        chunkSeconds,
        Map.of(Step.RECOGNIZE, recognize, Step.RENDER, render, Step.JOIN, 1.0, Step.NAME, 0.5));
  }

  private static Sizing of(int megabytes) {
    return Sizing.of(List.of(measured(10, 24, 36)), List.of(megabytes), PRICES, Processor.X86_64)
        .get(0);
  }

  @Test
  void aWholeCoreTakesTheMeasuredTime() {
    Sizing core = of(1769);
    assertEquals(3, core.longest(), 1e-9);
    // 24.5 s and 1 GB; 61.5 s and 2 GB; for two minutes.
    assertEquals((24.5 * 1769 / 1024 + 1) / 2, core.labels(), 1e-9);
    assertEquals((61.5 * 1769 / 1024 + 2) / 2, core.all(), 1e-9);
  }

  @Test
  void halfACoreTakesTwiceAsLongAndCostsTheSame() {
    Sizing half =
        Sizing.of(List.of(measured(10, 17.69, 17.69)), List.of(1769, 884), PRICES, Processor.X86_64)
            .get(1);
    assertEquals(17.69 / 12 / (884 / 1769.0), half.longest(), 1e-9);
    assertEquals(of(1769).all(), of(1000).all(), 1e-3);
  }

  @Test
  void twoCoresTakeAsLongAndCostTwiceAsMuch() {
    assertEquals(of(1769).longest(), of(3538).longest(), 1e-9);
    assertEquals(2 * (of(1769).all() - 1), of(3538).all() - 1, 1e-9);
  }

  @Test
  void theSoonestOfTheCheapIsChosen() {
    Sizing slow = new Sizing(30, 1769, 9, 1, 1.00);
    Sizing good = new Sizing(10, 1769, 3, 1, 1.04);
    Sizing dear = new Sizing(2, 1769, 1, 1, 1.30);
    assertEquals(Optional.of(good), Sizing.choose(List.of(slow, good, dear), 10));
    assertEquals(Optional.of(dear), Sizing.choose(List.of(slow, good, dear), 2));
    assertEquals(Optional.empty(), Sizing.choose(List.of(slow, good, dear), 0.5));
  }
}
