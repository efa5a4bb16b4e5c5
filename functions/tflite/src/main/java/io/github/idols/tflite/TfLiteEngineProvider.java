package io.github.idols.tflite;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineProvider;

/** Tells DJL of the engine; DJL's service loader makes it. */
public final class TfLiteEngineProvider implements EngineProvider {
  @Override
  public String getEngineName() {
    return TfLiteEngine.NAME;
  }

  @Override
  public int getEngineRank() {
    return TfLiteEngine.RANK;
  }

  @Override
  public Engine getEngine() {
    return Holder.ENGINE;
  }

  /** Makes the one engine when it is first asked for, and only then loads native code. */
  private static final class Holder {
    private static final Engine ENGINE = new TfLiteEngine();
  }
}
