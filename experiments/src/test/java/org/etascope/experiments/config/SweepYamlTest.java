package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.etascope.core.data.Scaling;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepYamlTest {
  private static final String ONE_GALAXY =
      """
      name: one-galaxy
      description: Does eta = 0.1 descend where eta = 0.6 does not?
      data:
        points: [[0.949, 0.402109523]]
      network:
        hidden: [5]
        activation: tanh
        output: identity
        init: zeros
      training:
        loss: half-mse
        optimizer: gradient-descent
        steps: 10
      sweep:
        eta: [0.1, 0.6]
        neurons: 7
        seeds: [3245]
      report:
        traces: flagged
        evidence: none
        sharpness: {every: 5}
      expect:
        - {where: {eta: 0.1}, monotone: all}
      """;

  @Test
  void everyKeyOfAFileArrivesInTheConfig(@TempDir Path dir) throws Exception {
    SweepFile file = SweepYaml.read(write(dir, ONE_GALAXY), List.of());

    SweepConfig config = file.config();
    assertEquals("one-galaxy", config.name());
    assertEquals("Does eta = 0.1 descend where eta = 0.6 does not?", config.description());
    assertEquals(
        new DataConfig.Inline(List.of(List.of(0.949, 0.402109523)), Scaling.NONE), config.data());
    assertEquals(
        new NetworkConfig(List.of(5), Activation.TANH, Activation.IDENTITY, Initialization.ZEROS),
        config.network());
    assertEquals(new TrainingSpec(Loss.HALF_MSE, new GradientDescent(1), 10), config.training());
    Axis.Eta eta = assertInstanceOf(Axis.Eta.class, config.axes().get(0));
    assertEquals(List.of(0.1, 0.6), List.of(eta.eta(0), eta.eta(1)));
    Axis.Neurons neurons = assertInstanceOf(Axis.Neurons.class, config.axes().get(1));
    assertEquals(7, neurons.neurons(0));
    Axis.Seeds seeds = assertInstanceOf(Axis.Seeds.class, config.axes().get(2));
    assertEquals(3245, seeds.seed(0));
    assertEquals(
        new ReportConfig(
            RunChoice.FLAGGED,
            RunChoice.AUTO,
            RunChoice.NONE,
            new SharpnessChoice.At(new SharpnessSteps.Every(5))),
        config.report());
    assertEquals("eta = 0.1: monotone all", config.expectations().get(0).text());
    assertEquals(0.402109523, file.data().target(0, 0));
    assertEquals(ONE_GALAXY, file.text());
    assertEquals(List.of(), file.warnings());
  }

  @Test
  void keysLeftOutHaveTheDocumentedDefaults() throws ConfigException {
    SweepConfig config = SweepYaml.parse(Configs.sweeping("eta: 0.1", "seeds: 1"), "f.yaml");

    assertEquals("", config.description());
    assertEquals(Scaling.NONE, config.data().scale());
    assertEquals(
        new NetworkConfig(List.of(5), Activation.RELU, Activation.RELU, Initialization.UNIFORM),
        config.network());
    assertEquals(Loss.HALF_MSE, config.training().loss());
    assertEquals(new GradientDescent(0.3), config.training().optimizer().withEta(0.3));
    assertEquals(
        new ReportConfig(
            RunChoice.AUTO, RunChoice.AUTO, RunChoice.AUTO, new SharpnessChoice.Auto()),
        config.report());
    assertEquals(List.of(), config.expectations());
  }

  @Test
  void axesKeepTheOrderOfTheFile() throws ConfigException {
    SweepConfig config =
        SweepYaml.parse(Configs.sweeping("seeds: 1", "neurons: 2", "eta: 3"), "f.yaml");

    assertEquals(
        List.of("seeds", "neurons", "eta"), config.axes().stream().map(Axis::path).toList());
    assertEquals("seeds, neurons, eta", config.resultKeys().get("sweep"));
  }

  @Test
  void allProblemsAreReportedAtOnceInTheOrderOfTheFile() {
    String text =
        """
        name: a/b
        descripton: x
        data: {points: [[1, 2], [3]]}
        network: {hidden: [0], activation: rellu}
        training: {lerning_rate: 0.1, steps: yes}
        sweep:
          eta: [0.1, 010]
          seeds: []
          seeds: 3
        """;

    assertEquals(
        List.of(
            "f.yaml:1:7: name must be 1 to 100 letters, digits, '.', '_' or '-', the first a letter"
                + " or digit, got 'a/b'",
            "f.yaml:2:1: unknown key 'descripton'; did you mean 'description'? allowed: name,"
                + " description, data, network, training, sweep, report, expect",
            "f.yaml:3:25: data.points[1] needs a feature and a target at least, as in [0.5, 1.5]",
            "f.yaml:4:20: network.hidden[0] must be a whole number from 1 to 1,000,000, got 0",
            "f.yaml:4:36: network.activation must be one of relu, sigmoid, tanh, softplus, gelu,"
                + " silu, identity, leaky-relu, got"
                + " 'rellu'; did you mean 'relu'?",
            "f.yaml:5:12: unknown key 'lerning_rate' in training; did you mean 'sweep.eta'?"
                + " allowed: loss, delta, optimizer, momentum, alpha, beta1, beta2,"
                + " epsilon, weight_decay, clip_norm, schedule, step_size, gamma, min_eta, warmup,"
                + " batch, stop, steps",
            "f.yaml:5:38: training.steps must be a whole number from 1 to 10,000,000, got yes,"
                + " which is a word and not a number",
            "f.yaml:7:14: sweep.eta[1] must be a number above 0, got 010; a leading 0 means octal"
                + " in YAML 1.1, so write 10",
            "f.yaml:8:10: sweep.seeds is an empty list; write at least one value, a whole number"
                + " from 0 to 4,294,967,295",
            "f.yaml:9:3: duplicate key 'seeds', first at 8:3; keep one of them"),
        Configs.problems(text).stream().map(ConfigProblem::toString).toList());
  }

  @Test
  void atMostTwentyProblemsArePrinted() {
    ConfigException e =
        assertThrows(
            ConfigException.class,
            () ->
                SweepYaml.parse(
                    Configs.sweeping("eta: [" + "0, ".repeat(25) + "1]", "seeds: 1"), "f.yaml"));

    assertEquals(25, e.problems().size());
    assertEquals(21, String.valueOf(e.getMessage()).lines().count());
    assertTrue(String.valueOf(e.getMessage()).endsWith("\nand 5 more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: ../x | 1:7: name must be",
        "name: .hidden | 1:7: name must be",
        "name: \"a\\eb\" | got 'a\\u001bb'",
        "name: \"a\\u202eb\" | got 'a\\u202eb'",
        "name: [a] | got a list",
        "description: {a: b} | description must be text, got a mapping",
        "description: \"\\a\" | holds the control character U+0007",
        "network: {hidden: 5} | network.hidden must be a list with the width of each hidden layer",
        "network: {hidden: [1000000, 1000000]} | 1000004000001 parameters; at most 2147483639",
        "training: {steps: 0} | training.steps must be a whole number from 1 to 10,000,000, got 0",
        "training: {steps: 10000001} | from 1 to 10,000,000, got 10000001",
        "training: {steps: 1e3} | write it without point and exponent",
        "training: 5 | must be a mapping with the keys loss, delta, optimizer, momentum, alpha, beta1, beta2, epsilon, weight_decay, clip_norm, schedule, step_size, gamma, min_eta, warmup, batch, stop, steps, got '5'",
        "training: {} | training.steps is missing; write for example steps: 10",
        "data: {} | needs either points",
        "data: {points: []} | with one at least, got a list",
        "data: {points: [[1, 2], [1, 2, 3]]} | data.points[1] has 3 numbers, the first point 2",
        "data: {points: [[1, 2]], rows: 3} | data.rows belongs to file",
        "data: {file: a.csv, features: [a]} | data.targets is missing",
        "data: {file: a.csv, features: [], targets: [b]} | data.features is an empty list",
        "data: {file: a.csv, features: [a, a], targets: [b]} | names the column 'a' again",
        "data: {file: a.csv, features: [a], targets: [b], rows: 0} | must be all, a count from 1",
        "'data: {file: a.csv, features: [a], targets: [b], rows: {first: 3, last: 2}}' | last 2 before first 3",
        "report: {traces: Alle} | did you mean 'all'?",
        "report: {evidence: flaged} | did you mean 'flagged'?",
        "report: {evidenc: all} | did you mean 'evidence'?",
        "report: {steps: flaged} | did you mean 'flagged'?",
        "report: {sharpness: end} | did you mean 'ends'?",
        "report: {sharpnes: ends} | did you mean 'sharpness'?",
        "report: {sharpness: 10} | report.sharpness must be one of auto, none, ends, every, got",
        "report: {sharpness: {every: 0}} | report.sharpness.every must be a whole number from 1 to",
        "report: {sharpness: {every: 5, evry: 5}} | did you mean 'every'?",
        "report: {sharpness: {}} | report.sharpness.every is missing; write for example every: 10",
        "report: {sharpness: [ends]} | must be one of auto, none, ends, every, got a list",
        "report: {step: none} | did you mean 'steps'?",
      })
  void aWrongValueIsRefusedWithWhatIsAllowed(String line, String expected) {
    String problem = Configs.problem(Configs.with(line));

    assertTrue(problem.contains(expected), problem);
  }

  @Test
  void aNameOfThreeHundredCharactersIsShownShortened() {
    String problem = Configs.problem(Configs.with("name: " + "x".repeat(300)));

    assertTrue(problem.endsWith("got '" + "x".repeat(60) + "...'"), problem);
  }

  @Test
  void widthsCannotBeSweptWithoutAHiddenLayer() {
    String text = Configs.sweeping("eta: 0.1", "neurons: 5", "seeds: 1").replace("[5]", "[]");

    assertEquals(
        "f.yaml:3:19: network.hidden is empty, so sweep.neurons has no width to replace; write [1]",
        Configs.problem(text));
  }

  @Test
  void moreRunsThanAnIntHoldsAreRefusedWithTheirExactNumber() {
    String text =
        Configs.sweeping(
            "eta: {from: 1, to: 1000000000}",
            "neurons: {from: 1, to: 1000000}",
            "seeds: {from: 0, to: 4294967295}");

    assertEquals(
        "f.yaml:6:3: sweep has 4294967296000000000000000 runs; at most 2147483647 are allowed",
        Configs.problem(text));
  }

  @Test
  void tenMillionSeedsTakeNoTime() throws ConfigException {
    SweepConfig config =
        SweepYaml.parse(Configs.sweeping("eta: 0.1", "seeds: {from: 5, to: 10000004}"), "f.yaml");

    Axis.Seeds seeds = assertInstanceOf(Axis.Seeds.class, config.axes().get(1));
    assertEquals(10_000_000, seeds.size());
    assertEquals(10_000_004, seeds.seed(9_999_999));
    assertEquals("{from: 5, to: 10000004, step: 1}", config.resultKeys().get("sweep.seeds"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eta: [0.1, 0.2, 0.3] | eta: {from: 0.1, to: 0.3, step: 0.1}",
        "eta: [1e-1, 0.20] | eta: {from: 0.1, to: 0.2, count: 2}",
        "eta: 0.1 | eta: [1E-1]",
        "eta: [10, 1, 0.1] | eta: {from: 10, to: 0.1, count: 3, scale: log}",
      })
  void equalValuesGiveEqualKeysHoweverTheyAreWritten(String one, String other)
      throws ConfigException {
    assertEquals(
        SweepYaml.parse(Configs.sweeping(one, "seeds: 1"), "f.yaml").resultKeys(),
        SweepYaml.parse(Configs.sweeping(other, "seeds: 1"), "f.yaml").resultKeys());
  }

  @Test
  void keysThatChangeNoResultAreNoResultKeys() throws ConfigException {
    String one = Configs.sweeping("eta: 0.1", "neurons: 3", "seeds: 1");
    String other =
        one.replace("small", "other").replace("0.5, 1.5", "7, 8").replace("[5]", "[9]")
            + "description: d\nreport: {traces: none}\nexpect: [{dead: none}]\n";

    assertEquals(
        SweepYaml.parse(one, "f.yaml").resultKeys(), SweepYaml.parse(other, "f.yaml").resultKeys());
  }

  @Test
  void longListsAreComparedByTheirHash() throws ConfigException {
    String squares =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> String.valueOf(i * i))
            .collect(Collectors.joining(", ", "eta: [", "]"));
    String key = SweepYaml.parse(Configs.with(squares), "f.yaml").resultKeys().get("sweep.eta");

    assertTrue(String.valueOf(key).startsWith("[1, ..., 40000], 200 values, SHA-256 "), key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n"})
  void anEmptyFileIsAProblemAtItsBeginning(String text, @TempDir Path dir) throws IOException {
    Path file = write(dir, text);

    assertEquals(
        file + ":1:1: the config is empty; it needs the keys name, data, network, training, sweep",
        readProblem(file));
  }

  @Test
  void aByteOrderMarkIsFine(@TempDir Path dir) throws Exception {
    Path file = write(dir, "\uFEFF" + Configs.sweeping("eta: 0.1", "seeds: 1"));

    assertEquals("small", SweepYaml.read(file, List.of()).config().name());
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirPlace(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("f.yaml");
    Files.write(file, "name: x\nü: \377".getBytes(StandardCharsets.ISO_8859_1));

    assertEquals(
        file + ":2:1: the byte 0xFC is not UTF-8; save the file as UTF-8", readProblem(file));
  }

  @Test
  void utf16IsNamed(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("f.yaml");
    Files.write(file, "name: x".getBytes(StandardCharsets.UTF_16));

    assertEquals(file + ":1:1: the file is UTF-16; save it as UTF-8", readProblem(file));
  }

  @Test
  void whateverIsNoRegularFileIsRefusedWithoutReadingIt(@TempDir Path dir) throws Exception {
    Path loop = Files.createSymbolicLink(dir.resolve("loop"), dir.resolve("loop"));
    Path pipe = dir.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertEquals(dir + ":1:1: the config is a directory, not a file", readProblem(dir));
    assertTrue(readProblem(pipe).contains("is not a regular file"));
    assertTrue(readProblem(Path.of("/dev/zero")).contains("is not a regular file"));
    assertTrue(readProblem(loop).contains("cannot be read: Too many levels of symbolic links"));
    assertTrue(readProblem(dir.resolve("nothing")).contains("the config does not exist"));
  }

  @Test
  void aFileOfAHundredMegabytesIsRefusedByItsSize(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("large.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100_000_000);
    }

    assertEquals(file + ":1:1: the config is larger than the 3 MiB allowed", readProblem(file));
  }

  private static String readProblem(Path file) {
    return String.valueOf(
        assertThrows(ConfigException.class, () -> SweepYaml.read(file, List.of())).getMessage());
  }

  private static Path write(Path dir, String text) throws IOException {
    return Files.writeString(dir.resolve("sweep.yaml"), text);
  }
}
