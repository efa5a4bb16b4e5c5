package io.github.idols.core.gallery.health;

import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.gallery.health.Finding.AllAlike;
import io.github.idols.core.gallery.health.Finding.Blurred;
import io.github.idols.core.gallery.health.Finding.NoSideView;
import io.github.idols.core.gallery.health.Finding.Side;
import io.github.idols.core.gallery.health.Finding.SmallFace;
import io.github.idols.core.gallery.health.Finding.TooFew;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Judges pictures by their worth for naming, and what is missing among a person's. */
final class JudgePictures {
  /** With fewer pictures of a person, naming gets visibly worse; with more, hardly better. */
  static final int ENOUGH = 10;

  /** A face of fewer pixels is enlarged for the network, and has less to show. */
  static final double SMALL = 80;

  /** Least sharpness of a face that is not blurred. */
  static final double BLURRED = 0.025;

  /** From this turn on a face counts as seen from the side: some 20°. */
  static final double TURNED = 0.35;

  /** Mean cosine among pictures of one person from which on they are all alike. */
  static final double ALIKE = 0.8;

  /** Fewer pictures are too few in the first place. */
  private static final int ENOUGH_TO_JUDGE = 4;

  private JudgePictures() {}

  /** Of each kind the worst first. */
  static List<Finding> findings(List<CheckedPerson> people) {
    List<Finding> findings = new ArrayList<>(tooFew(people));
    for (CheckedPerson person : people) {
      if (person.pictures().size() >= ENOUGH_TO_JUDGE) {
        if (meanCosine(person.pictures()) >= ALIKE) {
          findings.add(new AllAlike(person));
        }
        List<Side> missing = missingSides(person.pictures());
        if (!missing.isEmpty()) {
          findings.add(new NoSideView(person, missing));
        }
      }
      for (CheckedPicture picture : person.pictures()) {
        // A small face is blurred when it is enlarged, of course: one of the two is enough.
        if (picture.taken().faceSize() < SMALL) {
          findings.add(new SmallFace(person, picture));
        } else if (picture.traits().map(PictureTraits::sharpness).orElse(1.0) < BLURRED) {
          findings.add(new Blurred(person, picture));
        }
      }
    }
    return findings;
  }

  private static List<TooFew> tooFew(List<CheckedPerson> people) {
    return people.stream()
        .filter(person -> person.pictures().size() < ENOUGH)
        .map(person -> new TooFew(person, ENOUGH - person.pictures().size()))
        .sorted(Comparator.comparingInt(TooFew::missing).reversed())
        .toList();
  }

  /** Nothing is known to be missing where the turn of a picture is not known. */
  private static List<Side> missingSides(List<CheckedPicture> pictures) {
    if (pictures.stream().anyMatch(picture -> picture.traits().isEmpty())) {
      return List.of();
    }
    double[] turns = pictures.stream().mapToDouble(p -> p.traits().orElseThrow().turn()).toArray();
    List<Side> missing = new ArrayList<>();
    if (Arrays.stream(turns).noneMatch(turn -> turn <= -TURNED)) {
      missing.add(Side.LEFT);
    }
    if (Arrays.stream(turns).noneMatch(turn -> turn >= TURNED)) {
      missing.add(Side.RIGHT);
    }
    return missing;
  }

  private static double meanCosine(List<CheckedPicture> pictures) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < pictures.size(); i++) {
      for (int j = i + 1; j < pictures.size(); j++) {
        sum += pictures.get(i).embedding().cosine(pictures.get(j).embedding());
        pairs++;
      }
    }
    return sum / pairs;
  }
}
