package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Shot;
import io.github.idols.core.track.Thumbnail;
import io.github.idols.core.track.Track;
import io.github.idols.core.track.TrackBox;
import io.github.idols.core.video.ColorSpace;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChooseFacesTest {
  private static final int FRAMES = 10;

  @Test
  void thePictureOfATrackIsTakenOfItsWeightiestLook() {
    Track found = track(0, 30, look(2, 0.4), look(7, 0.9), look(8, 0.1));
    Labels labels = labels(new Label(shifted(found, 100), "Lisa", 1));

    assertEquals(
        List.of(new FaceSpot(0, 107, new Box(37, 20, 40, 50), 0.9)),
        ChooseFaces.in(labels, chunk(found), 100));
  }

  @Test
  void aTrackThatGoesOnFromTheChunkBeforeIsKnownByItsBox() {
    Track other = track(0, 300, look(1, 5));
    Track found = track(0, 30, look(3, 1));
    List<TrackBox> whole = new ArrayList<>(shifted(track(0, 30), 90).boxes());
    whole.addAll(shifted(found, 100).boxes());
    Labels labels =
        labels(
            new Label(new Track(whole, List.of()), "Lisa", 1),
            new Label(shifted(other, 100), "Rosé", 1));

    assertEquals(
        List.of(1, 0),
        ChooseFaces.in(labels, chunk(found, other), 100).stream().map(FaceSpot::track).toList());
  }

  @Test
  void aTrackWithoutALookOrWithoutALabelHasNoPicture() {
    Labels labels = labels(new Label(shifted(track(0, 30), 0), "Lisa", 1));

    assertEquals(List.of(), ChooseFaces.in(labels, chunk(track(0, 30)), 0));
    assertEquals(List.of(), ChooseFaces.in(labels, chunk(track(0, 200, look(0, 1))), 0));
  }

  @Test
  void ofACrowdOnlyTheBestLooksAreTaken() {
    Track[] crowd =
        IntStream.range(0, 60)
            .mapToObj(i -> track(0, 100 * i, look(i % FRAMES, 1 + i)))
            .toArray(Track[]::new);
    List<Label> strangers =
        IntStream.range(0, 60)
            .mapToObj(i -> new Label(shifted(crowd[i], 0), Label.UNKNOWN, 1, i + 1))
            .toList();

    List<FaceSpot> spots = ChooseFaces.in(labels(strangers.toArray(Label[]::new)), chunk(crowd), 0);

    assertEquals(24, spots.size());
    assertTrue(spots.stream().allMatch(spot -> spot.track() >= 36));
    assertEquals(
        spots.stream().map(FaceSpot::frame).sorted().toList(),
        spots.stream().map(FaceSpot::frame).toList());
  }

  @Test
  void keepsTheBestOfEachPersonAndStrangerOfTheWholeVideo() {
    Labels labels =
        labels(
            label("Lisa", 0),
            label("Lisa", 0),
            label("Lisa", 0),
            label("Lisa", 0),
            label(Label.UNKNOWN, 1),
            label(Label.UNKNOWN, 2));
    List<FacePicture> taken =
        List.of(
            new FacePicture(0, 0.5, "a"),
            new FacePicture(1, 0.7, "b"),
            new FacePicture(1, 0.8, "better b"),
            new FacePicture(2, 0.9, "c"),
            new FacePicture(3, 0.6, "d"),
            new FacePicture(4, 0.1, "e"),
            new FacePicture(5, 0.2, "f"));

    assertEquals(
        List.of("c", "better b", "d", "f", "e"),
        ChooseFaces.of(labels, taken).stream().map(FacePicture::jpeg).toList());
  }

  @Test
  void writesTheBestFirst() throws Exception {
    StringBuilder json = new StringBuilder();

    FacesJson.write(List.of(new FacePicture(3, 2, "/9j/"), new FacePicture(0, 1, "AA==")), json);

    assertEquals(
        """
        {"version":1,
        "faces":[
        {"track":3,"jpeg":"/9j/"},
        {"track":0,"jpeg":"AA=="}]}
        """,
        json.toString());
  }

  private static Label label(String name, int stranger) {
    return new Label(track(0, 0), name, 1, stranger);
  }

  private static Evidence look(long frame, double weight) {
    return new Evidence(frame, Embedding.of(1, 0), 1, weight);
  }

  /** Moves to the right by a pixel a frame. */
  private static Track track(long first, double x, Evidence... looks) {
    return new Track(
        LongStream.range(first, first + FRAMES)
            .mapToObj(frame -> new TrackBox(frame, new Box(x + frame - first, 20, 40, 50)))
            .toList(),
        List.of(looks));
  }

  /** As the labels of a whole video have it: elsewhere, and without looks. */
  private static Track shifted(Track track, long frames) {
    return new Track(
        track.boxes().stream().map(at -> new TrackBox(at.frame() + frames, at.box())).toList(),
        List.of());
  }

  private static Labels labels(Label... labels) {
    return new Labels(
        new VideoInfo(640, 360, 0, new Rational(1, 25), new Rational(25, 1), 5, 125, "h264", true),
        LongStream.range(0, 125).boxed().toList(),
        List.of("Lisa", "Rosé"),
        List.of(new Shot(0, 124)),
        List.of(labels));
  }

  private static ChunkTracks chunk(Track... tracks) {
    Plane y = new Plane(ByteBuffer.allocate(64 * 36), 64, 64, 36);
    Plane uv = new Plane(ByteBuffer.allocate(32 * 18), 32, 32, 18);
    ColorSpace color = new ColorSpace(ColorSpace.Matrix.BT709, false);
    Thumbnail black = Thumbnail.of(new Frame(0, 0, 64, 36, y, uv, uv, color));
    return new ChunkTracks(
        0,
        LongStream.range(0, FRAMES).boxed().toList(),
        List.of(new Shot(0, FRAMES - 1)),
        List.of(tracks),
        black,
        black);
  }
}
