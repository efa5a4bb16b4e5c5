package io.github.idols.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page scores in the browser; both scorers are held to the cases of {@code scores.txt}. */
class EvaluationCasesTest {
  private static final Pattern CASE = Pattern.compile("^== ", Pattern.MULTILINE);
  private static final Pattern PART = Pattern.compile("^-- \\w+\\n", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> scoresOfTheTable() throws IOException {
    String text;
    try (InputStream in = getClass().getResourceAsStream("scores.txt")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    return CASE.splitAsStream(text).skip(1).map(EvaluationCasesTest::test);
  }

  private static DynamicTest test(String text) {
    List<String> parts = PART.splitAsStream(text).toList();
    return dynamicTest(
        parts.get(0).strip(),
        () -> {
          List<String> expected = parts.get(3).strip().lines().toList();
          List<String> figures =
              Evaluation.of(rows(parts.get(1)), rows(parts.get(2)), 1).lines().stream()
                  .filter(expected::contains)
                  .toList();
          assertEquals(expected, figures);
        });
  }

  private static List<LabelRow> rows(String csv) throws IOException {
    return LabelsCsvReader.read(new StringReader(csv), "a case");
  }
}
