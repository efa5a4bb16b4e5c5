package io.github.idols.core.gallery.health;

import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.gallery.health.Finding.Confusable;
import io.github.idols.core.gallery.health.Finding.LooksLikeNobody;
import io.github.idols.core.gallery.health.Finding.LooksLikeOther;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names each picture of a gallery by the mean of every person's pictures, itself left out: finds
 * pictures that may show somebody else, and people who are apt to be confused.
 *
 * <p>Networks differ in how alike faces of one person are, so likeness is measured in spreads: the
 * standard deviation of pictures' likeness to their person, from the median of deviations, which a
 * few wrong pictures do not move.
 */
final class CompareFaces {
  /** With fewer pictures of a person nobody can say which of them is the odd one. */
  static final int ENOUGH_TO_JUDGE = 4;

  /** By so many spreads a doubtful picture is nearer to somebody else than to its person. */
  static final double NEARER = 1;

  /** A picture less like its person than the median by so many spreads is doubtful, */
  static final double STRANGE = 3;

  /** by so many more where the face is in profile, and in between in parts of that, */
  static final double TURNED = 3;

  /** unless it is nearer to its person than to anybody else by so many spreads. */
  static final double SURE = 2.5;

  /** A picture at most so many spreads less like somebody than their own are looks like them. */
  static final double AS_THEIRS = 3;

  /** From this on two people are called easily confused: {@link #confusion}. */
  static final double CONFUSED = 0.12;

  /** A picture that is nearer to somebody else by so many spreads is not of the person at all. */
  private static final double WRONG = 3;

  /** The spread of MobileFaceNet is 0.05; pictures of one minute must not make it next to none. */
  private static final double LEAST_SPREAD = 0.03;

  /** Keeps a division by the spread in bounds where all pictures are one. */
  private static final double ROUNDING = 1e-3;

  /** The standard deviation in median absolute deviations, for a normal distribution. */
  private static final double NORMAL = 1.4826;

  private final List<CheckedPerson> people;
  private final List<FaceSum> sums;
  private final List<List<Likeness>> likenesses;
  private final List<Double> medians;
  private final double spread;

  private CompareFaces(List<CheckedPerson> people) {
    this.people = people;
    this.sums = people.stream().map(FaceSum::new).toList();
    this.likenesses = IntStream.range(0, people.size()).mapToObj(this::likenesses).toList();
    this.medians =
        likenesses.stream().map(all -> median(all.stream().map(Likeness::own).toList())).toList();
    this.spread = spread();
  }

  /** Pictures of somebody else, the surest first; of nobody; then people who are confused. */
  static List<Finding> findings(List<CheckedPerson> people) {
    CompareFaces compared = new CompareFaces(people);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(compared.doubtful());
    findings.addAll(compared.confusable());
    return findings;
  }

  /**
   * How alike a picture and people are, in cosines.
   *
   * @param own to the mean of the person's other pictures
   * @param others to each person's mean, in the gallery's order; the person's own place is unused
   */
  private record Likeness(int person, CheckedPicture picture, double own, List<Double> others) {
    /** How much more alike the picture is to its person than to another. */
    double margin(int other) {
      return own - others.get(other);
    }

    int mostSimilar() {
      int best = -1;
      for (int i = 0; i < others.size(); i++) {
        if (i != person && (best < 0 || others.get(i) > others.get(best))) {
          best = i;
        }
      }
      return best;
    }
  }

  private List<Finding> doubtful() {
    record Doubt(Finding finding, double likeness) {}
    double unit = Math.max(LEAST_SPREAD, spread);
    List<Doubt> doubts = new ArrayList<>();
    for (List<Likeness> pictures : likenesses) {
      for (Likeness picture : pictures) {
        CheckedPerson person = people.get(picture.person());
        int other = picture.mostSimilar();
        double margin = other < 0 ? 0 : picture.margin(other) / unit;
        if (margin < -NEARER && isAsTheirs(picture.others().get(other), other, unit)) {
          doubts.add(
              new Doubt(
                  new LooksLikeOther(person, picture.picture(), people.get(other)),
                  picture.margin(other)));
        } else if (margin < -NEARER || (margin < SURE && isStrange(picture, unit))) {
          doubts.add(new Doubt(new LooksLikeNobody(person, picture.picture()), picture.own()));
        }
      }
    }
    return doubts.stream()
        .sorted(Comparator.comparingDouble(Doubt::likeness))
        .map(Doubt::finding)
        .toList();
  }

  private boolean isStrange(Likeness picture, double unit) {
    double turn = picture.picture().traits().map(PictureTraits::turn).orElse(0.0);
    double most = (STRANGE + TURNED * Math.abs(turn)) * unit;
    return picture.own() < medians.get(picture.person()) - most;
  }

  /** Of people with few pictures it is not known how alike theirs are. */
  private boolean isAsTheirs(double likeness, int other, double unit) {
    return likenesses.get(other).isEmpty() || likeness > medians.get(other) - AS_THEIRS * unit;
  }

  private List<Finding> confusable() {
    record Pair(Finding finding, double confusion) {}
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < people.size(); a++) {
      for (int b = a + 1; b < people.size(); b++) {
        if (!likenesses.get(a).isEmpty() && !likenesses.get(b).isEmpty()) {
          double confusion = (confusion(a, b) + confusion(b, a)) / 2;
          if (confusion >= CONFUSED) {
            pairs.add(new Pair(new Confusable(people.get(a), people.get(b)), confusion));
          }
        }
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble(Pair::confusion).reversed())
        .map(Pair::finding)
        .toList();
  }

  /**
   * Which share of a person's pictures gets another's name, counted softly: a picture that just
   * keeps its name counts nearly half. So ten pictures tell what otherwise a hundred would.
   */
  private double confusion(int person, int other) {
    return likenesses.get(person).stream()
        .mapToDouble(picture -> picture.margin(other) / spread)
        .filter(margin -> margin > -WRONG)
        .map(margin -> 1 / (1 + Math.exp(margin)))
        .average()
        .orElse(0);
  }

  private List<Likeness> likenesses(int person) {
    List<CheckedPicture> pictures = people.get(person).pictures();
    if (pictures.size() < ENOUGH_TO_JUDGE) {
      return List.of();
    }
    return pictures.stream()
        .map(
            picture ->
                new Likeness(
                    person,
                    picture,
                    sums.get(person).cosineWithout(picture),
                    sums.stream().map(sum -> sum.cosine(picture)).toList()))
        .toList();
  }

  private double spread() {
    List<Double> deviations =
        likenesses.stream()
            .flatMap(List::stream)
            .map(picture -> Math.abs(picture.own() - medians.get(picture.person())))
            .toList();
    return Math.max(ROUNDING, NORMAL * median(deviations));
  }

  /** Of an even number the mean of the two in the middle; of none 0. */
  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
