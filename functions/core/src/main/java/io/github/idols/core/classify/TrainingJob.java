package io.github.idols.core.classify;

import io.github.idols.core.binary.BinaryReader;
import io.github.idols.core.binary.BinaryWriter;
import io.github.idols.core.binary.FileKind;
import io.github.idols.core.face.WideFace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * What the process that trains is told.
 *
 * @param settings how to train
 * @param people whom to tell apart, at least two
 */
public record TrainingJob(TrainingSettings settings, List<TrainingFaces> people) {
  private static final FileKind KIND = new FileKind("IdTJ", 1, "a training job");

  public TrainingJob {
    people = List.copyOf(people);
    if (people.size() < 2) {
      throw new IllegalArgumentException("only " + people.size() + " people to tell apart");
    }
  }

  /** Writes it; the stream stays open and is flushed. */
  public void write(OutputStream to) throws IOException {
    KIND.write(
        to,
        out -> {
          out.count(settings.epochs());
          out.float64(settings.learningRate());
          out.bool(settings.freeze());
          out.int64(settings.seed());
          out.list(people, person -> write(out, person));
        });
  }

  private static void write(BinaryWriter out, TrainingFaces person) throws IOException {
    out.text(person.name());
    out.list(person.training(), face -> out.bytes(face.toArray()));
    out.list(person.test(), face -> out.bytes(face.toArray()));
  }

  /**
   * Reads what was written, to the end of the stream, which stays open.
   *
   * @throws io.github.idols.core.binary.DamagedFileException when it is no training job
   * @throws IOException when the stream cannot be read
   */
  public static TrainingJob read(InputStream from) throws IOException {
    return KIND.read(
        from,
        in ->
            new TrainingJob(
                new TrainingSettings(in.count(), in.float64(), in.bool(), in.int64()),
                in.list(() -> person(in))));
  }

  private static TrainingFaces person(BinaryReader in) throws IOException {
    return new TrainingFaces(
        in.text(),
        in.list(() -> new WideFace(in.bytes())),
        in.list(() -> new WideFace(in.bytes())));
  }
}
