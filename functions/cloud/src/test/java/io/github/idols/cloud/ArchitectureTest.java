package io.github.idols.cloud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the adapters may depend on. */
@AnalyzeClasses(packages = "io.github.idols.cloud", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule settingsAloneReadTheEnvironment =
      noClasses()
          .that()
          .areNotAssignableTo(Settings.class)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .because("whoever deploys looks at one place for what can be set");

  @ArchTest
  static final ArchRule seesNeitherVideosNorEmulators =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.idols.vision..",
              "io.github.idols.tflite..",
              "io.github.idols.emulators..",
              "org.bytedeco..",
              "ai.djl..")
          .because("the API is deployed with it, and has to be small and to start fast");
}
