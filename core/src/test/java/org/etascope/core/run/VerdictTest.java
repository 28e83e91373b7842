package org.etascope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.diagnosis.EndState;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Loss;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts of runs whose course is known in advance, and what leaves every verdict as it is. */
final class VerdictTest {
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY), false);
  private static final Architecture PRODUCT =
      new Architecture(List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false);
  private static final Dataset ONE_ONE = Galaxies.points(new double[] {1}, new double[] {1});

  private static RunResult.Trained trained(RunSpec run) {
    return (RunResult.Trained) RunResult.of(run).outcome();
  }

  private static RunSpec run(
      Dataset data, Architecture network, double eta, int steps, double... theta) {
    return new RunSpec(
        data,
        network,
        new GivenParameters(DoubleStream.of(theta).boxed().toList()),
        0,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps));
  }

  /** O1: L = 1/2 4 x^2 from x = 1, where x is multiplied by 1 - 4 eta. */
  @ParameterizedTest
  @CsvSource({
    "0.2, 20, monotone, CONVERGED",
    "0.25, 20, monotone, CONVERGED",
    "0.4, 20, ringing, DESCENDING",
    "0.5, 20, ringing, PLATEAU",
    "0.51, 20, growing,",
    "0.51, 400, diverged,",
    "1e200, 10, non-finite,"
  })
  void o1Quadratic(double eta, int steps, String word, EndState end) {
    Dataset data = Galaxies.points(new double[] {2}, new double[] {0});
    RunResult.Trained run = trained(run(data, LINE, eta, steps, 1));
    assertEquals(word, run.verdict().word());
    assertEquals(Optional.ofNullable(end), run.endState());
  }

  /** O7: the loss is not zero and will not change any more. */
  @Test
  void o7Death() {
    RunResult.Trained run = trained(Galaxies.run(Galaxies.one(), 0, 0.6, 10));
    assertEquals(new Verdict.Dead(), run.verdict());
    assertEquals(Optional.of(EndState.CONVERGED), run.endState());
  }

  /** O8: from (2, 1), where eta lambda is 0.99 5.854 = 5.796, to a minimum with lambda >= 2. */
  @Test
  void o8Product() {
    RunResult.Trained converged = trained(run(ONE_ONE, PRODUCT, 0.99, 2001, 2, 1));
    assertEquals(new Verdict.Catapult(), converged.verdict());
    assertEquals(Optional.of(EndState.CONVERGED), converged.endState());
    assertEquals("diverged", trained(run(ONE_ONE, PRODUCT, 1.01, 100, 2, 1)).verdict().word());
  }

  /**
   * O9 with 50 neurons, of which 28 have equal signs: f_0 = 0.1 (28 - 22) = 0.6, lambda_0 = 0.01 50
   * (1 + 1) = 1, and f' = f (1 - eta lambda + eta^2 f^2 / 100), whatever the number of neurons.
   */
  @ParameterizedTest
  @CsvSource({
    "1.0, 200, monotone",
    "1.96, 60, ringing",
    "2.1, 200, catapult",
    "3.9, 2000, catapult",
    "4.1, 2000, diverged"
  })
  void o9Catapult(double eta, int steps, String word) {
    double[] theta = new double[100];
    Arrays.fill(theta, 1);
    Arrays.fill(theta, 50, 72, -1);
    Architecture network =
        new Architecture(
            List.of(1, 50, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false);
    Dataset data = Galaxies.points(new double[] {0.1}, new double[] {0});
    assertEquals(word, trained(run(data, network, eta, steps, theta)).verdict().word());
  }

  /** O10: x' = x (1 + a - a x^2), where L = 1/2 (1 - x^2)^2. */
  @ParameterizedTest
  @CsvSource({
    "0.9, 60, ringing",
    "1.1, 2000, periodic-2",
    "1.27, 40000, periodic-4",
    "1.29, 40000, periodic-8",
    "1.301, 40000, periodic-16",
    "2.01, 10000, diverged"
  })
  void o10PeriodsDouble(double eta, int steps, String word) {
    assertEquals(word, trained(run(ONE_ONE, PRODUCT, eta, steps, 0.5, 0.5)).verdict().word());
  }

  /** The two values of x^2 at a = 1.1 are 1.1705367196^2 / 1.1 and 0.8543089536^2 / 1.1. */
  @Test
  void o10PeriodTwoHasItsKnownAmplitude() {
    Verdict.Periodic verdict =
        (Verdict.Periodic) trained(run(ONE_ONE, PRODUCT, 1.1, 2000, 0.5, 0.5)).verdict();
    double high = 0.5 * Math.pow(1 - 1.1705367196 * 1.1705367196 / 1.1, 2);
    double low = 0.5 * Math.pow(1 - 0.8543089536 * 0.8543089536 / 1.1, 2);
    assertEquals(Math.abs(high - low), verdict.amplitude(), 1e-9);
  }

  @Test
  void o10ChaosHasNoPeriod() {
    Verdict verdict = trained(run(ONE_ONE, PRODUCT, 1.303, 40_000, 0.5, 0.5)).verdict();
    assertTrue(!(verdict instanceof Verdict.Periodic), verdict.word());
  }

  /** O13: kinks make the loss chatter at every eta, from a fixed training time on. */
  @ParameterizedTest
  @CsvSource({"0.3, 200", "0.1, 600", "0.03, 2000"})
  void o13KinkChatter(double eta, int steps) {
    Verdict verdict = trained(Galaxies.run(Galaxies.all(), 6, eta, steps)).verdict();
    assertEquals(1, assertInstanceOf(Verdict.KinkChatter.class, verdict).kinkShare());
  }

  /** 487 of 3000 steps rise, none by more than 12 ulps. */
  @Test
  void rounding() {
    RunResult.Trained run = trained(Galaxies.run(Galaxies.all(), 3245, 0.1, 3000));
    assertEquals(new Verdict.MonotoneToTolerance(), run.verdict());
  }

  /** From (2, 1) at 0.6: 0.5, 0.8192, 0.2958..., so the loss is back one step after its rise. */
  @Test
  void severityOfARiseByHand() {
    RunResult.Trained run = trained(run(ONE_ONE, PRODUCT, 0.6, 3, 2, 1));
    assertEquals(0.8192 - 0.5, run.diagnosis().totalRise(), 1e-15);
    assertEquals(OptionalInt.of(1), run.diagnosis().stepsToRecover(run.losses()));
    RunResult.Trained cutOff = trained(run(ONE_ONE, PRODUCT, 0.6, 2, 2, 1));
    assertEquals(OptionalInt.empty(), cutOff.diagnosis().stepsToRecover(cutOff.losses()));
  }

  /** A run of a small ReLU network on a few points, at an eta that may be far too large. */
  private static RunSpec random(Random random) {
    int points = 1 + random.nextInt(8);
    double[] x = DoubleStream.generate(random::nextGaussian).limit(points).toArray();
    double[] y = DoubleStream.generate(random::nextGaussian).limit(points).toArray();
    int neurons = 1 + random.nextInt(5);
    Activation output = random.nextBoolean() ? Activation.RELU : Activation.IDENTITY;
    Activation hidden = random.nextInt(4) == 0 ? Activation.TANH : Activation.RELU;
    return run(
        Galaxies.points(x, y),
        new Architecture(List.of(1, neurons, 1), List.of(hidden, output)),
        Math.pow(10, -1.5 + 2 * random.nextDouble()),
        20 + random.nextInt(200),
        DoubleStream.generate(() -> random.nextGaussian() * 0.8).limit(3L * neurons + 1).toArray());
  }

  /** O12: L -> 2 L with eta -> eta / 2 keeps every bit of the trajectory, and the verdict. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void o12TheScaleOfTheLossDoesNotMatter(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < 40; k++) {
      RunSpec run = random(random);
      TrainingSpec training = run.training();
      RunSpec doubled =
          new RunSpec(
              run.data(),
              run.architecture(),
              run.initialization(),
              0,
              new TrainingSpec(Loss.MSE, new GradientDescent(run.eta() / 2), training.steps()));
      RunResult.Trained one = trained(run);
      RunResult.Trained two = trained(doubled);
      assertEquals(one.finalParameters(), two.finalParameters());
      assertEquals(one.verdict().word(), two.verdict().word());
      assertEquals(one.endState(), two.endState());
    }
  }

  /** O12: neurons may be permuted; losses then agree to ulps. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void o12TheOrderOfNeuronsDoesNotMatter(long seed) {
    Random random = new Random(seed);
    Map<String, Integer> words = new TreeMap<>();
    for (int k = 0; k < 40; k++) {
      RunSpec run = random(random);
      int neurons = run.architecture().neurons(0);
      List<Integer> order = new ArrayList<>();
      for (int j = 0; j < neurons; j++) {
        order.add(j);
      }
      Collections.shuffle(order, random);
      double[] theta = run.initialization().parameters(run.architecture(), 0).values();
      double[] permuted = theta.clone();
      for (int j = 0; j < neurons; j++) {
        for (int tensor = 0; tensor < 3; tensor++) {
          permuted[tensor * neurons + j] = theta[tensor * neurons + order.get(j)];
        }
      }
      RunSpec other =
          run(run.data(), run.architecture(), run.eta(), run.training().steps(), permuted);
      String word = trained(run).verdict().word();
      words.merge(word, 1, Integer::sum);
      assertEquals(word, trained(other).verdict().word(), "run " + k);
    }
    assertTrue(words.size() > 4, words.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsRecordedDoesNotMatter(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < 40; k++) {
      RunSpec run = random(random);
      RunResult.Trained unexplained =
          (RunResult.Trained) RunResult.of(run, Backpropagation::new, false).outcome();
      assertEquals(trained(run).verdict(), unexplained.verdict());
      assertEquals(trained(run).endState(), unexplained.endState());
    }
  }

  /** At 60 steps the run of O10 is on its way to the fixed point, at 2000 it is there. */
  @Test
  void theVerdictIsOneOverItsHorizon() {
    RunResult.Trained run = trained(run(ONE_ONE, PRODUCT, 0.9, 60, 0.5, 0.5));
    assertTrue(run.verdict().sentence(run.losses().steps()).startsWith("ringing over 60 steps: "));
  }
}
