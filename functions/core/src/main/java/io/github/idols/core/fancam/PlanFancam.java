package io.github.idols.core.fancam;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.TrackBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Plans a fancam: a window of 9:16 that follows one person through the frames of a video.
 *
 * <p>All frames are kept, so that the song goes on: docs/fancam.md says why. A shot has one size of
 * window, from the size of the face, and a path that is smoothed over the whole shot; where the
 * face is out of sight within a shot, the window goes evenly to where it is seen again. A shot
 * without the person has the largest window, in its middle, at rest.
 */
public final class PlanFancam {
  /** Window over face, in height: from the top of the head to the hips or knees. */
  private static final double WINDOW_OVER_FACE = 5.5;

  /**
   * How far down the window a face's middle is wanted, of its height: where eyes are in portraits.
   */
  private static final double FACE_LEVEL = 0.36;

  /** How much of a face's width and height is kept free between it and the window's edge. */
  private static final double MARGIN = 0.15;

  /** Pictures are magnified at most so many times; what is larger looks soft. */
  private static final double MOST_MAGNIFIED = 2;

  /** Movements to and fro of that length are halved: dancing in place is, walking is not. */
  private static final double HALVED_SECONDS = 3;

  /**
   * Whoever is seen for a shorter time, in a shot that is longer, shines through a cross-fade: the
   * window would wait at a place where nobody is.
   */
  private static final double SHORTEST_SECONDS = 0.25;

  private PlanFancam() {}

  /**
   * Plans a whole video.
   *
   * @param labels the video's, with its shots; evidence is not needed
   * @return nothing where the person is on no frame
   * @throws IllegalArgumentException when the pictures are too small
   */
  public static Optional<FancamPlan> of(Labels labels, String person) {
    List<Optional<Box>> faces = faces(labels, person);
    long with = faces.stream().filter(Optional::isPresent).count();
    if (with == 0) {
      return Optional.empty();
    }
    Camera camera = new Camera(labels);
    CropWindow[] windows = new CropWindow[labels.frames()];
    Arrays.fill(windows, camera.atRest());
    for (Shot shot : labels.shots()) {
      int first = Math.toIntExact(shot.firstFrame());
      List<CropWindow> followed =
          camera.follow(faces.subList(first, Math.toIntExact(shot.lastFrame()) + 1));
      for (int i = 0; i < followed.size(); i++) {
        windows[first + i] = followed.get(i);
      }
    }
    FancamSize size = FancamSize.written(labels.video().width(), labels.video().height());
    return Optional.of(new FancamPlan(person, size, labels.framePts(), List.of(windows), with));
  }

  /** The person's face on each frame; of two the one that is named more surely. */
  private static List<Optional<Box>> faces(Labels labels, String person) {
    List<Optional<Box>> faces = new ArrayList<>();
    for (int i = 0; i < labels.frames(); i++) {
      faces.add(Optional.empty());
    }
    double[] confidence = new double[labels.frames()];
    Arrays.fill(confidence, -1);
    for (Label label : labels.labels()) {
      if (!label.isKnown() || !label.name().equals(person)) {
        continue;
      }
      for (TrackBox at : label.track().boxes()) {
        int frame = Math.toIntExact(at.frame());
        if (label.confidence() > confidence[frame]) {
          confidence[frame] = label.confidence();
          faces.set(frame, Optional.of(at.box()));
        }
      }
    }
    return faces;
  }

  /** What the shots of one video share. */
  private static final class Camera {
    private final int frameWidth;
    private final int frameHeight;
    private final FancamSize room;
    private final int lowest;
    private final double shortest;
    private final SteadyPath path;

    Camera(Labels labels) {
      frameWidth = labels.video().width();
      frameHeight = labels.video().height();
      room = FancamSize.roomIn(frameWidth, frameHeight);
      int written = FancamSize.written(frameWidth, frameHeight).height();
      lowest = (int) Math.ceil(written / MOST_MAGNIFIED);
      double rate = labels.video().frameRate().value();
      double fps = rate > 0 ? rate : 25;
      shortest = SHORTEST_SECONDS * fps;
      path = new SteadyPath(Math.max(3, HALVED_SECONDS * fps));
    }

