package io.github.idols.vision.face;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import io.github.idols.core.face.AlignedFace;
import io.github.idols.core.face.Alignment;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.FaceEmbedder;
import io.github.idols.core.face.Landmarks;
import io.github.idols.core.video.Frame;
import io.github.idols.vision.image.YuvSampler;
import java.nio.FloatBuffer;

/**
 * Embeds faces with MobileFaceNet (Chen et al., "MobileFaceNets", 2018): 112 x 112 RGB, {@code (x -
 * 127.5) / 128}, to 192 numbers.
 */
public final class MobileFaceNet implements FaceEmbedder {
  private final Network network;
  private final YuvSampler sampler = new YuvSampler();
  private final float[] pixels = new float[AlignedFace.SIZE * AlignedFace.SIZE * 3];

  MobileFaceNet(Model model) {
    network = new Network(model, new Shape(1, AlignedFace.SIZE, AlignedFace.SIZE, 3));
  }

  @Override
  public AlignedFace align(Frame frame, Landmarks landmarks) {
    Alignment to = Alignment.toArcFace(landmarks);
    sampler.sample(frame, to.a(), to.b(), to.tx(), to.ty(), AlignedFace.SIZE, pixels);
    byte[] rgb = new byte[pixels.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (pixels[i] + 0.5f);
    }
    return new AlignedFace(rgb);
  }

  @Override
  public Embedding embed(AlignedFace face) {
    FloatBuffer input = network.input();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (face.sample(i) - 127.5f) / 128;
    }
    input.put(0, pixels);
    return Embedding.of(network.run().get(0));
  }

  @Override
  public void close() {
    network.close();
  }
}
