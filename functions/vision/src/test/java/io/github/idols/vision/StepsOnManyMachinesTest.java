package io.github.idols.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.Person;
import io.github.idols.core.gallery.Picture;
import io.github.idols.core.label.Label;
import io.github.idols.core.label.Labels;
import io.github.idols.core.label.LabelsCsv;
import io.github.idols.core.label.NameVideo;
import io.github.idols.core.label.NamedVideo;
import io.github.idols.core.label.NamedVideoCodec;
import io.github.idols.core.label.RenderedChunk;
import io.github.idols.core.track.ChunkTracks;
import io.github.idols.core.track.ChunkTracksCodec;
import io.github.idols.core.video.Chunk;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.PlanCodec;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.RecognizeVideo;
import io.github.idols.vision.render.DrawVideo;
import io.github.idols.vision.render.Font;
import io.github.idols.vision.video.HeldSource;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step hands on a file, and what comes out is as if nothing had ever left memory. */
class StepsOnManyMachinesTest {
  private final VideoGate gate = new VideoGate();
  private final Path folder;
  private final byte[] video;

  StepsOnManyMachinesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    try (InputStream in = getClass().getResourceAsStream("/demo/cap13_edit2.mp4")) {
      if (in == null) {
        throw new IOException("no demo video");
      }
      video = in.readAllBytes();
    }
  }

  @Test
  void filesBetweenTheStepsChangeNothing() throws Exception {
    Plan whole = new PlanVideo(gate, new VideoPlanner(2)).plan(source());
    // A few chunks are enough, as long as tracks go on over their ends.
    Plan plan = new Plan(whole.video(), whole.chunks().subList(0, 2));
    assertEquals(plan, sent(plan, PlanCodec::write, PlanCodec::read));

    List<ChunkTracks> found = new ArrayList<>();
    try (FaceModels models = new FaceModels();
        RecognizeVideo recognizer = new RecognizeVideo(gate, models)) {
      for (Chunk chunk : plan.chunks()) {
        found.add(recognizer.recognize(source(), plan, chunk, done -> {}));
      }
    }
    List<ChunkTracks> received = new ArrayList<>();
    for (ChunkTracks tracks : found) {
      received.add(sent(tracks, ChunkTracksCodec::write, ChunkTracksCodec::read));
    }

    NameVideo naming = new NameVideo(MatcherKind.CENTROID.matcher(gallery(found), 0.95));
    NamedVideo named = naming.name(plan.video(), found);
    NamedVideo namedElsewhere =
        sent(naming.name(plan.video(), received), NamedVideoCodec::write, NamedVideoCodec::read);
    assertTrue(named.labels().labels().stream().anyMatch(Label::isKnown));
    assertEquals(csv(named.labels()), csv(namedElsewhere.labels()));

    DrawVideo drawing = new DrawVideo(gate, Font.bundled());
    for (Chunk chunk : plan.chunks()) {
      Path here = folder.resolve("here-" + chunk.number() + ".mp4");
      Path there = folder.resolve("there-" + chunk.number() + ".mp4");
      RenderedChunk rendered = draw(drawing, named, chunk, here);
      draw(drawing, namedElsewhere, chunk, there);
      assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(there));
      assertEquals(rendered, namedElsewhere.rendered(chunk.number(), here));
    }
  }

  private RenderedChunk draw(DrawVideo drawing, NamedVideo named, Chunk chunk, Path out)
      throws IOException {
    return drawing.render(
        source(), named.labels(), chunk, named.firstFrames().get(chunk.number()), out, done -> {});
  }

  /** Of whoever is seen first. */
  private static Gallery gallery(List<ChunkTracks> found) {
    List<Picture> looks =
        found.get(0).tracks().get(0).evidence().stream()
            .map(look -> new Picture("look.jpg", look.embedding()))
            .toList();
    assertFalse(looks.isEmpty());
    return new Gallery(List.of(new Person("somebody", looks)));
  }

  private HeldSource source() {
    return new HeldSource("mv.mp4", video);
  }

  private static String csv(Labels labels) throws IOException {
    StringBuilder csv = new StringBuilder();
    LabelsCsv.write(labels, csv);
    return csv.toString();
  }

  private interface Writing<T> {
    void write(T value, OutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  private static <T> T sent(T value, Writing<T> writing, Reading<T> reading) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    writing.write(value, file);
    return reading.read(new ByteArrayInputStream(file.toByteArray()));
  }
}
