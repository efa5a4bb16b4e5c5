package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.CentroidMatcher;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.gallery.Picture;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameTracksTest {
  private static final Gallery GALLERY =
      new Gallery(
          List.of(
              new Person("Lisa", List.of(new Picture("1.jpg", Embedding.of(1, 0, 0)))),
              new Person("Rosé", List.of(new Picture("1.jpg", Embedding.of(0, 1, 0))))));

  private final NameTracks naming = new NameTracks(new CentroidMatcher(GALLERY, 0.55));

  private static Track track(long first, long last, Evidence... looks) {
    List<TrackBox> boxes = new ArrayList<>();
    for (long f = first; f <= last; f++) {
      boxes.add(new TrackBox(f, new Box(0, 0, 10, 10)));
    }
    return new Track(boxes, List.of(looks));
  }

  private static Evidence look(double weight, float... values) {
    return new Evidence(0, Embedding.of(values), 1, weight);
  }

  private List<String> names(Track... tracks) {
    return naming.name(List.of(tracks)).stream().map(Label::name).toList();
  }

  @Test
  void manyLooksOutvoteOneBadOne() {
    Track track = track(0, 9, look(1, 1, 0, 0), look(1, 1, 0.2f, 0), look(0.3, 0, 1, 0.5f));
    assertEquals(List.of("Lisa"), names(track));
  }

  @Test
  void aFaceLikeNobodyIsUnknown() {
    assertEquals(List.of(Label.UNKNOWN), names(track(0, 9, look(1, 0.1f, 0.1f, 1))));
  }

  @Test
  void aTrackWithoutALookIsUnknown() {
    assertEquals(List.of(Label.UNKNOWN), names(track(0, 9)));
  }

  @Test
  void aNameIsGivenOnceAtATimeAndTheBetterMatchKeepsIt() {
    Track good = track(0, 9, look(1, 1, 0, 0));
    Track worse = track(0, 9, look(1, 1, 0, 1));
    assertEquals(List.of(Label.UNKNOWN, "Lisa"), names(worse, good));
  }

  @Test
  void theWorseMatchGetsItsNextNameWhereTheRuleAcceptsIt() {
    Track good = track(0, 9, look(1, 1, 0, 0));
    Track between = track(0, 9, look(1, 1, 0.9f, 0));
    assertEquals(List.of("Lisa", "Rosé"), names(good, between));
  }

  @Test
  void theSamePersonMayComeAgainAfterACut() {
    assertEquals(
        List.of("Lisa", "Lisa"),
        names(track(0, 9, look(1, 1, 0, 0)), track(8, 30, look(1, 1, 0, 0.3f))));
  }

  @Test
  void confidenceGrowsWithTheLikeness() {
    List<Label> labels =
        naming.name(
            List.of(
                track(0, 9, look(1, 1, 0, 0)),
                track(20, 29, look(1, 1, 0, 1)),
                track(40, 49, look(1, 0.5f, 0, -1)),
                track(60, 69, look(1, 0, 0, -1))));
    assertTrue(labels.get(0).confidence() > labels.get(1).confidence());
    assertEquals(Label.UNKNOWN, labels.get(2).name());
    assertTrue(labels.get(2).confidence() < labels.get(3).confidence());
  }

  /** A look so many degrees away from Lisa's picture, and square to Rosé's. */
  private static Evidence away(double degrees) {
    double a = Math.toRadians(degrees);
    return look(1, (float) Math.cos(a), 0, (float) Math.sin(a));
  }

  @Test
  void aTrackJustLikeANamedOneOfTheVideoGetsItsName() {
    Track lisa = track(0, 9, away(50));
    Track unlikeHerPicture = track(20, 29, away(85));
    assertEquals(List.of(Label.UNKNOWN), names(unlikeHerPicture));
    assertEquals(List.of("Lisa", "Lisa"), names(lisa, unlikeHerPicture));
  }

  @Test
  void whoGotANameByTheVideoMayNameOthers() {
    Track lisa = track(0, 9, away(50));
    Track turned = track(20, 29, away(90));
    Track turnedOn = track(40, 49, away(130));
    assertEquals(List.of("Lisa", Label.UNKNOWN), names(lisa, turnedOn));
    assertEquals(List.of("Lisa", "Lisa", "Lisa"), names(lisa, turnedOn, turned));
  }

  @Test
  void aTrackLikeThoseOfTwoPeopleStaysUnknown() {
    Track lisa = track(0, 9, look(1, 0.6f, 0, 0.8f));
    Track rose = track(20, 29, look(1, 0, 0.6f, 0.8f));
    Track between = track(40, 49, look(1, 0.1f, 0, 1));
    assertEquals(List.of("Lisa", "Lisa"), names(lisa, between));
    assertEquals(List.of("Lisa", "Rosé", Label.UNKNOWN), names(lisa, rose, between));
  }

  @Test
  void whoIsOnScreenTogetherWithLisaIsNotLisa() {
    Track lisa = track(0, 9, away(50));
    Track beside = track(5, 14, away(85));
    assertEquals(List.of("Lisa", Label.UNKNOWN), names(lisa, beside));
  }

  @Test
  void onlyUnknownFacesAreStrangers() {
    List<Label> labels =
        naming.name(
            List.of(
                track(0, 9, look(1, 0, 0, 1)),
                track(0, 9, look(1, 1, 0, 0)),
                track(20, 29, look(1, 0, 0.1f, 1)),
                track(40, 49, look(1, 0, 0, -1))));
    assertEquals(List.of(1, 0, 1, 2), labels.stream().map(Label::stranger).toList());
  }

  private static Correction is(String name, Integer... tracks) {
    return new Correction(Set.of(tracks), name, true);
  }

  private static Correction isNot(String name, Integer... tracks) {
    return new Correction(Set.of(tracks), name, false);
  }

  private static List<String> names(List<Correction> said, Track... tracks) {
    return new NameTracks(new CentroidMatcher(GALLERY, 0.55), new Corrections(said))
        .name(List.of(tracks)).stream().map(Label::name).toList();
  }

  @Test
  void whatIsSaidStandsAboveTheRule() {
    Track lisa = track(0, 9, look(1, 1, 0, 0));
    assertEquals(List.of("Rosé"), names(List.of(is("Rosé", 0)), lisa));
    assertEquals(List.of(Label.UNKNOWN), names(List.of(is(Label.UNKNOWN, 0)), lisa));
    assertEquals(List.of(Label.UNKNOWN), names(List.of(isNot("Lisa", 0)), lisa));
    assertEquals(List.of("Lisa"), names(List.of(is("Lisa", 0)), track(0, 9)), "without a look");
  }

  @Test
  void whatIsSaidLastCounts() {
    Track lisa = track(0, 9, look(1, 1, 0, 0));
    assertEquals(List.of("Lisa"), names(List.of(isNot("Lisa", 0), is("Lisa", 0)), lisa));
    assertEquals(List.of("Jennie"), names(List.of(is("Rosé", 0), is("Jennie", 0)), lisa));
    assertEquals(List.of(Label.UNKNOWN), names(List.of(is("Lisa", 0), isNot("Lisa", 0)), lisa));
    assertEquals(List.of("Lisa"), names(List.of(isNot("Rosé", 0)), lisa), "of somebody else");
  }

  @Test
  void aStrangerWhoIsNamedOnceIsNamedEverywhere() {
    Track stranger = track(0, 9, look(1, 0, 0, 1));
    Track again = track(20, 29, look(1, 0, 0.2f, 1));
    NameTracks named =
        new NameTracks(
            new CentroidMatcher(GALLERY, 0.55), new Corrections(List.of(is("Jennie", 0))));
    assertEquals(List.of("Lisa", "Rosé", "Jennie"), named.people());
    List<Label> labels = named.name(List.of(stranger, again));
    assertEquals(List.of("Jennie", "Jennie"), labels.stream().map(Label::name).toList());
    assertEquals(1, labels.get(0).confidence());
    assertTrue(labels.get(1).confidence() < 1, "as sure as they are alike");
  }

  @Test
  void whoIsNotSomebodyInOneShotIsItInNoOther() {
    Track wrong = track(0, 9, away(50));
    Track alike = track(20, 29, away(52));
    Track real = track(40, 49, away(0));
    assertEquals(List.of("Lisa", "Lisa", "Lisa"), names(List.of(), wrong, alike, real));
    assertEquals(
        List.of(Label.UNKNOWN, Label.UNKNOWN, "Lisa"),
        names(List.of(isNot("Lisa", 0)), wrong, alike, real));
    assertEquals(
        List.of("Jennie", "Jennie", "Lisa"),
        names(List.of(is("Jennie", 0)), wrong, alike, real),
        "more like the one who was named than like the picture");
  }

  @Test
  void whatIsSaidOfTracksThatAreNotThereChangesNothing() {
    assertEquals(List.of("Lisa"), names(List.of(is("Rosé", 7)), track(0, 9, look(1, 1, 0, 0))));
  }

  @Test
  void aNameThatWasSaidIsTakenForOthersAtThatTime() {
    assertEquals(
        List.of("Lisa", Label.UNKNOWN),
        names(
            List.of(is("Lisa", 0)), track(0, 9, look(1, 0, 0, 1)), track(0, 9, look(1, 1, 0, 0))));
  }
}
