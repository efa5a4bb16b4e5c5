package io.github.idols.vision.face;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import io.github.idols.tflite.Graph;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The networks that find and embed faces, loaded once from the class path and shared by all
 * workers.
 *
 * <p>Safe for use by several threads; what it makes is not. Close it after everything that it made.
 */
public final class FaceModels implements AutoCloseable {
  private static final String CHECKSUMS = "/models/checksums.txt";
  private static final Map<String, String> FREE_BATCH = Map.of("freeBatch", "true");

  private final Model proposal;
  private final Model refinement;
  private final Model output;
  private final Model glance;
  private final Model embedding;

  /**
   * @throws IllegalStateException when a network is not on the class path or does not load: the
   *     build is broken then
   */
  public FaceModels() {
    this(load("mobilefacenet", FREE_BATCH));
  }

  private FaceModels(Model embedding) {
    this.embedding = embedding;
    proposal = load("mtcnn-pnet", Map.of());
    refinement = load("mtcnn-rnet", Map.of());
    output = load("mtcnn-onet", Map.of());
    glance = load("blazeface-full-range-sparse", Map.of());
  }

  /**
   * The same networks, but a tuned one to embed faces.
   *
   * @param network the shipped network's file with other weights; of it nothing but the weights is
   *     taken, since a damaged file could end the process
   * @throws MalformedModelException when it is anything else
   */
  public static FaceModels tuned(byte[] network) throws MalformedModelException {
    try (InputStream in = resource("mobilefacenet")) {
      byte[] safe = Graph.read(in.readAllBytes()).withWeightsOf(network);
      return new FaceModels(load("tuned", new ByteArrayInputStream(safe), FREE_BATCH));
    } catch (IOException e) {
      throw new IllegalStateException("mobilefacenet does not load", e);
    }
  }

  private static Model load(String name, Map<String, String> options) {
    try (InputStream in = resource(name)) {
      return load(name, in, options);
    } catch (IOException | MalformedModelException e) {
      throw new IllegalStateException(name + " does not load", e);
    }
  }

  private static Model load(String name, InputStream in, Map<String, String> options)
      throws IOException, MalformedModelException {
    Model model = Model.newInstance(name, "TFLite");
    boolean loaded = false;
    try {
      model.load(in, options);
      loaded = true;
      return model;
    } finally {
      if (!loaded) {
        model.close();
      }
    }
  }

  private static InputStream resource(String name) {
    String resource = "/models/" + name + ".tflite";
    InputStream in = FaceModels.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    return in;
  }

  /**
   * The names and SHA-256 of all that came with the networks, as the build checked them.
   *
   * @throws IllegalStateException when they are not on the class path
   */
  static String checksums() {
    try (InputStream in = FaceModels.class.getResourceAsStream(CHECKSUMS)) {
      if (in == null) {
        throw new IllegalStateException(CHECKSUMS + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(CHECKSUMS + " cannot be read", e);
    }
  }

  /**
   * A face finder for frames of a video.
   *
   * @param width of the frames in pixels
   * @param height of the frames in pixels
   */
  public Mtcnn newFinder(int width, int height, MtcnnSettings settings) {
    return new Mtcnn(proposal, refinement, output, width, height, settings);
  }

  /** A face finder for pictures of any size: faces from a 20th of the longer side on. */
  public Mtcnn newPictureFinder() {
    int side = 1000;
    return newFinder(side, side, MtcnnSettings.facesFrom(side / 20.0));
  }

  /** A cheap finder of large faces in frames of any size. */
  public BlazeFace newGlance(double threshold) {
    return new BlazeFace(glance, threshold);
  }

  public MobileFaceNet newEmbedder() {
    return new MobileFaceNet(embedding);
  }

  @Override
  public void close() {
    proposal.close();
    refinement.close();
    output.close();
    glance.close();
    embedding.close();
  }
}
