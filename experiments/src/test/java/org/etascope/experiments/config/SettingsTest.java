package org.etascope.experiments.config;

import static org.etascope.experiments.config.Configs.problem;
import static org.etascope.experiments.config.Configs.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.etascope.core.network.Activation;
import org.etascope.core.network.ConstantWeights;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Huber;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.Loss;
import org.etascope.core.training.Adam;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.Nesterov;
import org.etascope.core.training.RmsProp;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of network and training, written and swept. */
final class SettingsTest {
  private static SweepConfig config(String network, String training, String sweep)
      throws ConfigException {
    return SweepYaml.parse(text(network, training, sweep), "f.yaml");
  }

  private static String text(String network, String training, String sweep) {
    return """
    name: small
    data: {points: [[0.5, 1.5], [1, 0]]}
    network: {hidden: [2]%s}
    training: {steps: 10%s}
    sweep: {eta: 0.1, seeds: 1%s}
    """
        .formatted(network, training, sweep);
  }

  private static TrainingSpec training(String keys) throws ConfigException {
    return config("", keys, "").training();
  }

  private static NetworkConfig network(String keys) throws ConfigException {
    return config(keys, "", "").network();
  }

  @Test
  void optimizersHavePyTorchsDefaults() throws Exception {
    assertEquals(new GradientDescent(1), training("").optimizer());
    assertEquals(new Momentum(1, 0.9), training(", optimizer: momentum").optimizer());
    assertEquals(new Nesterov(1, 0.9), training(", optimizer: nesterov").optimizer());
    assertEquals(new RmsProp(1, 0.99, 1e-8), training(", optimizer: rmsprop").optimizer());
    assertEquals(new Adam(1, 0.9, 0.999, 1e-8), training(", optimizer: adam").optimizer());
    assertEquals(
        new Adam(1, 0.5, 0.75, 0.1),
        training(", optimizer: adam, beta1: 0.5, beta2: 0.75, epsilon: 0.1").optimizer());
  }

  @Test
  void schedulesTakeTheirNumbers() throws Exception {
    assertEquals(new Schedule.Constant(), training("").schedule());
    assertEquals(new Schedule.Step(5, 0.1), training(", schedule: step, step_size: 5").schedule());
    assertEquals(
        new Schedule.Exponential(0.9), training(", schedule: exponential, gamma: 0.9").schedule());
    assertEquals(
        new Schedule.Warmup(3, new Schedule.Cosine(0.01)),
        training(", schedule: cosine, min_eta: 0.01, warmup: 3").schedule());
  }

  @Test
  void restOfTrainingArrives() throws Exception {
    TrainingSpec training =
        training(
            ", loss: huber, delta: 2, weight_decay: 0.01, clip_norm: 5, batch: 16,"
                + " stop: {loss_below: 1e-12}");
    assertEquals(new Huber(2), training.loss());
    assertEquals(0.01, training.weightDecay());
    assertEquals(OptionalDouble.of(5), training.clipNorm());
    assertEquals(OptionalInt.of(16), training.batch());
    assertEquals(OptionalDouble.of(1e-12), training.lossBelow());
    assertEquals(Loss.BINARY_CROSS_ENTROPY, training(", loss: binary-cross-entropy").loss());
  }

