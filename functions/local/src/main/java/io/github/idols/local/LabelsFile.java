package io.github.idols.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads labels back from a {@code labels.json}, without what they were given by. */
final class LabelsFile {
  private static final String NAME = "labels.json";

  private LabelsFile() {}

  /**
   * The labels in a file, or in a folder that label wrote.
   *
   * @throws UserError when it is no such file
   * @throws IOException when it cannot be read
   */
  static Labels read(Path given) throws UserError, IOException {
    Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
    UserError wrong =
        new UserError(
            file + " holds no labels: give the folder that ./idols label wrote, or its " + NAME);
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
      Labels labels = labels(json);
      if (labels.frames() == 0 || !isWhole(labels)) {
        throw wrong;
      }
      return labels;
    } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
      throw wrong;
    }
  }

  private static Labels labels(JsonNode json) {
    List<String> people = new ArrayList<>();
    json.path("people").forEach(person -> people.add(person.asText()));
    List<Shot> shots = new ArrayList<>();
    json.path("shots").forEach(s -> shots.add(new Shot(whole(s.path(0)), whole(s.path(1)))));
    List<Label> labels = new ArrayList<>();
    json.path("tracks").forEach(track -> labels.add(label(track)));
    JsonNode video = json.path("video");
    return new Labels(video(video), times(json.path("frameTimes")), people, shots, labels);
  }

  private static VideoInfo video(JsonNode video) {
    return new VideoInfo(
        Math.toIntExact(whole(video.path("width"))),
        Math.toIntExact(whole(video.path("height"))),
        0,
        rational(video.path("timeBase")),
        rational(video.path("frameRate")),
        video.path("duration").asDouble(),
        whole(video.path("frames")),
        video.path("codec").asText(),
        video.path("audio").asBoolean());
  }

  private static Rational rational(JsonNode pair) {
    return new Rational(Math.toIntExact(whole(pair.path(0))), Math.toIntExact(whole(pair.path(1))));
  }

  /** The steps as {@code LabelsJson} writes them: how long, how often. */
  private static List<Long> times(JsonNode times) {
    List<Long> pts = new ArrayList<>();
    pts.add(whole(times.path("first")));
    for (JsonNode step : times.path("steps")) {
      long often = whole(step.path(1));
      for (long i = 0; i < often; i++) {
        pts.add(pts.get(pts.size() - 1) + whole(step.path(0)));
      }
    }
    return pts;
  }

  private static Label label(JsonNode track) {
    List<TrackBox> boxes = new ArrayList<>();
    for (JsonNode at : track.path("boxes")) {
      double[] side = new double[4];
      for (int i = 0; i < side.length; i++) {
        side[i] = at.path(i + 1).asDouble(Double.NaN);
        if (!Double.isFinite(side[i])) {
          throw new IllegalArgumentException("a box without numbers");
        }
      }
      boxes.add(new TrackBox(whole(at.path(0)), new Box(side[0], side[1], side[2], side[3])));
    }
    boolean known = track.path("known").asBoolean();
    return new Label(
        new Track(boxes, List.of()),
        known ? track.path("name").asText() : Label.UNKNOWN,
        track.path("confidence").asDouble());
  }

  private static long whole(JsonNode number) {
    if (!number.isIntegralNumber()) {
      throw new IllegalArgumentException("no whole number");
    }
    return number.longValue();
  }

  /** Whether shots and boxes are on frames that there are. */
  private static boolean isWhole(Labels labels) {
    long frames = labels.frames();
    return labels.video().frames() == frames
        && labels.video().width() > 0
        && labels.video().height() > 0
        && labels.shots().stream()
            .allMatch(
                shot ->
                    shot.firstFrame() >= 0
                        && shot.firstFrame() <= shot.lastFrame()
                        && shot.lastFrame() < frames)
        && labels.labels().stream()
            .allMatch(
                label -> label.track().firstFrame() >= 0 && label.track().lastFrame() < frames);
  }
}
