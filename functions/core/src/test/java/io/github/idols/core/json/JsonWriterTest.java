package io.github.idols.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private final StringBuilder out = new StringBuilder();
  private final JsonWriter json = new JsonWriter(out);

  @Test
  void commasStandBetweenValuesOnly() throws IOException {
    json.beginObject().name("a").beginArray().value(1).value(true).beginArray().endArray();
    json.endArray().name("b").beginObject().endObject().name("c").value("x").endObject();

    assertEquals("{\"a\":[1,true,[]],\"b\":{},\"c\":\"x\"}", out.toString());
  }

  @Test
  void lineFeedsKeepTheCommas() throws IOException {
    json.beginArray().lineFeed().value(1).lineFeed().value(2).endArray();

    assertEquals("[\n1,\n2]", out.toString());
  }

  @Test
  void stringsAreEscapedSoThatAScriptElementMayHoldThem() throws IOException {
    json.value("\"\\\n\t\u0001 </script> \u2028 지수 \uD83D\uDE00 \uD83D");

    assertEquals(
        "\"\\\"\\\\\\n\\t\\u0001 \\u003c/script> \\u2028 지수 \uD83D\uDE00 \\ud83d\"",
        out.toString());
  }

  @Test
  void numbersAreRoundedAndShort() throws IOException {
    json.beginArray().value(197.05, 1).value(300, 1).value(-0.04, 1).value(1e-7, 3);
    json.value(1234567.891, 2).endArray();

    assertEquals("[197.1,300,0,0,1234567.89]", out.toString());
  }

  @Test
  void whatIsNotANumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> json.value(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> json.value(Double.POSITIVE_INFINITY, 1));
  }
}
