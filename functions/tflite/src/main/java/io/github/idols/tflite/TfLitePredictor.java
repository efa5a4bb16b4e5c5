package io.github.idols.tflite;

import ai.djl.Device;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import java.util.List;

/** A predictor with interpreters of its own, which closing it frees. */
final class TfLitePredictor<I, O> extends Predictor<I, O> {
  TfLitePredictor(
      TfLiteModel model, Translator<I, O> translator, Device device, TfLiteSymbolBlock block) {
    super(model, translator, device, false);
    this.block = block;
  }

  /** Hands it what is freed when it, or its model, is closed. */
  TfLitePredictor<I, O> owning(Session session) {
    manager.attachInternal("session", session);
    return this;
  }

  @Override
  public List<O> batchPredict(List<I> inputs) throws TranslateException {
    if (!manager.isOpen()) {
      throw new IllegalStateException(
          "the predictor is closed, or its model " + model.getName() + " is; make a new one");
    }
    return super.batchPredict(inputs);
  }
}
