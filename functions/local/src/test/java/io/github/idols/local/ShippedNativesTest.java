package io.github.idols.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The Linux natives in the jars load on Amazon Linux 2023, as Lambda's Java runtimes have it. */
@TestInstance(Lifecycle.PER_CLASS)
class ShippedNativesTest {
  private static final Pattern LIBRARY =
      Pattern.compile(".*/linux-(x86[-_]64|arm64|aarch64)[^/]*/.*\\.so(\\.\\d+)*");

  /** What Amazon Linux 2023 has. */
  private static final Map<String, String> LIMITS =
      Map.of("GLIBC", "2.34", "GLIBCXX", "3.4.29", "CXXABI", "1.3.13");

  private static final Pattern VERSION = Pattern.compile("([A-Z]+)_(\\d+(?:\\.\\d+)*)");

  private final Map<String, Set<String>> needs = new TreeMap<>();

  @BeforeAll
  void readEveryLibraryOnTheClassPath() throws IOException {
    ClassLoader loader = ShippedNativesTest.class.getClassLoader();
    for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
      if (manifest.openConnection() instanceof JarURLConnection connection) {
        readLibraries(connection.getJarFile());
      }
    }
  }

  private void readLibraries(JarFile jar) throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (LIBRARY.matcher(entry.getName()).matches()) {
        try (InputStream in = jar.getInputStream(entry)) {
          needs.put(entry.getName(), ElfNeeds.of(in.readAllBytes()));
        }
      }
    }
  }

  @Test
  void noLibraryNeedsMoreThanAmazonLinux2023Has() {
    List<String> tooNew = new ArrayList<>();
    needs.forEach(
        (library, versions) -> {
          for (String need : versions) {
            if (isTooNew(need)) {
              tooNew.add(library + " needs " + need);
            }
          }
        });
    assertEquals(List.of(), tooNew);
  }

  @Test
  void librariesAndTheirNeedsAreFound() {
    assertFalse(needs.isEmpty());
    assertTrue(
        needs.values().stream().flatMap(Set::stream).anyMatch(need -> need.startsWith("GLIBC_")));
  }

  @Test
  void versionsAreComparedByNumber() {
    assertTrue(isTooNew("GLIBC_2.35"));
    assertFalse(isTooNew("GLIBC_2.34"));
    assertFalse(isTooNew("GLIBC_2.4"));
    assertTrue(isTooNew("GLIBCXX_3.4.30"));
    assertFalse(isTooNew("GLIBCXX_3.4"));
    assertFalse(isTooNew("OPENSSL_3.0.0"));
  }

  private static boolean isTooNew(String need) {
    Matcher version = VERSION.matcher(need);
    if (!version.matches() || !LIMITS.containsKey(version.group(1))) {
      return false;
    }
    String[] asked = version.group(2).split("\\.");
    String[] limit = LIMITS.get(version.group(1)).split("\\.");
    for (int i = 0; i < Math.max(asked.length, limit.length); i++) {
      int difference = part(asked, i) - part(limit, i);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return false;
  }

  private static int part(String[] numbers, int i) {
    return i < numbers.length ? Integer.parseInt(numbers[i]) : 0;
  }
}
