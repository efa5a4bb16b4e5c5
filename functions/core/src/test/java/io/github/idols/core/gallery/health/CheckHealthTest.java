package io.github.idols.core.gallery.health;

import static io.github.idols.core.gallery.health.MadePictures.JENNIE;
import static io.github.idols.core.gallery.health.MadePictures.JISOO;
import static io.github.idols.core.gallery.health.MadePictures.LISA;
import static io.github.idols.core.gallery.health.MadePictures.PICTURES;
import static io.github.idols.core.gallery.health.MadePictures.SHARP;
import static io.github.idols.core.gallery.health.MadePictures.STRANGER;
import static io.github.idols.core.gallery.health.MadePictures.copy;
import static io.github.idols.core.gallery.health.MadePictures.face;
import static io.github.idols.core.gallery.health.MadePictures.first;
import static io.github.idols.core.gallery.health.MadePictures.looking;
import static io.github.idols.core.gallery.health.MadePictures.near;
import static io.github.idols.core.gallery.health.MadePictures.person;
import static io.github.idols.core.gallery.health.MadePictures.picture;
import static io.github.idols.core.gallery.health.MadePictures.showing;
import static io.github.idols.core.gallery.health.MadePictures.taken;
import static io.github.idols.core.gallery.health.MadePictures.turned;
import static io.github.idols.core.gallery.health.MadePictures.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.gallery.health.Finding.Kind;
import io.github.idols.core.gallery.health.Finding.Note;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckHealthTest {
  private final CheckedPerson jennie = person("Jennie", JENNIE);
  private final CheckedPerson jisoo = person("Jisoo", JISOO);
  private final CheckedPerson lisa = person("Lisa", LISA);

  @Test
  void nothingIsAdvisedOfAGoodGallery() {
    assertEquals(List.of(), CheckHealth.findings(List.of(jennie, jisoo, lisa)));
    assertEquals(List.of(), CheckHealth.findings(List.of()));
  }

  @Test
  void aPictureOfSomebodyElseLooksLikeThem() {
    CheckedPerson mixed = with(lisa, 6, p -> showing(p, face(JENNIE, PICTURES, 30)));

    List<Finding> findings = CheckHealth.findings(List.of(jennie, jisoo, mixed));

    assertEquals(
        List.of(new Finding.LooksLikeOther(mixed, mixed.pictures().get(6), jennie)), findings);
    assertEquals(List.of("Lisa/07.jpg looks like Jennie: check who it is."), advice(findings));
    assertEquals(
        List.of(new Note(mixed.pictures().get(6), "Looks like Jennie. Check who it is.")),
        findings.get(0).notes());
  }

  @Test
  void aPictureOfAStrangerLooksLikeNobody() {
    CheckedPerson mixed = with(lisa, 6, p -> showing(p, face(STRANGER, 0, 30)));

    List<Finding> findings = CheckHealth.findings(List.of(jennie, jisoo, mixed));

    assertEquals(List.of(new Finding.LooksLikeNobody(mixed, mixed.pictures().get(6))), findings);
    assertEquals(
        List.of("Lisa/07.jpg looks like nobody here, Lisa included: check who it is."),
        advice(findings));
  }

  @Test
  void aStrangerIsFoundWhereThereIsOnePersonOnly() {
    CheckedPerson mixed = with(lisa, 0, p -> showing(p, face(STRANGER, 0, 30)));
    assertEquals(
        List.of(new Finding.LooksLikeNobody(mixed, mixed.pictures().get(0))),
        CheckHealth.findings(List.of(mixed)));
  }

  @Test
  void aProfileMayBeLessLikeItsPerson() {
    CheckedPerson odd = with(lisa, 7, p -> showing(p, face(LISA, 7, 43)));
    CheckedPicture ahead = odd.pictures().get(7);
    assertEquals(
        List.of(new Finding.LooksLikeNobody(odd, ahead)), CheckHealth.findings(List.of(odd)));

    PictureTraits profile = new PictureTraits(1, SHARP, ahead.traits().orElseThrow().pattern());
    CheckedPerson turned = with(odd, 7, p -> taken(p, p.embedding(), 200, profile));
    assertEquals(List.of(), CheckHealth.findings(List.of(turned)));
  }

  @Test
  void aPictureThatIsFarFromEverybodyElseIsNotDoubted() {
    CheckedPerson odd = with(lisa, 7, p -> showing(p, face(LISA, 7, 43)));
    assertEquals(List.of(), CheckHealth.findings(List.of(jennie, odd)));
  }

  @Test
  void whichOfThreePicturesIsTheOddOneNobodyCanSay() {
    CheckedPerson three = first(with(lisa, 0, p -> showing(p, face(JENNIE, PICTURES, 30))), 3);
    List<Finding> findings = CheckHealth.findings(List.of(jennie, three));
    assertEquals(List.of(new Finding.TooFew(three, 7)), findings);
  }

  @Test
  void picturesThatAreMissingAreCountedMostMissingFirst() {
    List<Finding> findings =
        CheckHealth.findings(List.of(first(jennie, 9), first(jisoo, 0), first(lisa, 6)));
    assertEquals(
        List.of(
            "Add 10 to 15 pictures of Jisoo with one clear face.",
            "Add 4 more pictures of Lisa: 10 to 15 are best.",
            "Add 1 more picture of Jennie: 10 to 15 are best."),
        advice(findings));
  }

  @Test
  void copiesAreNearlyTheSamePicture() {
    CheckedPicture original = jisoo.pictures().get(2);
    // 20° lie between the faces, and the patterns differ in 3 and 5 places.
    CheckedPerson doubled =
        with(
            with(jisoo, 8, p -> copy(p, original, 20, 0b10101)),
            5,
            p -> copy(p, original, 0, 0b11111));

    List<Finding> findings = CheckHealth.findings(List.of(jennie, doubled));

    assertEquals(
        List.of("Jisoo/03.jpg, 06.jpg and 09.jpg are nearly the same picture: keep the best."),
        advice(findings));
    assertEquals(
        List.of(
            "Nearly the same as 06.jpg.",
            "Nearly the same as 03.jpg.",
            "Nearly the same as 03.jpg."),
        findings.get(0).notes().stream().map(Note::text).toList());
  }

  @Test
  void picturesOfOneDayAreNoCopies() {
    CheckedPicture original = jisoo.pictures().get(2);
    // Alike as copies are, in 9 places different: another pose.
    CheckedPerson similar = with(jisoo, 8, p -> copy(p, original, 20, 0b111111111));
    assertEquals(List.of(), CheckHealth.findings(List.of(jennie, similar)));
    // 30° apart, in 5 places different: another moment before the same wall.
    CheckedPerson posed = with(jisoo, 8, p -> copy(p, original, 30, 0b11111));
    assertEquals(List.of(), CheckHealth.findings(List.of(jennie, posed)));
  }

  @Test
  void aCopyThatIsCutDifferentlyMustShowTheSameFace() {
    CheckedPicture original = jisoo.pictures().get(2);
    // cos 15° = 0.966 and 16 places; one more, or 20°, would be another picture.
    CheckedPerson doubled = with(jisoo, 8, p -> copy(p, original, 15, 0xffff));
    assertEquals(List.of(Kind.NEARLY_SAME), kinds(List.of(jennie, doubled)));
    CheckedPerson more = with(jisoo, 8, p -> copy(p, original, 15, 0x1ffff));
    assertEquals(List.of(), kinds(List.of(jennie, more)));
  }

  @Test
  void aCopyUnderAnotherNameComesFirst() {
    CheckedPicture original = jisoo.pictures().get(2);
    CheckedPerson mixed = with(lisa, 6, p -> copy(p, original, 5, 0b1));

    List<Finding> findings = CheckHealth.findings(List.of(jennie, jisoo, mixed));

    assertEquals(
        List.of(
            "Jisoo/03.jpg and Lisa/07.jpg are nearly the same picture: remove the one that shows"
                + " somebody else.",
            "Lisa/07.jpg looks like Jisoo: check who it is."),
        advice(findings));
    assertEquals(
        List.of(
            new Note(original, "Also a picture of Lisa. Who is it?"),
            new Note(mixed.pictures().get(6), "Also a picture of Jisoo. Who is it?")),
        findings.get(0).notes());
  }

  @Test
  void smallAndBlurredFacesAreSaidOnce() {
    CheckedPerson poor =
        with(
            with(with(lisa, 0, p -> looking(p, 79.4, 0.01)), 1, p -> looking(p, 80, 0.0249)),
            2,
            p -> looking(p, 80, 0.025));

    List<Finding> findings = CheckHealth.findings(List.of(poor));

    assertEquals(
        List.of(
            "Lisa/02.jpg is blurred: a sharper one helps more.",
            "Lisa/01.jpg has a small face, 79 pixels: one of 80 or more helps more."),
        advice(findings));
    assertEquals(
        List.of("Small face, 79 pixels. A larger one helps more."),
        findings.get(1).notes().stream().map(Note::text).toList());
  }

  @Test
  void sideViewsThatAreMissingAreAskedFor() {
    assertEquals(
        List.of("Add 3 side views of Lisa: no face is turned to a side."),
        advice(CheckHealth.findings(List.of(turned(lisa, -0.34, 0, 0.34)))));
    assertEquals(
        List.of("Add a side view of Lisa: no face is turned to the right."),
        advice(CheckHealth.findings(List.of(turned(lisa, -0.35, 0, 0.34)))));
    assertEquals(
        List.of("Add a side view of Lisa: no face is turned to the left."),
        advice(CheckHealth.findings(List.of(turned(lisa, -0.34, 0, 1)))));
  }

  @Test
  void picturesOfOneMinuteAreAllAlike() {
    CheckedPerson alike = person("Lisa", LISA, i -> 10);
    assertEquals(List.of(Kind.ALL_ALIKE), kinds(List.of(jennie, alike)));
  }

  @Test
  void picturesThatWereTakenBeforeTraitsWereKeptAreJudgedByTheirFaces() {
    CheckedPerson old = with(lisa, 6, p -> showing(p, face(JENNIE, PICTURES, 30)));
    CheckedPicture original = old.pictures().get(2);
    old = with(old, 8, p -> copy(p, original, 5, 0));
    old = with(old, 4, p -> looking(p, 40, SHARP));
    CheckedPerson bare =
        new CheckedPerson(
            old.id(), old.name(), old.pictures().stream().map(MadePictures::bare).toList());

    assertEquals(
        List.of(
            "Lisa/07.jpg looks like Jennie: check who it is.",
            "Lisa/03.jpg and 09.jpg are nearly the same picture: keep the best.",
            "Lisa/05.jpg has a small face, 40 pixels: one of 80 or more helps more."),
        advice(CheckHealth.findings(List.of(jennie, bare))));
  }

  @Test
  void peopleWhoseFacesLieTogetherAreConfusedTheClosestPairFirst() {
    // Directions 12° and 20° apart, pictures up to 60° off.
    CheckedPerson v = near("V", LISA, 0, 0);
    CheckedPerson jungkook = near("Jungkook", LISA, 1, 12);
    CheckedPerson jin = near("Jin", LISA, 2, 20);
    CheckedPerson suga = person("Suga", JENNIE, i -> 5 * i);

    List<Finding> findings =
        CheckHealth.findings(List.of(v, jungkook, jin, suga)).stream()
            .filter(finding -> finding.kind() == Kind.CONFUSABLE)
            .toList();

    assertEquals(
        "V and Jungkook are easily confused by these pictures: add large, sharp ones of both.",
        findings.get(0).advice());
    assertEquals(List.of(v, jungkook), findings.get(0).people());
    assertEquals(List.of(), findings.get(0).notes());
    assertTrue(
        findings.stream().noneMatch(finding -> finding.people().contains(suga)),
        advice(findings).toString());
  }

  @Test
  void aFewSwappedPicturesDoNotMakeTwoPeopleLookAlike() {
    CheckedPerson swapped = with(lisa, 6, p -> showing(p, face(JENNIE, PICTURES, 30)));
    swapped = with(swapped, 7, p -> showing(p, face(JENNIE, PICTURES + 1, 30)));
    swapped = with(swapped, 8, p -> showing(p, face(JENNIE, PICTURES + 2, 30)));
    assertEquals(
        List.of(Kind.LOOKS_LIKE_OTHER, Kind.LOOKS_LIKE_OTHER, Kind.LOOKS_LIKE_OTHER),
        kinds(List.of(jennie, jisoo, swapped)));
  }

  @Test
  void theMostUsefulComesFirst() {
    CheckedPicture original = lisa.pictures().get(2);
    CheckedPerson bad = with(turned(lisa, 0), 6, p -> showing(p, face(JENNIE, PICTURES, 30)));
    bad = with(bad, 8, p -> copy(p, original, 0, 0));
    bad = with(bad, 9, p -> looking(p, 50, SHARP));
    bad = with(bad, 10, p -> looking(p, 200, 0.001));
    List<CheckedPerson> people = List.of(jennie, first(jisoo, 5), bad);

    List<Kind> kinds = kinds(people);

    assertEquals(
        List.of(
            Kind.LOOKS_LIKE_OTHER,
            Kind.TOO_FEW,
            Kind.NO_SIDE_VIEW,
            Kind.NEARLY_SAME,
            Kind.BLURRED,
            Kind.SMALL_FACE),
        kinds.stream().distinct().toList());
    assertEquals(CheckHealth.findings(people), CheckHealth.findings(people));
  }

  @Test
  void facesThatCancelOutDoNoHarm() {
    CheckedPerson torn =
        new CheckedPerson(
            "torn",
            "Torn",
            IntStream.range(0, 4)
                .mapToObj(i -> picture("torn", i, Embedding.of(i % 2 == 0 ? 1 : -1, 0)))
                .toList());
    assertTrue(
        CheckHealth.findings(List.of(torn)).stream()
            .allMatch(finding -> finding.people().equals(List.of(torn))));
  }

  @Test
  void aFindingSaysSomething() {
    assertThrows(IllegalArgumentException.class, () -> new Finding.NoSideView(lisa, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Finding.NearlySame(lisa, lisa.pictures().subList(0, 1)));
  }

  private static List<Kind> kinds(List<CheckedPerson> people) {
    return CheckHealth.findings(people).stream().map(Finding::kind).toList();
  }

  private static List<String> advice(List<Finding> findings) {
    return findings.stream().map(Finding::advice).toList();
  }
}
