package io.github.idols.core.tune;

import io.github.idols.core.gallery.Match;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.label.FacePairs;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.LabelRow;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How alike a track and the most similar person of the gallery are, and whether it is that person.
 *
 * @param score the rule's
 * @param right whether the name would be right; never for a stranger
 */
public record ScoredTrack(double score, boolean right) {
  /**
   * The tracks of a clip that have a look, and of which it is known whom they show: one true face
   * is at the place of more than half of their boxes, where the truth looked.
   *
   * @throws IllegalArgumentException when a true box has no size
   */
  public static List<ScoredTrack> of(RecognizedClip clip) {
    MatcherKind kind = MatcherKind.CENTROID;
    // The tolerance has no part in the scores.
    Matcher matcher = kind.matcher(clip.gallery(), kind.defaultTolerance());
    List<Track> tracks = clip.name(matcher).stream().map(Label::track).toList();
    List<Optional<String>> people = people(tracks, clip.truth());
    List<ScoredTrack> scored = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      Optional<Match> best = track.face().map(face -> matcher.match(face, track.detail()));
      if (best.isPresent() && people.get(i).isPresent()) {
        boolean right = people.get(i).get().equals(best.get().person());
        scored.add(new ScoredTrack(best.get().score(), right));
      }
    }
    return scored;
  }

  /** A track's box on a frame. */
  private record Place(int track, LabelRow row) {}

  /** Whom each track shows, where that is known. */
  private static List<Optional<String>> people(List<Track> tracks, List<LabelRow> truth) {
    Map<Long, List<LabelRow>> faces = LabelRow.byFrame(truth, 1);
    Map<Long, List<Place>> places = new HashMap<>();
    for (int i = 0; i < tracks.size(); i++) {
      for (TrackBox box : tracks.get(i).boxes()) {
        places
            .computeIfAbsent(box.frame(), f -> new ArrayList<>())
            .add(new Place(i, new LabelRow(box.frame(), box.box(), Label.UNKNOWN)));
      }
    }
    int[] boxes = new int[tracks.size()];
    List<Map<String, Integer>> names = new ArrayList<>();
    tracks.forEach(track -> names.add(new HashMap<>()));
    faces.forEach(
        (frame, there) -> {
          List<Place> found = places.getOrDefault(frame, List.of());
          found.forEach(place -> boxes[place.track]++);
          int[] pairs = FacePairs.labelOf(there, found.stream().map(Place::row).toList());
          for (int f = 0; f < pairs.length; f++) {
            if (pairs[f] >= 0) {
              names.get(found.get(pairs[f]).track).merge(there.get(f).name(), 1, Integer::sum);
            }
          }
        });
    List<Optional<String>> people = new ArrayList<>();
    for (int i = 0; i < boxes.length; i++) {
      int all = boxes[i];
      people.add(
          names.get(i).entrySet().stream()
              .filter(name -> 2 * name.getValue() > all)
              .map(Map.Entry::getKey)
              .findFirst());
    }
    return people;
  }
}
