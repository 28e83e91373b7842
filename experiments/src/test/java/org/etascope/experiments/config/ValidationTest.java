package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidationTest {
  @TempDir Path dir;
  private Path config = Path.of("");
  private Path held = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    config =
        Files.writeString(
            dir.resolve("f.yaml"),
            Configs.with(
                "data: {file: d.csv, features: [x], targets: [y], validation: {file: held.csv}}"));
    Files.writeString(dir.resolve("d.csv"), "x,y\n1,0\n2,1\n");
    held = Files.writeString(dir.resolve("held.csv"), "x,y\n3,0.5\n");
  }

  private static String inline(String validation) {
    return Configs.with("data: {points: [[0, 1], [1, 2]], validation: %s}".formatted(validation));
  }

  @Test
  void itIsAFractionOrAFile() throws ConfigException {
    assertEquals(
        Optional.of(new Validation.Fraction(0.5)),
        SweepYaml.parse(inline("{fraction: 0.5}"), "f.yaml").validation());
    assertEquals(
        Optional.of(new Validation.File(Path.of("held.csv"))),
        SweepYaml.read(config, List.of()).config().validation());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | data.validation needs either fraction, as in {fraction: 0.2}, or file, the path of a CSV file",
        "{fraction: 0.5, file: a.csv} | data.validation has both fraction and file; keep one of them",
        "{file: a.csv} | data.validation.file belongs to data.file; with points, hold out a fraction instead",
        "{fraction: 1} | data.validation.fraction must be a share of the points, above 0 and below 1, got 1",
        "0.5 | data.validation must be a mapping with the keys fraction, file, got '0.5'",
      })
  void whatIsNeitherIsRefused(String validation, String expected) {
    String problem = Configs.problem(inline(validation));
    assertTrue(problem.endsWith(": " + expected), problem);
  }

  @Test
  void textAloneTouchesNoFile() throws IOException, ConfigException {
    Files.delete(held);
    SweepConfig parsed = SweepYaml.parse(Files.readString(config), "f.yaml");
    assertEquals("file", parsed.resultKeys().get("data.validation"));
  }

  @Test
  void problemsOfBothFilesStandInOneList() throws IOException {
    Files.writeString(dir.resolve("d.csv"), "x,y\n1,a\n");
    Files.writeString(held, "x,y\n3,b\n");

    assertEquals(
        List.of(
            dir.resolve("d.csv") + ":2:1: column 'y': 'a' is not a decimal number",
            held + ":2:1: column 'y': 'b' is not a decimal number"),
        problems());
  }

  @Test
  void aMissingFileOrColumnIsAProblemOfItsPath() throws IOException {
    Files.writeString(held, "x,velocity\n3,0.5\n");
    String columns = problems().get(0);
    assertTrue(columns.startsWith(config + ":2:"), columns);
    assertTrue(
        columns.endsWith(
            "data.validation.file names "
                + held
                + ", which has no column 'y'; its columns are x, velocity; did you mean 'x'?"),
        columns);
    Files.writeString(held, "x,Y\n3,0.5\n");
    assertTrue(problems().get(0).endsWith("did you mean 'Y'?"), () -> problems().get(0));
    Files.delete(held);
    assertEquals(1, problems().size());
    assertTrue(
        problems().get(0).endsWith("data.validation.file names " + held + ", which does not exist"),
        () -> problems().get(0));
  }

  @Test
  void targetsThatTheLossForbidsAreRefused() throws IOException {
    Files.writeString(held, "x,y\n3,1.5\n");
    List<String> problems = problems("training.loss=binary-cross-entropy");
    assertEquals(1, problems.size());
    assertTrue(
        problems
            .get(0)
            .endsWith(
                "training.loss binary-cross-entropy needs targets from 0 to 1,"
                    + " data.validation.file has 1.5"),
        problems.get(0));
  }

  @Test
  void valuesThatTheScaleTakesBeyondDoublesAreRefused() throws IOException {
    Files.writeString(dir.resolve("d.csv"), "x,y\n0,0\n1e-10,1\n");
    Files.writeString(held, "x,y\n1e300,0.5\n");
    List<String> problems = problems("data.scale=minmax");
    assertEquals(1, problems.size());
    assertTrue(
        problems
            .get(0)
            .endsWith(
                "data.validation.file has a value that doubles cannot hold once scaled as the"
                    + " training data is"),
        problems.get(0));
  }

  private List<String> problems(String... overrides) {
    return assertThrows(ConfigException.class, () -> SweepYaml.read(config, List.of(overrides)))
        .problems()
        .stream()
        .map(ConfigProblem::toString)
        .toList();
  }
}
