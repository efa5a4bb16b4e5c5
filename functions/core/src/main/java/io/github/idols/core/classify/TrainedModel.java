package io.github.idols.core.classify;

import io.github.idols.core.binary.BinaryReader;
import io.github.idols.core.binary.BinaryWriter;
import io.github.idols.core.binary.DamagedFileException;
import io.github.idols.core.binary.FileKind;
import io.github.idols.core.face.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A trained classifier with its network, and the zip file that keeps both: {@value #NETWORK}, the
 * tuned network; {@value #CLASSIFIER}, names, head, means and gate, exact to the last bit; and what
 * people read ({@code model.json}, {@code training.html}), which is not read back. Immutable as
 * long as nobody writes to the array that it was made from.
 */
public final class TrainedModel {
  /** How faces go into the network; a model that was trained with anything else is refused. */
  public static final String INPUT =
      "RGB, 112 x 112 pixels aligned to ArcFace's template, (x - 127.5) / 128";

  static final String NETWORK = "network.tflite";
  static final String CLASSIFIER = "classifier.bin";

  private static final FileKind KIND = new FileKind("IdCl", 2, "a classifier");

  /** Ten times what a model is; a zip may promise more than memory holds. */
  private static final int MOST_BYTES = 64 << 20;

  /** Same files in, same zip out. */
  private static final long NO_TIME = 315_532_800_000L;

  private final byte[] network;
  private final Classifier classifier;

  /**
   * Takes over an array without copying it.
   *
   * @param network a TensorFlow Lite file
   * @param classifier over the network's embeddings
   */
  public TrainedModel(byte[] network, Classifier classifier) {
    this.network = network;
    this.classifier = classifier;
  }

  /** A copy of the network's file. */
  public byte[] network() {
    return network.clone();
  }

  /** The classifier over the network's embeddings. */
  public Classifier classifier() {
    return classifier;
  }

  /**
   * Writes the zip; the stream stays open.
   *
   * @param others files for people to read, by name
   */
  public void write(OutputStream to, Map<String, byte[]> others) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(others);
    files.put(NETWORK, network);
    files.put(CLASSIFIER, bytes());
    ZipOutputStream zip = new ZipOutputStream(to);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTime(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads a zip; the stream stays open.
   *
   * @throws DamagedFileException when it is not a trained model, or not whole
   * @throws IOException when the stream cannot be read
   */
  public static TrainedModel read(InputStream from) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try {
      ZipInputStream zip = new ZipInputStream(from);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(NETWORK) || entry.getName().equals(CLASSIFIER)) {
          byte[] bytes = zip.readNBytes(MOST_BYTES + 1);
          if (bytes.length > MOST_BYTES) {
            throw new DamagedFileException("this is not a trained model: it is too large");
          }
          files.put(entry.getName(), bytes);
        }
      }
    } catch (ZipException e) {
      throw new DamagedFileException("this is not a trained model: " + e.getMessage(), e);
    }
    byte[] network = files.get(NETWORK);
    byte[] classifier = files.get(CLASSIFIER);
    if (network == null || classifier == null) {
      throw new DamagedFileException(
          "this is not a trained model: a zip with " + NETWORK + " and " + CLASSIFIER);
    }
    return new TrainedModel(
        network, KIND.read(new ByteArrayInputStream(classifier), TrainedModel::classifier));
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    KIND.write(bytes, this::write);
    return bytes.toByteArray();
  }

  private void write(BinaryWriter out) throws IOException {
    out.text(INPUT);
    out.list(classifier.people(), out::text);
    out.list(classifier.head().weights(), out::floats);
    out.floats(classifier.head().biases());
    out.list(classifier.means(), mean -> write(out, mean));
    Gate gate = classifier.gate();
    out.float64(gate.threshold());
    out.float64(gate.midpoint());
    out.float64(gate.steepness());
  }

  private static void write(BinaryWriter out, Means means) throws IOException {
    out.floats(means.full().toArray());
    out.floats(means.half().toArray());
    out.floats(means.quarter().toArray());
  }

  private static Embedding face(BinaryReader in) throws IOException {
    return Embedding.ofUnit(in.floats());
  }

  private static Classifier classifier(BinaryReader in) throws IOException {
    String input = in.text();
    if (!input.equals(INPUT)) {
      throw new DamagedFileException("this model takes other faces: " + input);
    }
    List<String> people = in.list(in::text);
    SoftmaxHead head = new SoftmaxHead(in.list(in::floats), in.floats());
    List<Means> means = in.list(() -> new Means(face(in), face(in), face(in)));
    return new Classifier(people, head, means, new Gate(in.float64(), in.float64(), in.float64()));
  }
}
