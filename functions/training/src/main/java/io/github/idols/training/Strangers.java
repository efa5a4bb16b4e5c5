package io.github.idols.training;

import io.github.idols.core.classify.Means;
import io.github.idols.core.classify.TrainingSettings;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike strangers look to a network that was tuned without them: some people are left out, the
 * network is tuned on the others, and the left-out are shown to it. A network that was tuned on
 * somebody cannot tell, since it has learnt to tell them from the others.
 */
final class Strangers {
  /** So often a part of the people is left out. */
  private static final int PARTS = 3;

  /** Fewer cannot be told apart. */
  private static final int LEAST = 2;

  private final byte[] network;
  private final TrainingSettings settings;

  Strangers(byte[] network, TrainingSettings settings) {
    this.network = network;
    this.settings = settings;
  }

  /**
   * The strangers' largest cosines to anybody's mean, in the network as it is and as it is tuned.
   *
   * @param before in the untuned network
   * @param after in networks that were tuned without them
   */
  record Cosines(List<Double> before, List<Double> after) {}

  /** Whether so many people leave enough when some are left out. */
  static boolean canBeMade(int people) {
    return people > LEAST;
  }

  /**
   * Tunes without some people, until everybody was left out once.
   *
   * @param epochs of the second stage
   */
  Cosines of(List<List<WideFace>> people, int epochs) throws IOException {
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    int parts = Math.min(PARTS, people.size());
    TrainingSettings shorter =
        new TrainingSettings(epochs, settings.learningRate(), false, settings.seed());
    for (int part = 0; part < parts; part++) {
      int left = part;
      List<List<WideFace>> out = pick(people, i -> i % parts == left);
      List<List<WideFace>> rest = pick(people, i -> i % parts != left);
      TunedNetwork tuned = new FineTune(network, shorter, epoch -> {}).run(rest);
      before.addAll(cosines(network, rest, out));
      after.addAll(cosines(tuned.network(), rest, out));
    }
    return new Cosines(before, after);
  }

  private static List<List<WideFace>> pick(
      List<List<WideFace>> people, java.util.function.IntPredicate which) {
    return IntStream.range(0, people.size()).filter(which).mapToObj(people::get).toList();
  }

  private static List<Double> cosines(
      byte[] network, List<List<WideFace>> known, List<List<WideFace>> strangers)
      throws IOException {
    List<Means> means = Embedded.means(network, known);
    List<Double> cosines = new ArrayList<>();
    for (Detail detail : Detail.values()) {
      for (List<Embedding> stranger : Embedded.all(network, strangers, detail)) {
        for (Embedding face : stranger) {
          cosines.add(
              means.stream().mapToDouble(mean -> face.cosine(mean.at(detail))).max().orElseThrow());
        }
      }
    }
    return cosines;
  }
}