  @Test
  void networksTakeActivationsBiasAndInitialisation() throws Exception {
    assertEquals(
        List.of(new LeakyRelu(0.2)),
        network(", activation: [leaky-relu], slope: 0.2").activations());
    assertEquals(Activation.GELU, network(", output: gelu").output());
    assertEquals(false, network(", bias: false").bias());
    assertEquals(new ConstantWeights(0.5), network(", init: constant, init_value: 0.5").init());
    assertEquals(
        new GivenParameters(List.of(1.0, 2.0, 0.0, 0.0, 3.0, 4.0, 5.0)),
        network(", init: {W0: [[1], [2]], W1: [[3, 4]], B1: [5]}").init());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          momentum: 0.9 | training.momentum has no effect on what is chosen beside it; leave it out
          optimizer: adm | must be one of gradient-descent, momentum, nesterov, rmsprop, adam, got 'adm'; did you mean 'adam'?
          optimizer: adam, beta1: 1 | training.beta1 must be a number from 0 to below 1, got 1
          schedule: step | training.step_size is missing; write for example step_size: 100
          schedule: exponential, gamma: 0 | training.gamma must be a number above 0, at most 1, got 0
          batch: 0 | training.batch must be full or a whole number from 1 to
          stop: {loss_blow: 1} | unknown key 'loss_blow' in training.stop; did you mean 'loss_below'?
          clip_norm: -1 | training.clip_norm must be none or a number above 0, got -1
          """)
  void wrongTrainingIsRefused(String keys, String message) {
    assertSays(message, problems(text("", ", " + keys, "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slope: 0.1 | network.slope has no effect on what is chosen beside it; leave it out
          activation: [relu, tanh] | names 2 activations for 1 hidden layers
          bias: yes | network.bias must be one of true, false, got 'yes'
          init: constant | network.init_value is missing; write for example init_value: 0.5
          init: {W0: [[1], [2]]} | network.init lacks W1, a list of 1 rows with 2 numbers each
          init: {W0: [[1, 2]], W1: [[1, 2]]} | network.init.W0 has 1 items, not a list of 2 rows
          init: {W0: [[1], [2]], W1: [[1, 2]], C: 1} | unknown key 'C' in network.init
          """)
  void wrongNetworksAreRefused(String keys, String message) {
    assertSays(message, problems(text(", " + keys, "", "")));
  }

  private static void assertSays(String message, List<ConfigProblem> problems) {
    assertTrue(
        problems.stream().anyMatch(problem -> problem.message().contains(message)),
        problems.toString());
  }

  @Test
  void everySweptSettingMakesItsVariants() throws Exception {
    SweepConfig config =
        config(
            "",
            ", momentum: 0.5",
            ", training.optimizer: [gradient-descent, momentum], network.bias: [true, false]");
    assertEquals(
        List.of("GradientDescent true", "GradientDescent false", "Momentum true", "Momentum false"),
        config.variants().stream()
            .map(
                v -> v.training().optimizer().getClass().getSimpleName() + " " + v.network().bias())
            .toList());
    assertEquals("0.5", config.resultKeys().get("training.momentum"));
    assertEquals("[true, false]", config.resultKeys().get("sweep.network.bias"));
    assertEquals(null, config.resultKeys().get("training.optimizer"));
  }

  @Test
  void sweptNumbersMayBeAProgression() throws Exception {
    SweepConfig config =
        config("", "", ", training.stop.loss_below: {from: 0.1, to: 0.3, step: 0.1}");
    assertEquals(List.of("0.1", "0.2", "0.3"), config.settingAxes().get(0).texts());
    assertEquals(OptionalDouble.of(0.3), config.variants().get(2).training().lossBelow());
  }

  @Test
  void aSweptValueIsRefusedWhereItStands() {
    assertEquals(
        "f.yaml:5:50: training.optimizer must be one of gradient-descent, momentum, nesterov,"
            + " rmsprop, adam, got 'adamm'; did you mean 'adam'?",
        problem(text("", "", ", training.optimizer: [adamm]")));
  }

  @Test
  void defaultsWrittenOutAreTheSameSweep() throws Exception {
    assertEquals(
        config("", "", "").resultKeys(),
        config(
                ", bias: true, init: uniform",
                ", optimizer: gradient-descent, schedule: constant, weight_decay: 0, warmup: 0,"
                    + " clip_norm: none, batch: full",
                "")
            .resultKeys());
    assertNotEquals(
        config("", "", "").resultKeys(), config("", ", schedule: cosine", "").resultKeys());
  }
}
