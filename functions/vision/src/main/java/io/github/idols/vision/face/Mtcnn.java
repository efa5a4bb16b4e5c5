package io.github.idols.vision.face;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import io.github.idols.core.face.Box;
import io.github.idols.core.face.Detection;
import io.github.idols.core.face.FaceFinder;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.face.Point;
import io.github.idols.core.video.Frame;
import io.github.idols.vision.face.Candidate.Overlap;
import io.github.idols.vision.image.YuvSampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces with three networks, each surer and dearer than the one before (Zhang et al., "Joint
 * Face Detection and Alignment Using Multitask Cascaded Convolutional Networks", 2016).
 *
 * <p>The networks take pictures with x as the first axis, as their authors' MATLAB stored them:
 * RGB, {@code (x - 127.5) / 128}. Not safe for use by several threads.
 */
public final class Mtcnn implements FaceFinder {
  private static final int REFINEMENT_SIZE = 24;
  private static final int REFINEMENT_BATCH = 16;

  /** For frames with few proposals: the rest of a batch costs as much as if it were used. */
  private static final int SMALL_BATCH = 4;

  private static final int OUTPUT_SIZE = 48;

  /** A track's box is its last one: the face may have moved a little past its edges since. */
  private static final double FOLLOW_MARGIN = 1.1;

  /** More than that shows noise rather than a face. */
  private static final float MOST_GAIN = 3;

  private final MtcnnSettings settings;
  private final ImagePyramid pyramid;
  private final Network refinement;
  private final Network smallRefinement;
  private final Network output;
  private final YuvSampler sampler = new YuvSampler();
  private final float[] pixels = new float[OUTPUT_SIZE * OUTPUT_SIZE * 3];

  /** The same as the networks take it: filled here, since native memory is slow to fill. */
  private final float[] turned = new float[pixels.length];

  Mtcnn(
      Model proposalModel,
      Model refinementModel,
      Model outputModel,
      int width,
      int height,
      MtcnnSettings settings) {
    this.settings = settings;
    pyramid = new ImagePyramid(proposalModel, width, height, settings);
    refinement =
        new Network(
            refinementModel, new Shape(REFINEMENT_BATCH, REFINEMENT_SIZE, REFINEMENT_SIZE, 3));
    smallRefinement =
        new Network(refinementModel, new Shape(SMALL_BATCH, REFINEMENT_SIZE, REFINEMENT_SIZE, 3));
    output = new Network(outputModel, new Shape(1, OUTPUT_SIZE, OUTPUT_SIZE, 3));
  }

  @Override
  public List<Detection> find(Frame frame, double smallest) {
    List<Candidate> proposals = pyramid.propose(frame, smallest);
    return confirm(frame, refine(frame, proposals));
  }

  @Override
  public List<Optional<Detection>> follow(Frame frame, List<Box> expected) {
    List<Optional<Detection>> found = new ArrayList<>(expected.size());
    for (Box box : expected) {
      double side = Math.max(box.width(), box.height()) * FOLLOW_MARGIN;
      Box square = new Box(box.centerX() - side / 2, box.centerY() - side / 2, side, side);
      sample(frame, square, OUTPUT_SIZE);
      put(OUTPUT_SIZE, output, 0);
      found.add(look(square, settings.followThreshold()));
    }
    return found;
  }

  private List<Candidate> refine(Frame frame, List<Candidate> proposals) {
    List<Candidate> refined = new ArrayList<>();
    int n;
    for (int from = 0; from < proposals.size(); from += n) {
      boolean few = proposals.size() - from <= SMALL_BATCH;
      Network network = few ? smallRefinement : refinement;
      n = Math.min(few ? SMALL_BATCH : REFINEMENT_BATCH, proposals.size() - from);
      List<Box> squares = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        Box square = Candidate.square(proposals.get(from + i).better());
        squares.add(square);
        crop(frame, square, REFINEMENT_SIZE, network, i);
      }
      List<float[]> outputs = network.run();
      float[] scores = outputs.get(0);
      float[] shifts = outputs.get(1);
      for (int i = 0; i < n; i++) {
        float score = scores[2 * i + 1];
        if (score > settings.refinementThreshold()) {
          Box square = squares.get(i);
          refined.add(new Candidate(square, score, Candidate.shift(square, shifts, 4 * i)));
        }
      }
    }
    return Candidate.suppress(refined, 0.7, Overlap.UNION);
  }

  private List<Detection> confirm(Frame frame, List<Candidate> refined) {
    List<Detection> detections = new ArrayList<>();
    for (Candidate candidate : refined) {
      Box square = Candidate.square(candidate.better());
      crop(frame, square, OUTPUT_SIZE, output, 0);
      look(square, settings.outputThreshold()).ifPresent(detections::add);
    }
    detections.sort(Comparator.comparingDouble(Detection::score).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection detection : detections) {
      if (kept.stream()
          .noneMatch(better -> Overlap.SMALLER.of(detection.box(), better.box()) > 0.7)) {
        kept.add(detection);
      }
    }
    return kept;
  }

  /** Asks the third network about the square that {@link #output} holds. */
  private Optional<Detection> look(Box square, double threshold) {
    List<float[]> outputs = output.run();
    float score = outputs.get(0)[1];
    if (score <= threshold) {
      return Optional.empty();
    }
    float[] points = outputs.get(2);
    Point[] at = new Point[5];
    for (int i = 0; i < at.length; i++) {
      at[i] =
          new Point(
              square.x() + points[i] * square.width(),
              square.y() + points[5 + i] * square.height());
    }
    Landmarks landmarks = new Landmarks(at[0], at[1], at[2], at[3], at[4]);
    Box box = Candidate.shift(square, outputs.get(1), 0);
    return Optional.of(new Detection(box, landmarks, score));
  }

  /** Puts a square of the frame that was just searched at place {@code index} of a batch. */
  private void crop(Frame frame, Box square, int size, Network network, int index) {
    if (!pyramid.crop(square, size, pixels)) {
      sample(frame, square, size);
    }
    put(size, network, index);
  }

  /** Takes a square from the frame itself, at full sharpness. */
  private void sample(Frame frame, Box square, int size) {
    double scale = square.width() / size;
    sampler.sample(frame, scale, 0, square.x(), square.y(), size, pixels);
  }

  /** Puts the pixels, x first, at place {@code index} of a network's batch. */
  private void put(int size, Network network, int index) {
    brighten(size * size * 3);
    int from = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int to = (x * size + y) * 3;
        turned[to] = (pixels[from] - 127.5f) / 128;
        turned[to + 1] = (pixels[from + 1] - 127.5f) / 128;
        turned[to + 2] = (pixels[from + 2] - 127.5f) / 128;
        from += 3;
      }
    }
    int samples = size * size * 3;
    network.input().put(index * samples, turned, 0, samples);
  }

  /** Lifts dark pictures to the brightness of the faces that the networks were trained on. */
  private void brighten(int samples) {
    float sum = 0;
    for (int i = 0; i < samples; i++) {
      sum += pixels[i];
    }
    float gain = Math.min(MOST_GAIN, (float) settings.dim() * samples / Math.max(1, sum));
    if (gain > 1) {
      for (int i = 0; i < samples; i++) {
        pixels[i] = Math.min(255, gain * pixels[i]);
      }
    }
  }

  @Override
  public void close() {
    pyramid.close();
    refinement.close();
    smallRefinement.close();
    output.close();
  }
}
