package io.github.idols.local;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.imageio.ImageIO;

/** What may depend on what across the modules; all of them are on this module's class path. */
@AnalyzeClasses(
    packages = "io.github.idols",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /** Other modules' tests, which come packed. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String CORE = "io.github.idols.core..";
  private static final String TFLITE = "io.github.idols.tflite..";
  private static final String VISION = "io.github.idols.vision..";
  private static final String LOCAL = "io.github.idols.local..";

  @ArchTest
  static final ArchRule tfliteIsAnEngineForAnybody =
      classes()
          .that()
          .resideInAPackage(TFLITE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              TFLITE,
              "java..",
              "ai.djl..",
              "org.bytedeco.javacpp..",
              "org.bytedeco.tensorflowlite..",
              "com.sun.jna..",
              "org.jspecify..",
              "org.slf4j..")
          .because("an engine that knows nothing of faces can be tested, and published, alone");

  @ArchTest
  static final ArchRule tensorFlowLiteStaysInItsEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage(TFLITE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.tensorflowlite..")
          .because("all else runs models as plain DJL code, on whichever engine");

  @ArchTest
  static final ArchRule ffmpegStaysWhereFramesAreReadAndWritten =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.github.idols.vision.ffmpeg..",
              "io.github.idols.vision.image..",
              "io.github.idols.vision.render..",
              "io.github.idols.vision.video..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.ffmpeg..")
          .because("its memory is freed by hand, and a mistake ends the JVM: few have to know how");

  @ArchTest
  static final ArchRule nativeMemoryStaysInTheSamePlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              TFLITE,
              "io.github.idols.vision.ffmpeg..",
              "io.github.idols.vision.image..",
              "io.github.idols.vision.render..",
              "io.github.idols.vision.video..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..")
          .because("the rest works on Java arrays and buffers, which nobody has to free");

  @ArchTest
  static final ArchRule onlyTheGateOpensVideos =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.idols.vision.video.VideoGate")
          .should()
          .callMethodWhere(target(name("avformat_open_input")))
          .because("a file from a stranger has to pass its limits before FFmpeg looks at it");

  @ArchTest
  static final ArchRule noPictureIsReadByTheDesktop =
      noClasses()
          .should()
          .callMethodWhere(target(name("read")).and(target(owner(type(ImageIO.class)))))
          .because("pictures come from strangers too, and ImageIO has no limits on their size");

  @ArchTest
  static final ArchRule visionKnowsNoCommandLine =
      noClasses()
          .that()
          .resideInAnyPackage(CORE, TFLITE, VISION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LOCAL, "picocli..")
          .because("the same code serves the command line and, later, the cloud");

  @ArchTest
  static final ArchRule nobodyHasAWayOfTheirOwn =
      noClasses()
          .that()
          .resideOutsideOfPackages(CORE, VISION, "io.github.idols.local.demo..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.github.idols.core.track.RecognizeChunk")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.github.idols.core.track.JoinChunks")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.github.idols.vision.video.ChunkReader")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.github.idols.vision.render.VideoJoiner")
          .because("command line and cloud work by the same ports, so that labels are the same");

  @ArchTest
  static final ArchRule onlyTheCommandLineSpeaksToTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage(LOCAL)
          .should(ACCESS_STANDARD_STREAMS)
          .because("what a library prints ends in the middle of somebody's progress bar");

  @ArchTest
  static final ArchRule onlyMainEndsTheProgram =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .because("a method that ends the JVM can be neither tested nor reused");

  @ArchTest
  static final ArchRule onePlaceReadsTheEnvironment =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.idols.cloud.Settings")
          .should()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getenv")
          .because("what a class needs comes through its constructor, where a reader sees it");

  @ArchTest
  static final ArchRule cloudKnowsNoFaces =
      noClasses()
          .that()
          .resideInAPackage("io.github.idols.cloud..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VISION, TFLITE, LOCAL, "io.github.idols.emulators..")
          .because("the API stands on it, and has to be small");

  @ArchTest
  static final ArchRule handlersKnowNothingOfEachOther =
      slices()
          .matching("io.github.idols.(splitter|recognizer|stitcher|renderer|enroller|api)..")
          .should()
          .notDependOnEachOther()
          .because("each is deployed alone");

  @ArchTest
  static final ArchRule slf4jIsTheLogger =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
          .because("DJL logs through SLF4J, and one logger is set up in one place");

  @ArchTest
  static final ArchRule noFontSystemIsNeeded =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.awt.Font")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.awt.GraphicsEnvironment")
          .because("Java2D's text wants fontconfig, which Lambda's Java runtime does not have");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("several videos are worked on in one JVM, and tests must not meet each other");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("io.github.idols.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package is read and changed without reading all others");
}
