package io.github.idols.core.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final Embedding RIGHT = Embedding.of(1, 0);
  private static final Embedding UP = Embedding.of(0, 1);

  @Test
  void aWeightedSumLeansToWhatCountsMore() {
    Embedding sum = Embedding.weighted(List.of(RIGHT, UP), new double[] {3, 4}).orElseThrow();

    assertEquals(0.6, sum.cosine(RIGHT), 1e-6);
    assertEquals(0.8, sum.cosine(UP), 1e-6);
  }

  @Test
  void onlyTheWeightsProportionMatters() {
    List<Embedding> both = List.of(RIGHT, UP);
    assertEquals(
        1,
        Embedding.weighted(both, new double[] {1, 2})
            .orElseThrow()
            .cosine(Embedding.weighted(both, new double[] {0.01, 0.02}).orElseThrow()),
        1e-6);
  }

  @Test
  void whatCancelsOutHasNoDirection() {
    assertEquals(
        Optional.empty(),
        Embedding.weighted(List.of(RIGHT, Embedding.of(-1, 0)), new double[] {1, 1}));
  }

  @Test
  void eachEmbeddingHasAWeight() {
    assertThrows(
        IllegalArgumentException.class, () -> Embedding.weighted(List.of(), new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Embedding.weighted(List.of(UP), new double[2]));
  }
}
