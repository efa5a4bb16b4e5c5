package io.github.idols.cloud;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes of DynamoDB's items, there and back. */
final class Items {
  private Items() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** Comes back exactly. */
  static AttributeValue number(double value) {
    return AttributeValue.fromN(BigDecimal.valueOf(value).toPlainString());
  }

  static AttributeValue bytes(byte[] value) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(value));
  }

  static AttributeValue texts(List<String> values) {
    return AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList());
  }

  /** An item, or a map within one. */
  static Builder item() {
    return new Builder();
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return get(item, name).s();
  }

  static Optional<String> optionalText(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(get(item, name).n());
  }

  static double decimal(Map<String, AttributeValue> item, String name) {
    return Double.parseDouble(get(item, name).n());
  }

  static byte[] bytes(Map<String, AttributeValue> item, String name) {
    return get(item, name).b().asByteArrayUnsafe();
  }

  /**
   * An attribute that must be there.
   *
   * @throws IllegalStateException when it is not: somebody else wrote the item
   */
  static AttributeValue get(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("an item of the table has no " + name);
    }
    return value;
  }

  /** Puts attributes together; those without a value are left out. */
  static final class Builder {
    private final Map<String, AttributeValue> attributes = new HashMap<>();

    Builder put(String name, AttributeValue value) {
      attributes.put(name, value);
      return this;
    }

    Builder put(String name, String value) {
      return put(name, text(value));
    }

    Builder put(String name, Optional<String> value) {
      value.ifPresent(known -> put(name, known));
      return this;
    }

    Builder put(String name, long value) {
      return put(name, number(value));
    }

    Builder put(String name, double value) {
      return put(name, number(value));
    }

    Map<String, AttributeValue> build() {
      return Map.copyOf(attributes);
    }
  }
}