    CropWindow atRest() {
      return new CropWindow(
          (frameWidth - room.width()) / 2.0,
          (frameHeight - room.height()) / 2.0,
          room.width(),
          room.height());
    }

    /** The windows of a shot. */
    List<CropWindow> follow(List<Optional<Box>> faces) {
      List<Box> seen = faces.stream().flatMap(Optional::stream).toList();
      if (seen.isEmpty() || (seen.size() < shortest && 2 * seen.size() < faces.size())) {
        return faces.stream().map(face -> atRest()).toList();
      }
      FancamSize size = size(seen);
      double[] x = across(faces, size.width());
      double[] y = down(faces, size.height());
      List<CropWindow> windows = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        windows.add(new CropWindow(x[i], y[i], size.width(), size.height()));
      }
      return windows;
    }

    /** One size for all of a shot: a window that grows and shrinks with a box would breathe. */
    private FancamSize size(List<Box> seen) {
      double[] heights = seen.stream().mapToDouble(Box::height).sorted().toArray();
      double wanted = WINDOW_OVER_FACE * heights[heights.length / 2];
      for (Box face : seen) {
        wanted = Math.max(wanted, face.height() * (1 + 2 * MARGIN));
        wanted = Math.max(wanted, face.width() * (1 + 2 * MARGIN) * 16 / 9);
      }
      int height = FancamSize.even(Math.min(room.height(), Math.max(lowest, wanted) + 1));
      return new FancamSize(Math.min(room.width(), FancamSize.widthFor(height)), height);
    }

    private double[] across(List<Optional<Box>> faces, int width) {
      Axis axis = new Axis(faces.size(), width, frameWidth);
      for (int i = 0; i < faces.size(); i++) {
        if (faces.get(i).isPresent()) {
          Box face = faces.get(i).get();
          axis.see(i, face.x(), face.width(), face.centerX() - width / 2.0);
        }
      }
      return axis.path(path);
    }

    private double[] down(List<Optional<Box>> faces, int height) {
      Axis axis = new Axis(faces.size(), height, frameHeight);
      for (int i = 0; i < faces.size(); i++) {
        if (faces.get(i).isPresent()) {
          Box face = faces.get(i).get();
          axis.see(i, face.y(), face.height(), face.centerY() - height * FACE_LEVEL);
        }
      }
      return axis.path(path);
    }
  }

  /** Where a shot's window may begin and should, along one side of the frame. */
  private static final class Axis {
    private final double window;
    private final double most;
    private final double[] low;
    private final double[] high;
    private final double[] wanted;

    Axis(int frames, double window, double frame) {
      this.window = window;
      most = frame - window;
      low = new double[frames];
      high = new double[frames];
      wanted = new double[frames];
      Arrays.fill(high, most);
      Arrays.fill(wanted, Double.NaN);
    }

    /** The face is there on a frame: the window has to hold it, with its margins. */
    void see(int frame, double start, double length, double best) {
      double latest = start - MARGIN * length;
      double earliest = start + length * (1 + MARGIN) - window;
      if (earliest > latest) {
        // Larger than the window: as much of it on one side as on the other.
        earliest = (earliest + latest) / 2;
        latest = earliest;
      }
      low[frame] = inside(earliest);
      high[frame] = inside(latest);
      wanted[frame] = Math.min(high[frame], Math.max(low[frame], best));
    }

    double[] path(SteadyPath camera) {
      fillGaps();
      return camera.through(wanted, low, high);
    }

    private double inside(double place) {
      return Math.min(most, Math.max(0, place));
    }

    /** Straight lines between what is known; before and after it rests. */
    private void fillGaps() {
      int last = -1;
      for (int i = 0; i < wanted.length; i++) {
        if (Double.isNaN(wanted[i])) {
          continue;
        }
        for (int gap = last + 1; gap < i; gap++) {
          double share = last < 0 ? 1 : (double) (gap - last) / (i - last);
          wanted[gap] = last < 0 ? wanted[i] : wanted[last] + share * (wanted[i] - wanted[last]);
        }
        last = i;
      }
      for (int gap = last + 1; gap < wanted.length; gap++) {
        wanted[gap] = wanted[last];
      }
    }
  }
}
