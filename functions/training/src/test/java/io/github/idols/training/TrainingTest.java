package io.github.idols.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.classify.TrainedModel;
import io.github.idols.core.classify.TrainingFaces;
import io.github.idols.core.classify.TrainingJob;
import io.github.idols.core.classify.TrainingSettings;
import io.github.idols.core.face.Detail;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.WideFace;
import io.github.idols.core.gallery.ClassifierMatcher;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.gallery.Match;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import io.github.idols.vision.video.FileSource;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trains on a tiny set, as the process does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {
  private final FaceModels models = new FaceModels();
  private List<TrainingFaces> people = List.of();

  @BeforeAll
  void cutFaces(@TempDir Path folder) throws Exception {
    people = new DemoFaces(models, folder).people();
  }

  @AfterAll
  void close() {
    models.close();
  }

  private static byte[] network() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            TrainingTest.class.getResourceAsStream("/models/mobilefacenet.tflite"))) {
      return in.readAllBytes();
    }
  }

  private String train(TrainingSettings settings, Path file) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(
        new TrainingJob(settings, people),
        file,
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTrainedModelNamesOtherPicturesAndServesWithoutPyTorch(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("model.zip");

    String said = train(new TrainingSettings(2, 1e-5, false, 1), file);

    assertTrue(said.contains("stage 1, epoch  1: loss"), said);
    assertTrue(said.contains("stage 2, epoch  1: loss"), said);
    assertTrue(said.contains("100.00 % (9 of 9)"), said);
    String page = Files.readString(folder.resolve("model.html"));
    assertTrue(page.contains("<svg") && page.contains("the guest"), page);
    TrainedModel model;
    try (InputStream in = Files.newInputStream(file)) {
      model = TrainedModel.read(in);
    }
    assertFalse(
        java.util.Arrays.equals(network(), model.network()), "stage 2 made something better");
    // Served as label does: only the weights are taken from the zip.
    ClassifierMatcher matcher = new ClassifierMatcher(model.classifier());
    try (FaceModels tuned = FaceModels.tuned(model.network());
        GalleryPictures pictures = new GalleryPictures(tuned, FaceChoice::tallest)) {
      Path still = new DemoFaces(models, folder).file("franck_04035.jpg");
      Embedding face =
          ((PictureCheck.Accepted) pictures.check(FileSource.open(still))).taken().embedding();
      Match match = matcher.match(face, Detail.FULL);
      assertEquals("Franck", match.person());
      assertTrue(match.known());
      try (ServedNetwork served = new ServedNetwork(model.network())) {
        Embedding cut = Embedding.of(served.run(FacePixels.plain(people.get(0).test().get(0))));
        assertTrue(cut.cosine(model.classifier().means().get(0).full()) > 0.6);
      }
    }
  }

  @Test
  void theSameSeedMakesTheSameModelToTheLastByte(@TempDir Path folder) throws Exception {
    TrainingSettings settings = new TrainingSettings(1, 1e-5, false, 7);
    Path one = folder.resolve("one.zip");
    Path other = folder.resolve("other.zip");
    train(settings, one);
    train(settings, other);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
  }

  @Test
  void aFrozenNetworkStaysAsItIs(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("frozen.zip");
    String said = train(new TrainingSettings(1, 1e-5, true, 1), file);
    assertFalse(said.contains("stage 2"), said);
    try (InputStream in = Files.newInputStream(file)) {
      TrainedModel model = TrainedModel.read(in);
      assertArrayEquals(network(), model.network());
      assertEquals(ClassifierMatcher.shippedGate(), model.classifier().gate());
    }
  }

  @Test
  void tunedAndServedFacesAgree() throws Exception {
    List<List<WideFace>> faces = people.stream().map(TrainingFaces::training).toList();
    TunedNetwork tuned =
        new FineTune(network(), new TrainingSettings(1, 1e-4, false, 2), epoch -> {}).run(faces);
    assertTrue(tuned.agreement() > 0.9999, "cosine " + tuned.agreement());
  }

  @Test
  void strangersAreShownToNetworksThatWereTunedWithoutThem() throws Exception {
    List<List<WideFace>> faces = people.stream().map(TrainingFaces::training).toList();
    Strangers.Cosines cosines =
        new Strangers(network(), new TrainingSettings(1, 1e-5, false, 1)).of(faces, 1);
    // Each face three times: as it is, soft, softer.
    assertEquals(45, cosines.before().size());
    assertEquals(45, cosines.after().size());
    // The first is Franck's first face before a network that knows the two others.
    List<List<Embedding>> embedded = Embedded.all(network(), faces, Detail.FULL);
    Embedding franck = embedded.get(0).get(0);
    double closest =
        Math.max(
            franck.cosine(Embedding.mean(embedded.get(1))),
            franck.cosine(Embedding.mean(embedded.get(2))));
    assertEquals(closest, cosines.before().get(0), 1e-9);
  }

  @Test
  void facesAreCutAsAGallerysAre(@TempDir Path folder) throws Exception {
    Path still = new DemoFaces(models, folder).file("franck_01829.jpg");
    try (GalleryPictures pictures = new GalleryPictures(models);
        ServedNetwork served = new ServedNetwork(network())) {
      Embedding gallery =
          ((PictureCheck.Accepted) pictures.check(FileSource.open(still))).taken().embedding();
      Embedding cut = Embedding.of(served.run(FacePixels.plain(people.get(0).training().get(0))));
      assertEquals(1, gallery.cosine(cut), 1e-5);
    }
  }

  @Test
  void copiesAreDrawnBySeedAndStayInRange() {
    WideFace face = people.get(0).training().get(0);
    float[] one = new Augmentation(new Random(4)).copy(face);
    assertArrayEquals(one, new Augmentation(new Random(4)).copy(face));
    assertFalse(java.util.Arrays.equals(one, new Augmentation(new Random(5)).copy(face)));
    for (float value : one) {
      assertTrue(value >= FacePixels.normalised(0) && value <= FacePixels.normalised(255));
    }
  }

  @Test
  void aNetworkThatIsNotOursIsNotServed() throws Exception {
    byte[] damaged = network();
    damaged[200] ^= 1;
    assertThrows(ai.djl.MalformedModelException.class, () -> FaceModels.tuned(damaged));
    assertThrows(ai.djl.MalformedModelException.class, () -> FaceModels.tuned(new byte[10]));
  }
}
