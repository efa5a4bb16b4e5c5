package io.github.idols.tflite;

import java.util.List;

/** One step of a {@link Graph}. Tensors are meant by their numbers; pictures are NHWC. */
public sealed interface Operation {
  /** Number of the tensor that it makes. */
  int output();

  /**
   * A convolution over height and width, without activation and dilation.
   *
   * @param input a picture
   * @param filter {@code [out, height, width, in]}; depthwise {@code [1, height, width, out]}
   * @param bias one number for each channel of the output
   * @param strideHeight rows from one place of the filter to the next
   * @param strideWidth columns likewise
   * @param same whether zeros are put around the picture so that the output has the size of the
   *     input divided by the stride, rounded up; what is odd goes behind
   * @param depthwise whether each channel has a filter of its own
   */
  record Convolution(
      int input,
      int filter,
      int bias,
      int output,
      int strideHeight,
      int strideWidth,
      boolean same,
      boolean depthwise)
      implements Operation {}

  /**
   * An operation on each number, or on pairs of them: a shorter operand is that of the channels.
   */
  record Elementwise(Kind kind, List<Integer> inputs, int output) implements Operation {
    /** What is done. */
    public enum Kind {
      ABS(1),
      ADD(2),
      MUL(2),
      RELU(1),
      SUB(2);

      private final int operands;

      Kind(int operands) {
        this.operands = operands;
      }
    }

    public Elementwise {
      inputs = List.copyOf(inputs);
      if (inputs.size() != kind.operands) {
        throw new IllegalArgumentException(kind + " of " + inputs.size() + " tensors");
      }
    }
  }

  /** All numbers of each element of the batch in one row. */
  record Flatten(int input, int output) implements Operation {}
}
