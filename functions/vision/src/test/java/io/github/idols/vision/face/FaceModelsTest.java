package io.github.idols.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.gallery.PictureCheck;
import io.github.idols.core.video.Frame;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceModelsTest {
  private static FaceModels models;

  @BeforeAll
  static void load() {
    models = new FaceModels();
  }

  @AfterAll
  static void close() {
    models.close();
  }

  private static List<Detection> find(BufferedImage image, double smallest) {
    try (Mtcnn finder =
        models.newFinder(image.getWidth(), image.getHeight(), MtcnnSettings.facesFrom(smallest))) {
      return finder.find(PictureFrames.frame(image)).stream()
          .sorted(Comparator.comparingDouble(d -> d.box().x()))
          .toList();
    }
  }

  @Test
  void findsAllFiveFacesOfAGroup() throws IOException {
    List<Detection> faces = find(PictureFrames.demo("sample5.jpg"), 60);
    assertEquals(5, faces.size(), faces.toString());
    // Where the faces are, by eye, in the 1920 x 1398 picture.
    int[][] centres = {{460, 1010}, {680, 540}, {865, 220}, {1200, 315}, {1500, 530}};
    for (int i = 0; i < centres.length; i++) {
      Box box = faces.get(i).box();
      assertEquals(centres[i][0], box.centerX(), 50, "face " + i);
      assertEquals(centres[i][1], box.centerY(), 50, "face " + i);
    }
  }

  @Test
  void eyesNoseAndMouthLieWhereTheyBelong() throws IOException {
    for (Detection face : find(PictureFrames.demo("sample6.jpg"), 60)) {
      var at = face.landmarks();
      assertTrue(at.leftEye().x() < at.nose().x() && at.nose().x() < at.rightEye().x());
      assertTrue(at.leftEye().y() < at.nose().y() && at.nose().y() < at.leftMouth().y());
      assertTrue(at.leftMouth().x() < at.rightMouth().x());
    }
  }

  @Test
  void findsSmallFacesToo() throws IOException {
    BufferedImage small = PictureFrames.scaled(PictureFrames.demo("sample6.jpg"), 240, 192);
    assertEquals(4, find(small, 24).size());
  }

  @Test
  void followsAFaceFromWhereItWas() throws IOException {
    BufferedImage image = PictureFrames.demo("sample6.jpg");
    Frame frame = PictureFrames.frame(image);
    try (Mtcnn finder =
        models.newFinder(image.getWidth(), image.getHeight(), MtcnnSettings.facesFrom(60))) {
      Box face = finder.find(frame).get(0).box();
      Box before = new Box(face.x() + 0.1 * face.width(), face.y(), face.width(), face.height());
      Box nothing = new Box(20, 20, 200, 200);
      List<Optional<Detection>> found = finder.follow(frame, List.of(before, nothing));
      assertTrue(found.get(0).orElseThrow().box().iou(face) > 0.7);
      assertEquals(Optional.empty(), found.get(1));
    }
  }

  @Test
  void aFaceIsFollowedWhereTheLightGoesOut() throws IOException {
    BufferedImage lit = PictureFrames.demo("franck_01829.jpg");
    BufferedImage dark = new BufferedImage(lit.getWidth(), lit.getHeight(), lit.getType());
    new RescaleOp(0.15f, 0, null).filter(lit, dark);
    try (Mtcnn finder =
        models.newFinder(lit.getWidth(), lit.getHeight(), MtcnnSettings.facesFrom(60).onStage())) {
      Detection face = finder.find(PictureFrames.frame(lit)).get(0);
      Detection same =
          finder.follow(PictureFrames.frame(dark), List.of(face.box())).get(0).orElseThrow();
      assertTrue(same.box().iou(face.box()) > 0.7);
      assertTrue(same.score() > 0.9, "score " + same.score());
    }
  }

  @Test
  void aGlanceFindsTheLargeFacesOfAGroup() throws IOException {
    BufferedImage image = PictureFrames.demo("sample6.jpg");
    List<Detection> faces = find(image, 60);
    try (BlazeFace glance = models.newGlance(0.6)) {
      List<Detection> seen = glance.find(PictureFrames.frame(image));
      assertEquals(faces.size(), seen.size());
      for (Detection face : faces) {
        Detection same =
            seen.stream()
                .max(Comparator.comparingDouble(d -> d.box().iou(face.box())))
                .orElseThrow();
        assertTrue(same.box().iou(face.box()) > 0.4);
        double eyes = face.landmarks().rightEye().x() - face.landmarks().leftEye().x();
        assertEquals(face.landmarks().leftEye().x(), same.landmarks().leftEye().x(), 0.25 * eyes);
        assertEquals(face.landmarks().nose().y(), same.landmarks().nose().y(), 0.35 * eyes);
        assertEquals(
            face.landmarks().rightMouth().x(), same.landmarks().rightMouth().x(), 0.35 * eyes);
      }
    }
  }

  private static Embedding embed(BufferedImage image) {
    try (FaceFinder finder = models.newPictureFinder();
        MobileFaceNet embedder = models.newEmbedder()) {
      PictureCheck check = new CheckPicture(finder, embedder).check(PictureFrames.frame(image));
      return assertInstanceOf(PictureCheck.Accepted.class, check).embedding();
    }
  }

  @Test
  void facesOfOnePersonAreAlikeAndThoseOfOthersAreNot() throws IOException {
    List<Embedding> franck = new ArrayList<>();
    for (String number : List.of("01829", "02888", "04117")) {
      franck.add(embed(PictureFrames.demo("franck_" + number + ".jpg")));
    }
    List<Embedding> others = new ArrayList<>();
    BufferedImage group = PictureFrames.demo("sample6.jpg");
    for (Detection face : find(group, 60)) {
      Box box = face.box();
      others.add(
          embed(
              group.getSubimage(
                  (int) box.x() - 40,
                  (int) box.y() - 40,
                  (int) box.width() + 80,
                  (int) box.height() + 80)));
    }
    for (Embedding one : franck) {
      for (Embedding same : franck) {
        assertTrue(one.cosine(same) > 0.6, "the same man: " + one.cosine(same));
      }
      for (Embedding other : others) {
        assertTrue(one.cosine(other) < 0.45, "somebody else: " + one.cosine(other));
      }
    }
  }

  @Test
  void aFaceIsStillTheSameHalfAsLarge() throws IOException {
    BufferedImage large = PictureFrames.demo("franck_01829.jpg");
    Embedding small = embed(PictureFrames.scaled(large, 180, 144));
    assertTrue(embed(large).cosine(small) > 0.8);
  }

  @Test
  void aPictureWithoutAFaceAndOneWithManyAreRefused() throws IOException {
    try (FaceFinder finder = models.newPictureFinder();
        MobileFaceNet embedder = models.newEmbedder()) {
      CheckPicture check = new CheckPicture(finder, embedder);
      BufferedImage flat = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
      assertInstanceOf(PictureCheck.Refused.class, check.check(PictureFrames.frame(flat)));
      PictureCheck group = check.check(PictureFrames.frame(PictureFrames.demo("sample6.jpg")));
      assertEquals(
          "4 faces of a similar size, crop it to one",
          assertInstanceOf(PictureCheck.Refused.class, group).reason());
    }
  }
}
