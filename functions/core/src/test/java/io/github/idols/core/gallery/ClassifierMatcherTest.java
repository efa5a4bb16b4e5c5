package io.github.idols.core.gallery;

import static io.github.idols.core.gallery.Angles.at;
import static io.github.idols.core.gallery.Angles.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.classify.Classifier;
import io.github.idols.core.classify.Gate;
import io.github.idols.core.classify.Means;
import io.github.idols.core.classify.SoftmaxHead;
import io.github.idols.core.face.Detail;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierMatcherTest {
  @Test
  void aHeadThatIsSureDecidesAgainstACloserMean() {
    // Bo's mean, at 90°, is closer to 50° than Ann's, at 0°.
    SoftmaxHead sure = new SoftmaxHead(List.of(row(30, 0), row(0, 0)), new float[2]);
    SoftmaxHead unsure = new SoftmaxHead(List.of(row(1, 0), row(0, 0)), new float[2]);

    assertEquals("Ann", matcher(sure).match(at(50), Detail.FULL).person());
    assertEquals("Bo", matcher(unsure).match(at(50), Detail.FULL).person());
  }

  @Test
  void theHeadMakesNobodyKnown() {
    SoftmaxHead sure = new SoftmaxHead(List.of(row(100, 0), row(0, 0)), new float[2]);
    for (int degrees = 0; degrees < 360; degrees += 15) {
      double[] scores = matcher(sure).scores(at(degrees), Detail.FULL);
      assertTrue(scores[0] <= Math.cos(Math.toRadians(degrees)) + 1e-6);
      assertTrue(scores[1] <= Math.cos(Math.toRadians(degrees - 90)) + 1e-6);
    }
  }

  @Test
  void strangersStayUnknownHoweverSureTheHeadIs() {
    Gallery gallery = new Gallery(List.of(person("Ann", 0, 10), person("Bo", 90, 100)));
    ClassifierMatcher matcher = ClassifierMatcher.of(gallery, 0.55);

    // Far on Ann's other side the softmax is as sure as can be.
    Match stranger = matcher.match(at(280), Detail.FULL);
    assertEquals("Ann", stranger.person());
    assertFalse(stranger.known());
    assertTrue(matcher.match(at(330), Detail.FULL).known());
  }

  @Test
  void thePersonWhoIsNextLikelyComesNextIfAtAll() {
    SoftmaxHead sure = new SoftmaxHead(List.of(row(100, 0), row(0, 100)), new float[2]);
    SoftmaxHead unsure = new SoftmaxHead(List.of(row(1, 0), row(0, 1)), new float[2]);

    double[] clear = matcher(sure).scores(at(40), Detail.FULL);
    double[] close = matcher(unsure).scores(at(40), Detail.FULL);

    assertEquals(Math.cos(Math.toRadians(40)), clear[0], 1e-6);
    assertEquals(Math.cos(Math.toRadians(40)), close[0], 1e-6);
    assertTrue(clear[1] < 0.1, "as good as ruled out");
    assertTrue(close[1] > 0.4 && close[1] < close[0], "still possible");
  }

  @Test
  void sureNamesAreSaidToBeSureByTheModelsOwnCurve() {
    Matcher matcher = matcher(new SoftmaxHead(List.of(row(1, 0), row(0, 1)), new float[2]));

    assertEquals(0.5, matcher.confidence(0.4), 1e-9);
    assertTrue(matcher.confidence(0.6) > 0.9);
  }

  @Test
  void softFacesAreHeldAgainstSoftMeans() {
    Matcher matcher = matcher(new SoftmaxHead(List.of(row(1, 0), row(0, 1)), new float[2]));

    assertEquals(Math.cos(Math.toRadians(40)), matcher.scores(at(-40), Detail.FULL)[0], 1e-6);
    assertEquals(Math.cos(Math.toRadians(10)), matcher.scores(at(-40), Detail.HALF)[0], 1e-6);
    assertEquals(Math.cos(Math.toRadians(20)), matcher.scores(at(-40), Detail.QUARTER)[0], 1e-6);
  }

  private static ClassifierMatcher matcher(SoftmaxHead head) {
    return new ClassifierMatcher(
        new Classifier(
            List.of("Ann", "Bo"), head, List.of(means(0), means(90)), new Gate(0.5, 0.4, 20)));
  }

  private static Means means(double degrees) {
    return new Means(at(degrees), at(degrees - 30), at(degrees - 60));
  }

  private static float[] row(float... values) {
    return values;
  }
}
