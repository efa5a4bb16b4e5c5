package io.github.idols.core.gallery.health;

import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.gallery.health.Finding.NearlySame;
import io.github.idols.core.gallery.health.Finding.SamePictureOfTwo;
import java.util.ArrayList;
import java.util.List;

/** Finds pictures that are copies of one another, whatever their size, crop and compression. */
final class FindCopies {
  /** Least cosine of copies of which no pattern is kept. */
  private static final double WITHOUT_PATTERN = 0.96;

  private FindCopies() {}

  /** Copies under two people first, then each person's; in the gallery's order. */
  static List<Finding> findings(List<CheckedPerson> people) {
    List<Finding> findings = new ArrayList<>();
    for (int a = 0; a < people.size(); a++) {
      for (int b = a + 1; b < people.size(); b++) {
        findings.addAll(ofTwo(people.get(a), people.get(b)));
      }
    }
    people.forEach(person -> findings.addAll(ofOne(person)));
    return findings;
  }

  private static List<Finding> ofTwo(CheckedPerson person, CheckedPerson other) {
    List<Finding> findings = new ArrayList<>();
    for (CheckedPicture picture : person.pictures()) {
      for (CheckedPicture theirs : other.pictures()) {
        if (areCopies(picture, theirs)) {
          findings.add(new SamePictureOfTwo(person, picture, other, theirs));
        }
      }
    }
    return findings;
  }

  private static List<Finding> ofOne(CheckedPerson person) {
    List<Finding> findings = new ArrayList<>();
    List<CheckedPicture> left = new ArrayList<>(person.pictures());
    while (!left.isEmpty()) {
      List<CheckedPicture> same = new ArrayList<>(List.of(left.remove(0)));
      // The list grows while it is gone through: a copy's copies belong to it.
      for (int i = 0; i < same.size(); i++) {
        CheckedPicture picture = same.get(i);
        List<CheckedPicture> copies =
            left.stream().filter(each -> areCopies(picture, each)).toList();
        same.addAll(copies);
        left.removeAll(copies);
      }
      if (same.size() > 1) {
        findings.add(
            new NearlySame(person, person.pictures().stream().filter(same::contains).toList()));
      }
    }
    return findings;
  }

  private static boolean areCopies(CheckedPicture a, CheckedPicture b) {
    double least =
        a.traits().isPresent() && b.traits().isPresent()
            ? leastCosine(a.traits().get().differences(b.traits().get()))
            : WITHOUT_PATTERN;
    // The patterns first: they cost next to nothing, and few pairs go on from there.
    return least <= 1 && a.embedding().cosine(b.embedding()) >= least;
  }

  /**
   * The more places of {@link PictureTraits#pattern} differ, the more alike the faces must be:
   * pictures of one day have much of both.
   */
  private static double leastCosine(int differences) {
    if (differences <= 8) {
      return 0.88;
    }
    return differences <= 16 ? 0.96 : Double.POSITIVE_INFINITY;
  }
}
