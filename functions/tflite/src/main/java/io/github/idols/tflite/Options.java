package io.github.idols.tflite;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked for when loading a model: see the constants of {@link TfLiteEngine}.
 *
 * @param inputShapes empty for those in the file
 */
record Options(int threads, List<Shape> inputShapes, boolean freeBatch, int maxShapes) {
  // One shape: numbers in brackets, which may be round ones as Shape.toString() writes.
  private static final Pattern SHAPE = Pattern.compile("[\\[(]([0-9,\\s]*)[\\])]");
  private static final Pattern SHAPES =
      Pattern.compile("\\s*" + SHAPE + "([\\s,;]*" + SHAPE + ")*\\s*");

  /**
   * Reads the options that are this engine's and leaves others to DJL.
   *
   * @throws IllegalArgumentException when a value is not what the option takes
   */
  static Options of(@Nullable Map<String, ?> options) {
    Map<String, ?> given = options == null ? Map.of() : options;
    return new Options(
        positive(given, TfLiteEngine.OPTION_THREADS, 1),
        shapes(text(given, TfLiteEngine.OPTION_INPUT_SHAPES, "")),
        flag(given, TfLiteEngine.OPTION_FREE_BATCH),
        positive(given, TfLiteEngine.OPTION_MAX_SHAPES, 16));
  }

  private static String text(Map<String, ?> options, String name, String otherwise) {
    Object value = options.get(name);
    return value == null ? otherwise : value.toString().trim();
  }

  private static int positive(Map<String, ?> options, String name, int otherwise) {
    String value = text(options, name, String.valueOf(otherwise));
    if (!value.matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException(
          "the option " + name + " is \"" + value + "\" and should be a number from 1");
    }
    return Integer.parseInt(value);
  }

  private static boolean flag(Map<String, ?> options, String name) {
    String value = text(options, name, "false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(
          "the option " + name + " is \"" + value + "\" and should be true or false");
    }
    return value.equals("true");
  }

  private static List<Shape> shapes(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      if (SHAPES.matcher(text).matches()) {
        List<Shape> shapes = new ArrayList<>();
        Matcher matcher = SHAPE.matcher(text);
        while (matcher.find()) {
          shapes.add(
              new Shape(
                  Arrays.stream(matcher.group(1).split(",", -1))
                      .mapToLong(number -> Integer.parseInt(number.trim()))
                      .toArray()));
        }
        return List.copyOf(shapes);
      }
    } catch (NumberFormatException e) {
      // Said below, together with whatever else is no shape.
    }
    throw new IllegalArgumentException(
        "the option "
            + TfLiteEngine.OPTION_INPUT_SHAPES
            + " is \""
            + text
            + "\" and should be one shape for each input, for instance [1,360,640,3]");
  }
}
