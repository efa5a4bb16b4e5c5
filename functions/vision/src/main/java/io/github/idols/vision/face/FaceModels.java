package io.github.idols.vision.face;

import ai.djl.MalformedModelException;
import ai.djl.Model;
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
    proposal = load("mtcnn-pnet", Map.of());
    refinement = load("mtcnn-rnet", Map.of());
    output = load("mtcnn-onet", Map.of());
    glance = load("blazeface-full-range-sparse", Map.of());
    embedding = load("mobilefacenet", Map.of("freeBatch", "true"));
  }

  private static Model load(String name, Map<String, String> options) {
    String resource = "/models/" + name + ".tflite";
    Model model = Model.newInstance(name, "TFLite");
    try (InputStream in = FaceModels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      model.load(in, options);
      return model;
    } catch (IOException | MalformedModelException e) {
      model.close();
      throw new IllegalStateException(resource + " does not load", e);
    }
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
