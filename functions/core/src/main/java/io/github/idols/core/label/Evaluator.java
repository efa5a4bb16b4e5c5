package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Evaluation.Confusion;
import io.github.idols.core.label.Evaluation.Share;
import io.github.idols.core.label.Evaluation.SizeShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts for one {@link Evaluation}; used once. */
final class Evaluator {
  private final Map<Long, List<LabelRow>> truth;
  private final Map<Long, List<LabelRow>> labels;

  private long names;
  private long namesRight;
  private long idols;
  private long idolsRight;
  private long named;
  private long namedRight;
  private long strangers;
  private long strangersNamed;
  private long found;
  private long seen;
  private long flips;
  private final TreeMap<String, Share> bySize = new TreeMap<>();
  private final Map<Confusion, Long> outcomes = new LinkedHashMap<>();
  private List<Followed> last = List.of();

  Evaluator(List<LabelRow> truth, List<LabelRow> labels, int every) {
    this.truth = LabelRow.byFrame(truth, every);
    this.labels = LabelRow.byFrame(labels, every);
  }

  /** Which name a true face carried when it was last labelled. */
  private record Followed(String truth, double x, double y, String got) {}

  Evaluation evaluate() {
    TreeSet<Long> frames = new TreeSet<>(truth.keySet());
    frames.addAll(labels.keySet());
    for (long frame : frames) {
      count(truth.getOrDefault(frame, List.of()), labels.getOrDefault(frame, List.of()));
    }
    return new Evaluation(
        new Share(namesRight, names),
        new Share(idolsRight, idols),
        bySize.entrySet().stream().map(e -> new SizeShare(e.getKey(), e.getValue())).toList(),
        new Share(namedRight, named),
        new Share(strangersNamed, strangers),
        new Share(found, seen),
        flips,
        seen,
        outcomes.entrySet().stream()
            .filter(e -> !e.getKey().truth().equals(e.getKey().got()))
            .map(e -> new Confusion(e.getKey().truth(), e.getKey().got(), e.getValue()))
            .sorted(Comparator.comparingLong(Confusion::times).reversed())
            .toList());
  }

  private void count(List<LabelRow> faces, List<LabelRow> given) {
    countNames(faces, given);
    int[] labelOf = FacePairs.labelOf(faces, given);
    boolean[] right = new boolean[given.size()];
    List<Followed> current = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      LabelRow face = faces.get(i);
      Optional<String> got =
          labelOf[i] < 0 ? Optional.empty() : Optional.of(given.get(labelOf[i]).name());
      seen++;
      if (got.isPresent()) {
        found++;
        right[labelOf[i]] = got.get().equals(face.name());
      }
      if (face.isKnown()) {
        countIdol(face, got);
      } else {
        strangers++;
        strangersNamed += got.isPresent() && given.get(labelOf[i]).isKnown() ? 1 : 0;
      }
      follow(face, got, current);
    }
    last = current;
    for (int j = 0; j < right.length; j++) {
      if (given.get(j).isKnown()) {
        named++;
        namedRight += right[j] ? 1 : 0;
      }
    }
  }

  /** The original tool's score looks at the names on a frame, each as often as it is there. */
  private void countNames(List<LabelRow> faces, List<LabelRow> given) {
    Map<String, Integer> left = new HashMap<>();
    for (LabelRow label : given) {
      left.merge(label.name(), 1, Integer::sum);
    }
    for (LabelRow face : faces) {
      if (face.isKnown()) {
        names++;
        if (left.merge(face.name(), -1, Integer::sum) >= 0) {
          namesRight++;
        }
      }
    }
  }

  private void countIdol(LabelRow face, Optional<String> got) {
    boolean good = got.filter(face.name()::equals).isPresent();
    idols++;
    idolsRight += good ? 1 : 0;
    double height = face.box().height();
    String size =
        height < 24
            ? "faces_under_24"
            : height < 48 ? "faces_24_48" : height < 96 ? "faces_48_96" : "faces_over_96";
    bySize.merge(size, new Share(good ? 1 : 0, 1), Share::plus);
    outcomes.merge(
        new Confusion(face.name(), got.orElse(Evaluation.MISSED), 0), 1L, (a, b) -> a + b);
  }

  private void follow(LabelRow face, Optional<String> got, List<Followed> current) {
    Box box = face.box();
    Optional<Followed> before =
        last.stream()
            .filter(f -> f.truth().equals(face.name()))
            .filter(f -> Math.abs(f.x() - box.x()) < box.width())
            .filter(f -> Math.abs(f.y() - box.y()) < box.height())
            .findFirst();
    if (got.isPresent() && before.isPresent() && !before.get().got().equals(got.get())) {
      flips++;
    }
    got.or(() -> before.map(Followed::got))
        .ifPresent(name -> current.add(new Followed(face.name(), box.x(), box.y(), name)));
  }
}
