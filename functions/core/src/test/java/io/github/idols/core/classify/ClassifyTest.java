package io.github.idols.core.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.binary.DamagedFileException;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassifyTest {
  /** Faces around a direction of each person's own. */
  private static List<List<Embedding>> people(int people, int faces, double spread) {
    Random random = new Random(5);
    List<List<Embedding>> all = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      List<Embedding> own = new ArrayList<>();
      for (int f = 0; f < faces; f++) {
        float[] values = new float[16];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (spread * random.nextGaussian() + (i == p ? 1 : 0));
        }
        own.add(Embedding.of(values));
      }
      all.add(own);
    }
    return all;
  }

  private static Means means(List<Embedding> faces) {
    return new Means(Embedding.mean(faces), faces.get(0), faces.get(1));
  }

  @Test
  void aHeadTellsPeopleApartAndIsTheSameEveryTime() {
    List<List<Embedding>> people = people(5, 12, 0.15);
    SoftmaxHead head = FitHead.of(people);
    for (int p = 0; p < 5; p++) {
      for (Embedding face : people.get(p)) {
        assertEquals(p, head.best(face));
        assertEquals(1, Arrays.stream(head.probabilities(face)).sum(), 1e-9);
      }
    }
    assertArrayEquals(head.biases(), FitHead.of(people).biases());
  }

  @Test
  void aHeadIsWhereItsLossIsLeast() {
    // Two people in one dimension's two directions: by symmetry w, -w with
    // w = LENGTH * x, 0.01 x = LENGTH / (1 + e^(2 LENGTH x)) / 2 ... found by bisection here.
    Embedding right = Embedding.of(1f, 0f);
    Embedding left = Embedding.of(-1f, 0f);
    SoftmaxHead head = FitHead.of(List.of(List.of(right), List.of(left)));
    double low = 0;
    double high = 10;
    for (int i = 0; i < 60; i++) {
      double x = (low + high) / 2;
      // Derivative of log(1 + e^(-16 x)) + 0.01 x² (both rows have x² / 2).
      double slope = 0.02 * x - 16 / (1 + Math.exp(16 * x));
      if (slope < 0) {
        low = x;
      } else {
        high = x;
      }
    }
    assertEquals(8 * low, head.weights().get(0)[0], 0.02);
    assertEquals(-8 * low, head.weights().get(1)[0], 0.02);
    assertEquals(0, head.weights().get(0)[1], 1e-6);
  }

  @Test
  void somebodyWithManyPicturesIsNoLikelierForThat() {
    Embedding right = Embedding.of(1f, 0f);
    Embedding up = Embedding.of(0f, 1f);
    List<Embedding> many = java.util.Collections.nCopies(50, right);
    SoftmaxHead head = FitHead.of(List.of(many, List.of(up)));
    assertEquals(0.5, head.probabilities(Embedding.of(1f, 1f))[0], 0.01);
  }

  @Test
  void aGateGoesWhereStrangersMeetItAsBefore() {
    Gate gate = new Gate(0.55, 0.53, 30);
    double[] before = {0.3, 0.4, 0.5};
    Gate same = CarryGate.of(gate, before, before);
    assertEquals(0.55, same.threshold(), 1e-12);
    // Strangers at half the cosines, and half as far apart.
    Gate half = CarryGate.of(gate, before, new double[] {0.15, 0.2, 0.25});
    assertEquals(0.275, half.threshold(), 1e-12);
    assertEquals(60, half.steepness(), 1e-9);
    assertEquals(gate.confidence(0.6), half.confidence(0.3), 1e-9);
    assertThrows(
        IllegalArgumentException.class, () -> CarryGate.of(gate, before, new double[] {1, 1}));
  }

  @Test
  void aModelComesBackFromItsZipToTheLastBit() throws IOException {
    List<List<Embedding>> people = people(3, 4, 0.2);
    Classifier classifier =
        new Classifier(
            List.of("리사", "Rosé", "Jennie"),
            FitHead.of(people),
            people.stream().map(ClassifyTest::means).toList(),
            new Gate(0.5123456789, 0.5, 31));
    byte[] network = {1, 2, 3};
    byte[] zip = zip(new TrainedModel(network, classifier));

    TrainedModel read = TrainedModel.read(new ByteArrayInputStream(zip));

    assertArrayEquals(network, read.network());
    assertEquals(classifier.people(), read.classifier().people());
    assertEquals(classifier.means(), read.classifier().means());
    assertEquals(classifier.gate(), read.classifier().gate());
    assertArrayEquals(
        classifier.head().weights().get(1), read.classifier().head().weights().get(1));
    assertArrayEquals(zip, zip(read), "the same model makes the same file");
  }

  private static byte[] zip(TrainedModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out, Map.of("model.json", new byte[] {'{', '}'}));
    return out.toByteArray();
  }

  @Test
  void whatIsNoModelIsRefusedWithASentence() throws IOException {
    List<List<Embedding>> people = people(2, 2, 0.2);
    Classifier classifier =
        new Classifier(
            List.of("a", "b"),
            FitHead.of(people),
            people.stream().map(ClassifyTest::means).toList(),
            new Gate(0.5, 0.5, 30));
    byte[] zip = zip(new TrainedModel(new byte[100], classifier));
    for (byte[] bytes :
        List.of(
            new byte[0],
            "no zip at all".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(zip, zip.length / 2))) {
      assertThrows(IOException.class, () -> TrainedModel.read(new ByteArrayInputStream(bytes)));
    }
    String message =
        assertThrows(
                DamagedFileException.class,
                () -> TrainedModel.read(new ByteArrayInputStream(new byte[9])))
            .getMessage();
    assertTrue(String.valueOf(message).startsWith("this is not a trained model"), message);
  }

  @Test
  void aTrainingJobComesBackAsItWas() throws IOException {
    byte[] rgb = new byte[WideFace.SIZE * WideFace.SIZE * 3];
    new Random(3).nextBytes(rgb);
    List<WideFace> faces = List.of(new WideFace(rgb), new WideFace(rgb), new WideFace(rgb));
    TrainingJob job =
        new TrainingJob(
            new TrainingSettings(7, 2e-5, true, -3),
            List.of(
                new TrainingFaces("Ann", faces, List.of()),
                new TrainingFaces("Bo", faces, faces.subList(0, 1))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    job.write(out);

    TrainingJob read = TrainingJob.read(new ByteArrayInputStream(out.toByteArray()));

    assertEquals(job.settings(), read.settings());
    assertEquals("Bo", read.people().get(1).name());
    assertEquals(3, read.people().get(0).training().size());
    assertArrayEquals(rgb, read.people().get(1).test().get(0).toArray());
  }
}
