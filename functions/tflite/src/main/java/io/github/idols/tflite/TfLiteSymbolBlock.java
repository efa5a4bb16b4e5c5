package io.github.idols.tflite;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractSymbolBlock;
import ai.djl.nn.ParameterList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model as DJL's block: arrays in, arrays out. Safe for use by several threads. */
final class TfLiteSymbolBlock extends AbstractSymbolBlock {
  private final Runner runner;
  private final List<TensorSpec> outputs;

  /**
   * Makes a block.
   *
   * @param inputs as a description; what is really given is checked by the runner
   * @param outputs as a description
   */
  TfLiteSymbolBlock(Runner runner, List<TensorSpec> inputs, List<TensorSpec> outputs) {
    this.runner = runner;
    this.outputs = outputs;
    inputNames = inputs.stream().map(TensorSpec::name).toList();
    inputShapes = inputs.stream().map(TensorSpec::shape).toArray(Shape[]::new);
    outputDataTypes = outputs.stream().map(TensorSpec::dataType).toArray(DataType[]::new);
  }

  /** The same description over another runner. */
  TfLiteSymbolBlock with(Runner other) {
    return new TfLiteSymbolBlock(other, this);
  }

  private TfLiteSymbolBlock(Runner runner, TfLiteSymbolBlock description) {
    this.runner = runner;
    outputs = description.outputs;
    inputNames = description.inputNames;
    inputShapes = description.inputShapes;
    outputDataTypes = description.outputDataTypes;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    if (training) {
      throw new UnsupportedOperationException(
          "the engine " + TfLiteEngine.NAME + " is for inference only");
    }
    return runner.run(
        inputs, inputs.isEmpty() ? parameterStore.getManager() : inputs.head().getManager());
  }

  @Override
  public PairList<String, Shape> describeOutput() {
    return new PairList<>(
        outputs.stream().map(TensorSpec::name).toList(),
        outputs.stream().map(TensorSpec::shape).toList());
  }

  @Override
  public Shape[] getInputShapes() {
    return Arrays.copyOf(inputShapes, inputShapes.length);
  }

  @Override
  public ParameterList getDirectParameters() {
    return new ParameterList();
  }
}
