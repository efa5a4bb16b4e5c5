package io.github.idols.training;

import io.github.idols.core.classify.CarryGate;
import io.github.idols.core.classify.Classifier;
import io.github.idols.core.classify.Gate;
import io.github.idols.core.classify.TrainedModel;
import io.github.idols.core.classify.TrainingFaces;
import io.github.idols.core.classify.TrainingJob;
import io.github.idols.core.classify.TrainingSettings;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import io.github.idols.core.gallery.ClassifierMatcher;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The whole training: fine-tuning, the gate, and how good it is. */
final class TrainClassifier {
  private final byte[] network;
  private final Consumer<String> lines;

  /**
   * A training.
   *
   * @param network the shipped one
   * @param lines are told how far it is
   */
  TrainClassifier(byte[] network, Consumer<String> lines) {
    this.network = network;
    this.lines = lines;
  }

  /** A trained model, and what is known of it. */
  record Trained(TrainedModel model, Report report) {}

  /**
   * Trains.
   *
   * @throws IOException when the engine cannot do it
   */
  Trained train(TrainingJob job) throws IOException {
    TrainingSettings settings = job.settings();
    List<List<WideFace>> learning = job.people().stream().map(TrainingFaces::training).toList();
    List<List<WideFace>> test = job.people().stream().map(TrainingFaces::test).toList();
    TunedNetwork tuned =
        new FineTune(network, settings, epoch -> lines.accept(epoch.line())).run(learning);
    boolean changed = tuned.best() > 0;
    lines.accept(
        changed
            ? "kept: epoch " + tuned.best() + " of stage 2"
            : settings.freeze()
                ? "kept: stage 1; the network stays as it is"
                : "kept: stage 1; stage 2 made the held-back pictures' loss no less");
    Gate gate = changed ? gate(settings, learning, tuned) : ClassifierMatcher.shippedGate();
    List<List<Embedding>> faces = Embedded.all(tuned.network(), learning, Detail.FULL);
    Classifier classifier =
        new Classifier(
            job.people().stream().map(TrainingFaces::name).toList(),
            tuned.head(),
            Embedded.means(tuned.network(), learning),
            gate);
    List<List<Embedding>> untuned = Embedded.all(network, learning, Detail.FULL);
    List<List<Embedding>> tests = Embedded.all(tuned.network(), test, Detail.FULL);
    List<List<Embedding>> untunedTests = Embedded.all(network, test, Detail.FULL);
    Report report =
        new Report(
            job,
            tuned,
            gate,
            Result.of(tuned.first(), untuned),
            Result.of(tuned.first(), untunedTests),
            Result.of(tuned.head(), faces),
            Result.of(tuned.head(), tests),
            Gated.of(new ClassifierMatcher(classifier), tests));
    report.lines().forEach(lines);
    return new Trained(new TrainedModel(tuned.network(), classifier), report);
  }

  private Gate gate(TrainingSettings settings, List<List<WideFace>> people, TunedNetwork tuned)
      throws IOException {
    if (!Strangers.canBeMade(people.size())) {
      lines.accept(
          "the gate stays where it is for the untuned network: with two people nobody can be left"
              + " out");
      return ClassifierMatcher.shippedGate();
    }
    lines.accept("setting the gate: training again, each time without a third of the people");
    Strangers.Cosines strangers = new Strangers(network, settings).of(people, tuned.best());
    Gate gate =
        CarryGate.of(
            ClassifierMatcher.shippedGate(),
            strangers.before().stream().mapToDouble(Double::doubleValue).toArray(),
            strangers.after().stream().mapToDouble(Double::doubleValue).toArray());
    lines.accept(
        String.format(
            Locale.ROOT,
            "the gate: a cosine of %.3f (%.3f in the untuned network)",
            gate.threshold(),
            ClassifierMatcher.shippedGate().threshold()));
    return gate;
  }
}
