package io.github.idols.core.label;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detail;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Track;
import io.github.idols.core.video.VideoInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Chooses the frame that a link to a video is shown by: as many different people of the gallery as
 * there are on one frame, large and sharp.
 *
 * <p>Only frames are considered from which a look at somebody was embedded: how sharp a face is on
 * others nobody has measured, and looks are the best frames of each track anyway.
 */
public final class ChoosePreview {
  /** Of the frame's height. A face is as good as can be from here on: a group beats a close-up. */
  private static final double LARGE = 0.2;

  /** What a face of nobody in the gallery counts: it decides only where nobody else is there. */
  private static final double STRANGER = 0.05;

  /** A look tells how sharp a face is on frames that are no farther away, half a second. */
  private static final long NEAR = 12;

  /** Free place above a face for the hair, in heights of the face. */
  private static final double HEADROOM = 0.4;

  private ChoosePreview() {}

  /** A face on the frame that is looked at. */
  private record Face(String name, Box box, double value) {}

  private record Scored(double score, PreviewSpot spot) {}

  /** A track as the chunk has it, and its label. */
  private record Named(Track track, Label label) {}

  /**
   * The frame, and the faces that are on it.
   *
   * @param named the whole video's labels; evidence is not needed
   * @param found what was found in each chunk, in their order, with evidence
   * @return the middle of the video where it has no face; nothing where it has no frame
   */
  public static Optional<PreviewSpot> of(NamedVideo named, List<ChunkTracks> found) {
    Labels labels = named.labels();
    Optional<Scored> best = Optional.empty();
    for (int chunk = 0; chunk < found.size(); chunk++) {
      long first = named.firstFrames().get(chunk);
      List<Named> tracks = named(labels, found.get(chunk).tracks(), first);
      for (long frame : looks(tracks)) {
        Optional<Scored> here = score(tracks, frame, first, labels.video());
        if (here.isPresent() && (best.isEmpty() || here.get().score() > best.get().score())) {
          best = here;
        }
      }
    }
    return best.map(Scored::spot).or(() -> middle(labels));
  }

  private static Optional<PreviewSpot> middle(Labels labels) {
    VideoInfo video = labels.video();
    Box all = new Box(0, 0, video.width(), video.height());
    return labels.frames() == 0
        ? Optional.empty()
        : Optional.of(new PreviewSpot(labels.frames() / 2, all));
  }

  private static List<Named> named(Labels labels, List<Track> tracks, long first) {
    List<Named> named = new ArrayList<>();
    for (Track track : tracks) {
      OptionalInt label =
          ChooseFaces.labelAt(labels, first + track.firstFrame(), track.boxes().get(0).box());
      label.ifPresent(place -> named.add(new Named(track, labels.labels().get(place))));
    }
    return named;
  }

  private static List<Long> looks(List<Named> tracks) {
    return tracks.stream()
        .flatMap(
            named ->
                named.track().evidence().stream()
                    .map(Evidence::frame)
                    .filter(frame -> isOn(named.track(), frame)))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isOn(Track track, long frame) {
    return frame >= track.firstFrame() && frame <= track.lastFrame();
  }

  private static Optional<Scored> score(
      List<Named> tracks, long frame, long first, VideoInfo video) {
    List<Face> faces =
        tracks.stream()
            .filter(named -> isOn(named.track(), frame))
            .map(named -> face(named, frame, video))
            .toList();
    return faces.stream()
        .map(face -> score(faces, window(face, video), first + frame))
        .max(Comparator.comparingDouble(Scored::score));
  }

  private static Face face(Named named, long frame, VideoInfo video) {
    Box box = ChooseFaces.boxAt(named.track(), frame);
    double size = Math.min(1, box.height() / (LARGE * video.height()));
    double value = size * sharpness(named.track(), frame);
    Label label = named.label();
    return new Face(label.name(), box, label.isKnown() ? value : STRANGER * value);
  }

  private static double sharpness(Track track, long frame) {
    return track.evidence().stream()
        .filter(look -> Math.abs(look.frame() - frame) <= NEAR)
        .min(Comparator.comparingLong(look -> Math.abs(look.frame() - frame)))
        .map(look -> sharpness(Detail.of(look.detail())))
        .orElseGet(() -> sharpness(Detail.QUARTER));
  }

  private static double sharpness(Detail detail) {
    return switch (detail) {
      case FULL -> 1;
      case HALF -> 0.7;
      case QUARTER -> 0.4;
    };
  }

  /** The part of the frame that a picture can show whose uppermost or leftmost face is this one. */
  private static Box window(Face face, VideoInfo video) {
    double shape = (double) PreviewSpot.WIDTH / PreviewSpot.HEIGHT;
    double width = Math.min(video.width(), video.height() * shape);
    double height = Math.min(video.height(), video.width() / shape);
    double above = face.box().y() - HEADROOM * face.box().height();
    return new Box(
        Math.max(0, Math.min(face.box().x(), video.width() - width)),
        Math.max(0, Math.min(above, video.height() - height)),
        width,
        height);
  }

  /** What a part of a frame is worth: each name once. */
  private static Scored score(List<Face> faces, Box window, long frame) {
    Map<String, Double> values = new HashMap<>();
    Optional<Box> all = Optional.empty();
    for (Face face : faces) {
      if (window.intersection(face.box()) >= 0.9 * face.box().area()) {
        values.merge(face.name(), face.value(), Math::max);
        all = Optional.of(all.map(before -> both(before, face.box())).orElse(face.box()));
      }
    }
    double score = values.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Scored(score, new PreviewSpot(frame, all.orElse(window)));
  }

  private static Box both(Box one, Box other) {
    double x = Math.min(one.x(), other.x());
    double y = Math.min(one.y(), other.y());
    return new Box(
        x, y, Math.max(one.right(), other.right()) - x, Math.max(one.bottom(), other.bottom()) - y);
  }
}
