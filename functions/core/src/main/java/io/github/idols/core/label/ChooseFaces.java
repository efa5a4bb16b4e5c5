package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Chooses of which faces pictures are shown: the best looks at each person and each stranger.
 *
 * <p>A picture belongs to a track, not to a name. So it is still right when names are corrected:
 * whoever shows it asks the labels of now whose track it is. That is also why more than one is kept
 * of everybody: one may turn out to be of somebody else.
 */
public final class ChooseFaces {
  /** Of one person or stranger in one chunk. */
  private static final int MOST_IN_CHUNK = 2;

  /** Of everybody in one chunk, so that a crowd does not cost more than drawing does. */
  private static final int MOST_OF_CHUNK = 24;

  /** Of one person or stranger in the whole video. */
  private static final int MOST_OF_ONE = 3;

  /** Of everybody in the whole video: some 300 kB. */
  static final int MOST = 96;

  private ChooseFaces() {}

  /**
   * Where to take pictures in a chunk.
   *
   * @param labels the whole video's; evidence is not needed
   * @param found what was found in the chunk, with evidence
   * @param firstFrame number of the chunk's first frame in the whole video
   * @return in the order of their frames
   */
  public static List<FaceSpot> in(Labels labels, ChunkTracks found, long firstFrame) {
    List<FaceSpot> spots = new ArrayList<>();
    for (Track track : found.tracks()) {
      best(track).flatMap(look -> spot(labels, track, look, firstFrame)).ifPresent(spots::add);
    }
    List<FaceSpot> chosen =
        best(spots, FaceSpot::track, FaceSpot::weight, labels, MOST_IN_CHUNK, MOST_OF_CHUNK);
    return chosen.stream()
        .sorted(Comparator.comparingLong(FaceSpot::frame).thenComparingInt(FaceSpot::track))
        .toList();
  }

  /**
   * Those pictures that are kept of a whole video, the best first.
   *
   * @param taken all that were taken, in any order
   */
  public static List<FacePicture> of(Labels labels, List<FacePicture> taken) {
    return best(taken, FacePicture::track, FacePicture::weight, labels, MOST_OF_ONE, MOST);
  }

  private static Optional<Evidence> best(Track track) {
    return track.evidence().stream()
        .filter(look -> look.frame() >= track.firstFrame() && look.frame() <= track.lastFrame())
        .max(Comparator.comparingDouble(Evidence::weight));
  }

  private static Optional<FaceSpot> spot(
      Labels labels, Track track, Evidence look, long firstFrame) {
    Box box = boxAt(track, look.frame());
    long frame = firstFrame + look.frame();
    OptionalInt label = labelAt(labels, frame, box);
    return label.isPresent()
        ? Optional.of(new FaceSpot(label.getAsInt(), frame, box, look.weight()))
        : Optional.empty();
  }

  /** Joining chunks leaves boxes as they are: the same box on the same frame is the same face. */
  static OptionalInt labelAt(Labels labels, long frame, Box box) {
    for (int i = 0; i < labels.labels().size(); i++) {
      Track track = labels.labels().get(i).track();
      if (frame >= track.firstFrame()
          && frame <= track.lastFrame()
          && boxAt(track, frame).equals(box)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Tracks have no gaps. */
  static Box boxAt(Track track, long frame) {
    return track.boxes().get(Math.toIntExact(frame - track.firstFrame())).box();
  }

  /** One of each track, the best first. */
  private static <T> List<T> best(
      List<T> looks,
      ToIntFunction<T> track,
      ToDoubleFunction<T> weight,
      Labels labels,
      int mostOfOne,
      int most) {
    Set<Integer> tracks = new HashSet<>();
    Map<Who, Integer> counts = new HashMap<>();
    return looks.stream()
        .sorted(Comparator.comparingDouble(weight).reversed().thenComparingInt(track))
        .filter(look -> tracks.add(track.applyAsInt(look)))
        .filter(
            look ->
                counts.merge(Who.of(labels.labels().get(track.applyAsInt(look))), 1, Integer::sum)
                    <= mostOfOne)
        .limit(most)
        .toList();
  }

  /** Whom a label names. */
  private record Who(String name, int stranger) {
    static Who of(Label label) {
      return new Who(label.name(), label.stranger());
    }
  }
}
