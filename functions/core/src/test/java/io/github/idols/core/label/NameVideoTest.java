package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.face.Box;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.CentroidMatcher;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.gallery.Picture;
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
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NameVideoTest {
  private static final VideoInfo VIDEO =
      new VideoInfo(64, 36, 0, new Rational(1, 25), new Rational(25, 1), 0.28, 7, "h264", false);

  private final NameVideo naming =
      new NameVideo(
          new CentroidMatcher(
              new Gallery(
                  List.of(
                      new Person("Lisa", List.of(new Picture("1.jpg", Embedding.of(1, 0, 0)))),
                      new Person("Rosé", List.of(new Picture("1.jpg", Embedding.of(0, 1, 0)))))),
              0.55));

  /** A chunk that shows one face all along. */
  private static ChunkTracks chunk(int number, long firstPts, int frames, float... face) {
    List<TrackBox> boxes =
        LongStream.range(0, frames)
            .mapToObj(f -> new TrackBox(f, new Box(number, 0, 10, 10)))
            .toList();
    return new ChunkTracks(
        number,
        LongStream.range(firstPts, firstPts + frames).boxed().toList(),
        List.of(new Shot(0, frames - 1)),
        List.of(new Track(boxes, List.of(new Evidence(0, Embedding.of(face), 1, 1)))),
        stripes(number),
        stripes(number));
  }

  /** A picture that has nothing to do with those of the other chunks. */
  private static Thumbnail stripes(int chunk) {
    ByteBuffer samples = ByteBuffer.allocateDirect(128 * 72);
    for (int i = 0; i < samples.capacity(); i++) {
      samples.put(i, (byte) (i % 128 / (4 << chunk) % 2 * 200));
    }
    Plane plane = new Plane(samples, 128, 128, 72);
    return Thumbnail.of(
        new Frame(
            0, 0, 128, 72, plane, plane, plane, new ColorSpace(ColorSpace.Matrix.BT709, false)));
  }

  private final List<ChunkTracks> chunks =
      List.of(chunk(0, 100, 3, 1, 0, 0), chunk(1, 103, 2, 0, 1, 0), chunk(2, 105, 2, 0, 0, 1));

  @Test
  void facesOfAllChunksAreNamed() {
    Labels labels = naming.name(VIDEO, chunks).labels();

    assertEquals(VIDEO, labels.video());
    assertEquals(List.of("Lisa", "Rosé"), labels.people());
    assertEquals(LongStream.range(100, 107).boxed().toList(), labels.framePts());
    assertEquals(List.of(new Shot(0, 2), new Shot(3, 4), new Shot(5, 6)), labels.shots());
    assertEquals(
        List.of("Lisa", "Rosé", Label.UNKNOWN), labels.labels().stream().map(Label::name).toList());
  }

  @Test
  void theOrderInWhichChunksWereDoneDoesNotMatter() {
    List<ChunkTracks> shuffled = List.of(chunks.get(2), chunks.get(0), chunks.get(1));
    assertEquals(naming.name(VIDEO, chunks), naming.name(VIDEO, shuffled));
  }

  @Test
  void whereChunksBeginIsKnown() {
    NamedVideo named = naming.name(VIDEO, chunks);
    Path file = Path.of("1.mp4");

    assertEquals(List.of(0L, 3L, 5L), named.firstFrames());
    assertEquals(new RenderedChunk(file, 103, 2), named.rendered(1, file));
    assertEquals(new RenderedChunk(file, 105, 2), named.rendered(2, file));
    assertThrows(IllegalArgumentException.class, () -> named.rendered(3, file));
  }
}
