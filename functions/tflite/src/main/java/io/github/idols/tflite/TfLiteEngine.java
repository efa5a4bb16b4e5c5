package io.github.idols.tflite;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import org.bytedeco.tensorflowlite.global.tensorflowlite;
import org.jspecify.annotations.Nullable;

/**
 * A DJL engine that runs {@code .tflite} models with TensorFlow Lite and XNNPACK on the CPU.
 *
 * <p>It is for inference only, and its arrays carry data but do no arithmetic: they can be made
 * from buffers, read, reshaped, stacked and split along the first axis. The constants here are the
 * names of options, given to {@code Criteria.optOption} or to {@code Model.load}.
 */
public final class TfLiteEngine extends Engine {
  /** The engine's name. */
  public static final String NAME = "TFLite";

  /** Threads that one call may use, from 1; the default is 1. */
  public static final String OPTION_THREADS = "threads";

  /**
   * The shapes of all inputs in order, for instance {@code [1,360,640,3]} or {@code [1,8],[1,4]}:
   * instead of those in the file. An interpreter for them is made while the model loads, so that
   * what the model cannot take is known early.
   *
   * <p>Without it, and for other shapes than these, an interpreter is made when a predictor first
   * meets a shape.
   */
  public static final String OPTION_INPUT_SHAPES = "inputShapes";

  /**
   * {@code true} frees the batch, the first number of the input's shape, where the file fixes it in
   * RESHAPE operations; the model then takes any batch. The default is {@code false}.
   */
  public static final String OPTION_FREE_BATCH = "freeBatch";

  /**
   * For how many different input shapes a predictor keeps interpreters, from 1; the default is 16.
   * The one whose last use is longest ago makes room for a new one. To make one costs milliseconds
   * up to seconds, and each keeps its own activations and repacked weights.
   */
  public static final String OPTION_MAX_SHAPES = "maxShapes";

  /** Behind DJL's full engines, so that it is the default only where it is alone. */
  static final int RANK = 20;

  TfLiteEngine() {
    NativeLog.onlyWarnings();
  }

  @Override
  public String getEngineName() {
    return NAME;
  }

  @Override
  public int getRank() {
    return RANK;
  }

  @Override
  public @Nullable Engine getAlternativeEngine() {
    return null;
  }

  /** The version of TensorFlow Lite. */
  @Override
  public String getVersion() {
    return tensorflowlite.TfLiteVersion().getString();
  }

  @Override
  public boolean hasCapability(String capability) {
    return false;
  }

  @Override
  public Model newModel(String name, Device device) {
    return new TfLiteModel(name, newBaseManager(device));
  }

  @Override
  public NDManager newBaseManager() {
    return newBaseManager(Device.cpu());
  }

  @Override
  public NDManager newBaseManager(@Nullable Device device) {
    return TfLiteNDManager.system().newSubManager(device);
  }
}
