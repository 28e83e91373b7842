package org.etascope.experiments;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the rooms of the house. */
final class RoomsTest {
  private static final JavaClasses ETASCOPE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.etascope");

  @Test
  void dependenciesPointFromExperimentsOverReportingToCore() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("core")
        .definedBy("org.etascope.core..")
        .layer("reporting")
        .definedBy("org.etascope.reporting..")
        .layer("experiments")
        .definedBy("org.etascope.experiments..")
        .whereLayer("experiments")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reporting")
        .mayOnlyBeAccessedByLayers("experiments")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("reporting", "experiments")
        .check(ETASCOPE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.etascope.(*.*)..").should().beFreeOfCycles().check(ETASCOPE);
  }

  @ParameterizedTest(name = "{0} is used only in {1}")
  @CsvSource({
    "java.sql.., org.etascope.experiments.store",
    "org.sqlite.., org.etascope.experiments.store",
    "org.yaml.snakeyaml.., org.etascope.experiments.config",
    "com.google.inject.., org.etascope.experiments.cli",
    "jakarta.inject.., org.etascope.experiments..",
    "picocli.., org.etascope.experiments.cli",
    "ch.qos.logback.., org.etascope.experiments.cli",
    "org.slf4j.., org.etascope.experiments..",
    "me.tongfei.., org.etascope.experiments.cli",
    "com.fasterxml.jackson.., org.etascope.reporting.text",
    "jdk.incubator.vector.., org.etascope.core.ensemble",
  })
  void eachLibraryLivesInItsRoom(String library, String room) {
    noClasses()
        .that(resideInAPackage(room).negate().as("are outside " + room))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(ETASCOPE);
  }

  @ParameterizedTest(name = "{0} has one door, {1}")
  @CsvSource({
    "ch.qos.logback.., Logging",
    "me.tongfei.., BarProgress",
    "de.siegmar.fastcsv.reader.., CsvData",
    "de.siegmar.fastcsv.writer.., CsvTable",
    "com.fasterxml.jackson.core.io.schubfach.., Decimal",
    "com.fasterxml.jackson.., (Decimal|JsonWriter)",
    "javax.xml.stream.., XmlWriter",
  })
  void oneDoorPerLibrary(String library, String door) {
    classes()
        .that()
        .haveNameNotMatching(".*\\." + door + "(\\$.*)?")
        .should()
        .onlyDependOnClassesThat(resideInAPackage(library).negate().and(alwaysTrue()))
        .check(ETASCOPE);
  }

  @Test
  void coreAndReportingTouchNoFilesAndAskNoClockAndNoFonts() {
    noClasses()
        .that()
        .resideInAnyPackage("org.etascope.core..", "org.etascope.reporting..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.time..", "java.net..", "java.awt..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .check(ETASCOPE);
  }
}
