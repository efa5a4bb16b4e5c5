package io.github.idols.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTextTest {
  @Test
  void composesHangulThatAMacSendsInParts() throws Exception {
    assertEquals("\uC720\uB098", GivenText.name("name", "\u110B\u1172\u1102\u1161"));
  }

  @Test
  void takesWhiteSpaceOfAnyKindFromBothEnds() throws Exception {
    assertEquals("Lia Kim", GivenText.name("name", "\u00A0 \u3000Lia Kim\t\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u00A0"})
  void declinesWhatIsEmpty(String text) {
    assertDeclined("name must not be empty.", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u202Eb", "a\uD800", "a\u2028b", "a\u2066b"})
  void declinesWhatCannotBeShown(String text) {
    assertDeclined("name has characters that cannot be shown: type it again.", text);
  }

  @Test
  void countsCharactersAsPeopleDo() throws Exception {
    String longest = "\uD83D\uDC96".repeat(GivenText.LONGEST_NAME);
    assertEquals(longest, GivenText.name("name", longest));
    assertDeclined("name can have 80 characters at most.", longest + "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/mv.mp4", "C:\\Users\\fan\\mv.mp4", "../../mv.mp4", "mv.mp4"})
  void keepsTheLastElementOfAPath(String path) throws Exception {
    assertEquals("mv.mp4", GivenText.fileName("file", path));
  }

  @Test
  void declinesAFolder() {
    DeclinedException e =
        assertThrows(DeclinedException.class, () -> GivenText.fileName("file", "videos/"));
    assertTrue(String.valueOf(e.getMessage()).startsWith("file "), e.getMessage());
  }

  private static void assertDeclined(String sentence, String text) {
    DeclinedException e = assertThrows(DeclinedException.class, () -> GivenText.name("name", text));
    assertEquals(DeclinedException.Why.INVALID, e.why());
    assertEquals(sentence, e.getMessage());
  }
}
