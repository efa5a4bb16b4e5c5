package io.github.idols.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;

/** What may depend on what inside core. */
@AnalyzeClasses(packages = "io.github.idols.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule usesTheJdkOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.github.idols.core..")
          .because("the rules of the product have to outlive every library and run anywhere");

  @ArchTest
  static final ArchRule hasNoCycles =
      slices()
          .matching("io.github.idols.core.(**)")
          .should()
          .beFreeOfCycles()
          .because("a feature is read and changed without reading all others");

  @ArchTest
  static final ArchRule knowsNoPicturesOfTheDesktop =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.awt..", "javax..", "java.net..", "java.sql..")
                  .and(not(type(URI.class))))
          .because("pixels, windows and the network are adapters' business");

  @ArchTest
  static final ArchRule featuresBuildOnEachOtherInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("video")
          .definedBy("..core.video..")
          .layer("face")
          .definedBy("..core.face..")
          .layer("gallery")
          .definedBy("..core.gallery..")
          .layer("track")
          .definedBy("..core.track..")
          .layer("label")
          .definedBy("..core.label..")
          .layer("score")
          .definedBy("..core.score..")
          .layer("tune")
          .definedBy("..core.tune..")
          .layer("fancam")
          .definedBy("..core.fancam..")
          .layer("job")
          .definedBy("..core.job..")
          .whereLayer("job")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("tune")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("score")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("fancam")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("label")
          .mayOnlyBeAccessedByLayers("score", "tune", "fancam", "job")
          .whereLayer("track")
          .mayOnlyBeAccessedByLayers("label", "tune", "fancam", "job")
          .whereLayer("gallery")
          .mayOnlyBeAccessedByLayers("label", "tune", "job")
          .whereLayer("face")
          .mayOnlyBeAccessedByLayers("gallery", "track", "label", "score", "tune", "fancam", "job")
          .because(
              "frames know no faces, faces no names; galleries and tracks meet where tracks are"
                  + " named");

  @ArchTest
  static final ArchRule numbersAndTextsKnowNoProduct =
      classes()
          .that()
          .resideInAnyPackage("..core.binary..", "..core.json..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "..core.binary..", "..core.json..")
          .because("how a number is written changes for other reasons than what a track is");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("several videos are worked on in one JVM");
}
