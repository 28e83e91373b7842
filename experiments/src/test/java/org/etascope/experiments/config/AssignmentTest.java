package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssignmentTest {
  private static final String TEXT =
      """
      # what it is about
      name: galaxy
      data: {points: [[1, 2]]}  # one point
      network: {}
      training:
        # few steps
        steps: 3 # enough
      sweep:
        eta:
          - 1
          - 2
        # then seeds
        seeds: 4
      """;

  @TempDir Path dir;

  @Test
  void overridesReplaceAndAddValuesAndKeepEverythingElse() throws Exception {
    SweepFile file =
        read(
            TEXT + "report:\n",
            "sweep.eta={from: 1, to: 3}",
            "network.hidden=[3]",
            "name=other",
            "sweep.neurons=5",
            "training.loss=half-mse",
            "report.traces=none",
            "expect=[{dead: at most 5 %}]",
            "description=\"two\\nlines: ü 😀\"");

    assertEquals(
        """
        # what it is about
        description: "two\\nlines: ü 😀"
        expect: [{dead: "at most 5 %"}]
        name: other
        data: {points: [[1, 2]]}  # one point
        network: {hidden: [3]}
        training:
          # few steps
          loss: half-mse
          steps: 3 # enough
        sweep:
          neurons: 5
          eta:
            {from: 1, to: 3}
          # then seeds
          seeds: 4
        report: {traces: none}
        """,
        file.text());
    assertEquals(file.config(), SweepYaml.parse(file.text(), "again"));
    assertEquals("two\nlines: ü 😀", file.config().description());
  }

  @Test
  void theLastOfTwoOverridesWins() throws Exception {
    SweepFile file = read(TEXT, "network.hidden=[3]", "training.steps=4", "training.steps=5");

    assertEquals(5, file.config().training().steps());
  }

  @Test
  void aWholeSectionCanBeReplaced() throws Exception {
    SweepFile file = read(TEXT, "network.hidden=[3]", "sweep={seeds: 1, eta: 0.5}");

    assertEquals("seeds, eta", file.config().resultKeys().get("sweep"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep.eta=-1 | argument 'sweep.eta=-1':1:11: sweep.eta must be a number above 0, got -1",
        "sweep.eta=[1, 010] | argument 'sweep.eta=[1, 010]':1:15: sweep.eta[1] must be",
        "sweep.eta= | argument 'sweep.eta=':1:11: sweep.eta must be a number above 0, got nothing",
        "sweep.eta=[1 | argument 'sweep.eta=[1':1:13: not valid YAML: expected ',' or ']'",
        "swep.eta=1 | argument 'swep.eta=1':1:1: unknown key 'swep.eta'; did you mean 'sweep.eta'?",
        "steps=1 | unknown key 'steps'; did you mean 'training.steps'?",
        "learning_rate=1 | unknown key 'learning_rate'; did you mean 'sweep.eta'?",
        "sweep.eta.from=1 | unknown key 'sweep.eta.from'",
        "sweep.eta | must be KEY=VALUE, such as training.steps=20",
        "name=&a b | argument 'name=&a b':1:6: the anchor &a is not allowed",
        "name=a/b | argument 'name=a/b':1:6: name must be",
      })
  void aWrongArgumentIsNamedAsThePlace(String argument, String expected) throws IOException {
    Path file = Files.writeString(dir.resolve("f.yaml"), TEXT.replace("{}", "{hidden: [1]}"));

    String problem =
        assertThrows(ConfigException.class, () -> SweepYaml.read(file, List.of(argument)))
            .problems()
            .get(0)
            .toString();

    assertTrue(problem.contains(expected), problem);
  }

  private SweepFile read(String text, String... overrides) throws Exception {
    return SweepYaml.read(Files.writeString(dir.resolve("f.yaml"), text), List.of(overrides));
  }
}
