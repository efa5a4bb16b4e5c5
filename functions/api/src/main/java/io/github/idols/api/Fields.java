package io.github.idols.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a JSON object that a client sent. What is missing or of another type is declined
 * with a sentence that names the field; fields that nobody asks for are ignored.
 *
 * @param place what stands before a field's name in sentences
 */
record Fields(JsonNode object, String place) {
  String text(String field) throws DeclinedException {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw wrong(field, "a text");
    }
    return value.textValue();
  }

  /** {@code null} counts as missing. */
  Optional<String> optionalText(String field) throws DeclinedException {
    return object.path(field).isMissingNode() || object.path(field).isNull()
        ? Optional.empty()
        : Optional.of(text(field));
  }

  long whole(String field) throws DeclinedException {
    return whole(object.path(field), field);
  }

  boolean flag(String field) throws DeclinedException {
    JsonNode value = object.path(field);
    if (!value.isBoolean()) {
      throw wrong(field, "true or false");
    }
    return value.booleanValue();
  }

  /** The objects of an array of 1 to {@code most}. */
  List<Fields> objects(String field, int most) throws DeclinedException {
    List<Fields> fields = new ArrayList<>();
    for (JsonNode element : array(field, most)) {
      String name = field + "[" + fields.size() + "]";
      if (!element.isObject()) {
        throw wrong(name, "an object");
      }
      fields.add(new Fields(element, place + name + "."));
    }
    return fields;
  }

  /** The whole numbers of an array of 1 to {@code most}. */
  List<Integer> wholes(String field, int most) throws DeclinedException {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode element : array(field, most)) {
      String name = field + "[" + numbers.size() + "]";
      long number = whole(element, name);
      if (number != (int) number) {
        throw wrong(name, "a smaller number");
      }
      numbers.add((int) number);
    }
    return numbers;
  }

  private JsonNode array(String field, int most) throws DeclinedException {
    JsonNode array = object.path(field);
    if (!array.isArray() || array.isEmpty() || array.size() > most) {
      throw wrong(field, "an array of 1 to " + most);
    }
    return array;
  }

  private long whole(JsonNode value, String field) throws DeclinedException {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "a whole number");
    }
    return value.longValue();
  }

  DeclinedException wrong(String field, String expected) {
    return new DeclinedException(Why.INVALID, place + field + " must be " + expected + ".");
  }
}
