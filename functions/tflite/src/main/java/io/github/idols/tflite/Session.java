package io.github.idols.tflite;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The interpreters of one predictor: one for each of the shapes that it met last.
 *
 * <p>A new shape costs an interpreter's reshaping and repacking of weights, so going to and fro
 * between shapes must not repeat it. Several threads may use one, but one after the other.
 */
final class Session implements Runner {
  private final NativeModel model;
  // The one used last comes first; there are few, so a search is as fast as a map.
  private final List<ShapedInterpreter> interpreters = new ArrayList<>();
  private boolean closed;

  Session(NativeModel model) {
    this.model = model;
  }

  /**
   * Makes an interpreter for shapes before they are met.
   *
   * @return the shapes of the outputs that it will give
   * @throws IllegalArgumentException when the model cannot take these shapes
   */
  synchronized Shape[] prepare(List<Shape> shapes) {
    List<TensorSpec> expected = model.inputs();
    boolean valid = shapes.size() == expected.size();
    for (int i = 0; valid && i < shapes.size(); i++) {
      valid = fits(shapes.get(i), expected.get(i).shape());
    }
    if (!valid) {
      throw new IllegalArgumentException(
          String.format(
              "the model %s takes %s and cannot take %s", model.name(), expected, shapes));
    }
    ShapedInterpreter interpreter = new ShapedInterpreter(model, shapes);
    add(interpreter);
    return interpreter.outputShapes();
  }

  @Override
  public synchronized NDList run(NDList inputs, NDManager manager) {
    if (closed) {
      throw new IllegalStateException(
          "the predictor or the model " + model.name() + " is closed; make a new one");
    }
    check(inputs);
    return interpreter(inputs).run(inputs, manager);
  }

  private void check(NDList inputs) {
    List<TensorSpec> expected = model.inputs();
    boolean valid = inputs.size() == expected.size();
    for (int i = 0; valid && i < inputs.size(); i++) {
      NDArray input = inputs.get(i);
      TensorSpec spec = expected.get(i);
      valid = input.getDataType() == spec.dataType() && fits(input.getShape(), spec.shape());
    }
    if (!valid) {
      List<String> given =
          inputs.stream().map(input -> input.getDataType() + " " + input.getShape()).toList();
      throw new IllegalArgumentException(
          String.format("the model %s takes %s but was given %s", model.name(), expected, given));
    }
  }

  /**
   * Whether the rank is right and nothing is empty; the operations will say what else they need.
   */
  private static boolean fits(Shape given, Shape expected) {
    return given.dimension() == expected.dimension()
        && Arrays.stream(given.getShape()).allMatch(n -> n > 0 && n <= Integer.MAX_VALUE);
  }

  private ShapedInterpreter interpreter(NDList inputs) {
    for (int i = 0; i < interpreters.size(); i++) {
      if (interpreters.get(i).fits(inputs)) {
        if (i > 0) {
          interpreters.add(0, interpreters.remove(i));
        }
        return interpreters.get(0);
      }
    }
    ShapedInterpreter interpreter = new ShapedInterpreter(model, Arrays.asList(inputs.getShapes()));
    add(interpreter);
    return interpreter;
  }

  private void add(ShapedInterpreter interpreter) {
    interpreters.add(0, interpreter);
    if (interpreters.size() > model.options().maxShapes()) {
      interpreters.remove(interpreters.size() - 1).close();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    interpreters.forEach(ShapedInterpreter::close);
    interpreters.clear();
  }
}
