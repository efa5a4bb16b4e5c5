package io.github.idols.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whether the native libraries that are shipped load on Amazon Linux 2023, on which Lambda's Java
 * runtimes stand: glibc 2.34 and the libstdc++ of GCC 11.
 *
 * <p>A library that needs newer symbols loads on a developer's machine and fails only there.
 */
class NativesTest {
  private static final Pattern LIBRARY =
      Pattern.compile("org/bytedeco/.*/linux-[^/]+/[^/]+\\.so[0-9.]*");
  private static final Pattern VERSION = Pattern.compile("(GLIBC|GLIBCXX|CXXABI)_([0-9.]+)");
  private static final Map<String, String> NEWEST =
      Map.of("GLIBC", "2.34", "GLIBCXX", "3.4.29", "CXXABI", "1.3.13");

  // What every Linux with a Java runtime has.
  private static final Pattern BASE =
      Pattern.compile(
          "ld-linux-.*|lib(c|m|mvec|dl|rt|pthread)\\.so\\.[0-9]|libstdc\\+\\+\\.so\\.6|libgcc_s\\.so\\.1");

  // FFmpeg's devices want ALSA, PulseAudio and X11, which a bare machine lacks. Nothing here uses
  // them, and a library that is not used is not loaded.
  private static final Pattern UNUSED = Pattern.compile("lib(jni)?avdevice\\.so.*");

  /** The shipped libraries by file name. */
  private static Map<String, ElfLibrary> libraries() throws IOException {
    Map<String, ElfLibrary> libraries = new TreeMap<>();
    List<URL> manifests =
        Collections.list(NativesTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"));
    for (URL manifest : manifests) {
      if (manifest.openConnection() instanceof JarURLConnection connection) {
        JarFile jar = connection.getJarFile();
        for (JarEntry entry : Collections.list(jar.entries())) {
          if (LIBRARY.matcher(entry.getName()).matches()) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            libraries.put(name, ElfLibrary.read(jar.getInputStream(entry).readAllBytes()));
          }
        }
      }
    }
    return libraries;
  }

  private static boolean isNewer(String version, String limit) {
    return Arrays.compare(numbers(version), numbers(limit)) > 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static boolean isTooNew(String symbolVersion) {
    Matcher matcher = VERSION.matcher(symbolVersion);
    return matcher.matches()
        && isNewer(matcher.group(2), NEWEST.getOrDefault(matcher.group(1), ""));
  }

  @Test
  void noLibraryNeedsNewerSymbolsThanTheRuntimeHas() throws IOException {
    Map<String, ElfLibrary> libraries = libraries();
    List<String> tooNew = new ArrayList<>();
    libraries.forEach(
        (name, library) ->
            library.symbolVersions().stream()
                .filter(NativesTest::isTooNew)
                .forEach(version -> tooNew.add(name + " needs " + version)));

    assertEquals(List.of(), tooNew);
    // The class path holds the natives of the machine that builds, so other systems have none.
    if (isLinux()) {
      assertTrue(
          libraries
              .keySet()
              .containsAll(
                  Set.of("libjnijavacpp.so", "libjnitensorflowlite.so", "libavcodec.so.61")),
          () -> "only " + libraries.keySet() + " are on the class path");
      libraries.forEach(
          (name, library) ->
              assertTrue(
                  library.symbolVersions().stream()
                      .anyMatch(version -> version.startsWith("GLIBC_")),
                  () -> "no versions were read from " + name));
    }
  }

  @Test
  void everyLibraryThatIsUsedFindsWhatItNeedsOnABareMachine() throws IOException {
    Map<String, ElfLibrary> libraries = libraries();
    List<String> missing = new ArrayList<>();
    libraries.forEach(
        (name, library) -> {
          if (!UNUSED.matcher(name).matches()) {
            library.needed().stream()
                .filter(needed -> !libraries.containsKey(needed))
                .filter(needed -> !BASE.matcher(needed).matches())
                .forEach(needed -> missing.add(name + " needs " + needed));
          }
        });

    assertEquals(List.of(), missing);
  }

  @Test
  void versionsCompareAsNumbers() {
    assertTrue(isTooNew("GLIBC_2.35") && isTooNew("GLIBCXX_3.4.30") && isTooNew("GLIBC_2.100"));
    assertTrue(!isTooNew("GLIBC_2.34") && !isTooNew("GLIBC_2.4") && !isTooNew("GLIBC_PRIVATE"));
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }
}
