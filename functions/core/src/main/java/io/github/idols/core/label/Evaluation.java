package io.github.idols.core.label;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How right labels are, against the truth.
 *
 * <p>A label belongs to a true face when the distance of their centres is under half of the true
 * box's longer side and the longer sides differ by a factor under 2.5; nearest pairs first, each
 * face and each label in one pair at most.
 *
 * @param labels the original tool's accuracy score: right names over all true names, frame by
 *     frame, whatever the boxes
 * @param faces idol faces that carry the right name at their place; a missed face is wrong
 * @param facesBySize the same by the true face's height in pixels, keys in alphabetical order
 * @param precision of the labels that carry an idol's name, those that are right
 * @param strangersNamed stranger faces that were given an idol's name
 * @param found idol and stranger faces with any label at their place
 * @param flips changes of name within one true face followed from frame to frame
 * @param seen all true faces, over which the flips were counted
 * @param confused idols with the wrong name that their faces got instead, the most frequent first
 */
public record Evaluation(
    Share labels,
    Share faces,
    List<SizeShare> facesBySize,
    Share precision,
    Share strangersNamed,
    Share found,
    long flips,
    long seen,
    List<Confusion> confused) {
  /** What {@link Confusion#got} says of a face without a label. */
  public static final String MISSED = "missed";

  public Evaluation {
    facesBySize = List.copyOf(facesBySize);
    confused = List.copyOf(confused);
  }

  /** Some of all. */
  public record Share(long part, long all) {
    /** In percent with two decimals, or {@code n/a} of nothing. */
    public String percent() {
      // From the double's exact value, half to even, as C's printf rounds.
      return all == 0
          ? "n/a"
          : new BigDecimal(100.0 * part / all).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Both together. */
    public Share plus(Share other) {
      return new Share(part + other.part, all + other.all);
    }
  }

  /**
   * The share of one size of faces.
   *
   * @param size {@code faces_under_24}, {@code faces_24_48}, {@code faces_48_96} or {@code
   *     faces_over_96}
   */
  public record SizeShare(String size, Share share) {}

  /** How often one idol's faces got something other than the right name. */
  public record Confusion(String truth, String got, long times) {}

  /**
   * Compares labels with the truth.
   *
   * @param every only frames whose number is divisible by it are looked at; at least 1
   * @throws IllegalArgumentException when {@code every} is below 1, or a true box has no size
   */
  public static Evaluation of(List<LabelRow> truth, List<LabelRow> labels, int every) {
    if (every < 1) {
      throw new IllegalArgumentException("every " + every + " frames: it must be at least 1");
    }
    return new Evaluator(truth, labels, every).evaluate();
  }

  /** The figures of two videos together, each face as one. */
  public Evaluation plus(Evaluation other) {
    TreeMap<String, Share> sizes = new TreeMap<>();
    Stream.of(facesBySize, other.facesBySize)
        .flatMap(List::stream)
        .forEach(s -> sizes.merge(s.size(), s.share(), Share::plus));
    Map<List<String>, Long> times = new LinkedHashMap<>();
    Stream.of(confused, other.confused)
        .flatMap(List::stream)
        .forEach(c -> times.merge(List.of(c.truth(), c.got()), c.times(), Long::sum));
    return new Evaluation(
        labels.plus(other.labels),
        faces.plus(other.faces),
        sizes.entrySet().stream().map(e -> new SizeShare(e.getKey(), e.getValue())).toList(),
        precision.plus(other.precision),
        strangersNamed.plus(other.strangersNamed),
        found.plus(other.found),
        flips + other.flips,
        seen + other.seen,
        times.entrySet().stream()
            .map(e -> new Confusion(e.getKey().get(0), e.getKey().get(1), e.getValue()))
            .sorted(Comparator.comparingLong(Confusion::times).reversed())
            .toList());
  }

  /** One figure a line, {@code key: value}, in a fixed order. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("labels: " + labels.percent());
    lines.add("faces: " + faces.percent());
    for (SizeShare s : facesBySize) {
      lines.add(s.size() + ": " + s.share().percent() + " of " + s.share().all());
    }
    lines.add("precision: " + precision.percent());
    lines.add("strangers_named: " + strangersNamed.percent());
    lines.add("found: " + found.percent());
    lines.add("flips: " + flips + " over " + seen + " faces");
    for (Confusion c : confused) {
      lines.add("confused: " + c.truth() + " -> " + c.got() + " " + c.times());
    }
    return lines;
  }
}
