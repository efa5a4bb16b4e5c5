package io.github.idols.core.gallery;

import static io.github.idols.core.gallery.Angles.at;
import static io.github.idols.core.gallery.Angles.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.SoftFaces;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By hand, with angles in a plane: cos 60° = 0.5, and a chord of angle a is 2 sin(a / 2) long. */
class MatchersTest {
  /** Ann at 0° and 80°, so her mean lies at 40°; Bo at 100° only. */
  private static final Gallery GALLERY =
      new Gallery(List.of(person("Ann", 0, 80), person("Bo", 100)));

  @Test
  void nearestTakesTheLeastDistanceToAnyPicture() {
    Match match = new NearestMatcher(GALLERY, 0.6).match(at(85), Detail.FULL);

    assertEquals("Ann", match.person());
    assertTrue(match.known());
    assertEquals(Math.cos(Math.toRadians(5)), match.score(), 1e-6);
  }

  @Test
  void nearestKeepsToItsToleranceInEuclideanDistance() {
    // 320° is 40° from Ann's first picture: a chord of 2 sin 20° = 0.684.
    assertFalse(new NearestMatcher(GALLERY, 0.68).match(at(320), Detail.FULL).known());
    assertTrue(new NearestMatcher(GALLERY, 0.69).match(at(320), Detail.FULL).known());
  }

  @Test
  void centroidTakesTheCosineToTheMean() {
    // 85° is 45° from Ann's mean and 15° from Bo: the other rule names it Ann.
    Match match = new CentroidMatcher(GALLERY, 0.5).match(at(85), Detail.FULL);

    assertEquals("Bo", match.person());
    assertTrue(match.known());
    assertEquals(Math.cos(Math.toRadians(15)), match.score(), 1e-6);
  }

  @Test
  void centroidNamesNobodyUnderItsThreshold() {
    // 340° is 60° from Ann's mean.
    Match under = new CentroidMatcher(GALLERY, 0.501).match(at(340), Detail.FULL);
    assertEquals("Ann", under.person());
    assertFalse(under.known());
    assertTrue(new CentroidMatcher(GALLERY, 0.499).match(at(340), Detail.FULL).known());
  }

  @Test
  void everybodyIsRankedByAnAverageOfScores() {
    Matcher matcher = new CentroidMatcher(GALLERY, 0.8);

    List<Match> ranked = matcher.rank(new double[] {0.7, 0.9});

    assertEquals(List.of(new Match("Bo", true, 0.9), new Match("Ann", false, 0.7)), ranked);
    assertThrows(IllegalArgumentException.class, () -> matcher.rank(new double[1]));
  }

  @Test
  void halfOfTheNamesAreRightWhereTheCurveSaysSoAndMoreAbove() {
    Matcher matcher = new CentroidMatcher(GALLERY, 0.5);

    assertEquals(0.5, matcher.confidence(Matcher.HALF_RIGHT), 1e-9);
    // ln 9 steps up the curve: nine in ten; as many down: one in ten.
    double step = Math.log(9) / Matcher.STEEPNESS;
    assertEquals(0.9, matcher.confidence(Matcher.HALF_RIGHT + step), 1e-9);
    assertEquals(0.1, matcher.confidence(Matcher.HALF_RIGHT - step), 1e-9);
    assertTrue(matcher.confidence(1) <= 1 && matcher.confidence(-1) >= 0);
  }

  @Test
  void ofEqualScoresTheFirstOfTheGalleryWins() {
    Gallery twins = new Gallery(List.of(person("Ann", 0), person("Bo", 0)));

    assertEquals("Ann", new NearestMatcher(twins, 1).match(at(10), Detail.FULL).person());
    assertEquals("Ann", new CentroidMatcher(twins, 0).match(at(10), Detail.FULL).person());
  }

  @Test
  void allRulesTakeOneKindOfTolerance() {
    Gallery one = new Gallery(List.of(person("Ann", 0)));
    for (MatcherKind kind : MatcherKind.values()) {
      // 60° away is a distance of exactly 1.
      assertFalse(kind.matcher(one, 0.99).match(at(60), Detail.FULL).known(), kind.word());
      assertTrue(kind.matcher(one, 1.01).match(at(60), Detail.FULL).known(), kind.word());
      assertThrows(IllegalArgumentException.class, () -> kind.matcher(one, 2.1));
      assertThrows(IllegalArgumentException.class, () -> kind.matcher(one, Double.NaN));
    }
  }

  @Test
  void centroidHoldsASoftFaceAgainstPicturesThatAreAsSoftAndNearestDoesNot() {
    Picture picture = new Picture("1.jpg", at(0), Optional.of(new SoftFaces(at(30), at(60))));
    Gallery one = new Gallery(List.of(new Person("Ann", List.of(picture))));
    Matcher centroid = new CentroidMatcher(one, 0.5);
    assertEquals(1, centroid.match(at(0), Detail.FULL).score(), 1e-6);
    assertEquals(1, centroid.match(at(30), Detail.HALF).score(), 1e-6);
    assertEquals(1, centroid.match(at(60), Detail.QUARTER).score(), 1e-6);
    for (Detail detail : Detail.values()) {
      assertEquals(1, new NearestMatcher(one, 1).match(at(0), detail).score(), 1e-6);
    }
  }

  @Test
  void picturesThatWereNeverSoftenedStandForThemselves() {
    for (MatcherKind kind : MatcherKind.values()) {
      Matcher matcher = kind.matcher(GALLERY, 1);
      for (Detail detail : Detail.values()) {
        assertEquals(1, matcher.match(at(100), detail).score(), 1e-6, kind.word());
      }
    }
  }

  @Test
  void rulesAreFoundByTheirWords() {
    assertEquals(Optional.of(MatcherKind.CENTROID), MatcherKind.from("centroid"));
    assertEquals(Optional.of(MatcherKind.NEAREST), MatcherKind.from("nearest"));
    assertEquals(Optional.of(MatcherKind.CLASSIFIER), MatcherKind.from("classifier"));
    assertEquals(Optional.empty(), MatcherKind.from("Nearest"));
  }
}
