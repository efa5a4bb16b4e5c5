package io.github.idols.core.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileKindTest {
  private static final FileKind KIND = new FileKind("Test", 1, "a test");

  private static <T> T roundTrip(FileKind.Body body, FileKind.Reading<T> reading)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    KIND.write(file, body);
    return KIND.read(new ByteArrayInputStream(file.toByteArray()), reading);
  }

  @Test
  void wholeNumbersOfAnySizeComeBack() throws IOException {
    List<Long> numbers =
        List.of(0L, 1L, -1L, 63L, 64L, -65L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE);
    assertEquals(numbers, roundTrip(out -> out.steps(numbers), BinaryReader::steps));
    assertEquals(
        numbers, roundTrip(out -> out.list(numbers, out::small), in -> in.list(in::small)));
  }

  @Test
  void numbersWithAFractionComeBackToTheLastBit() throws IOException {
    double third = 1 / 3.0;
    assertEquals(third, roundTrip(out -> out.float64(third), BinaryReader::float64));
    assertEquals(-0.0f, roundTrip(out -> out.float32(-0.0f), BinaryReader::float32));
  }

  @Test
  void textsInAnyLanguageComeBack() throws IOException {
    assertEquals("지수 🎤", roundTrip(out -> out.text("지수 🎤"), BinaryReader::text));
  }

  @Test
  void aPromiseOfTooManyThingsTakesNoMemory() {
    assertThrows(
        DamagedFileException.class,
        () -> roundTrip(out -> out.count(Integer.MAX_VALUE), in -> in.list(in::int64)));
  }

  @Test
  void moreFloatsThanThereCanBeAreDamageAndAreNotCutOff() throws IOException {
    float[] three = {1, -0.5f, 3};
    assertArrayEquals(three, roundTrip(out -> out.floats(three), in -> in.floats(3)));
    assertThrows(
        DamagedFileException.class, () -> roundTrip(out -> out.floats(three), in -> in.floats(2)));
    assertThrows(
        DamagedFileException.class,
        () -> roundTrip(out -> out.count(BinaryReader.MOST_FLOATS + 1), BinaryReader::floats));
  }

  @Test
  void aNumberWithoutAnEndIsDamage() {
    assertThrows(
        DamagedFileException.class,
        () ->
            roundTrip(
                out -> {
                  for (int i = 0; i < 4; i++) {
                    out.int32(-1);
                  }
                },
                BinaryReader::small));
  }

  @Test
  void whatTheRecordsRefuseIsDamage() {
    assertThrows(
        DamagedFileException.class,
        () ->
            roundTrip(
                out -> {},
                in -> {
                  throw new IllegalArgumentException("impossible");
                }));
  }
}
