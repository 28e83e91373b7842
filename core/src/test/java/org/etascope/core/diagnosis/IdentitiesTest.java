package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.network.Tensor;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.Step;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** O12: what holds for every run, and O14 for every piecewise linear network. */
final class IdentitiesTest {
  private static final int NETWORKS_PER_SHAPE = 10;

  /** Nodes on (-1, 1) and weights of five-point Gauss-Legendre: exact up to degree 9. */
  private static final double[] NODES = {
    -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640
  };

  private static final double[] WEIGHTS = {
    0.2369268850561891,
    0.4786286704993665,
    0.5688888888888889,
    0.4786286704993665,
    0.2369268850561891
  };

  /**
   * O12: dL > 0 where eta kappa > 2, and nowhere else, on every step that rounding leaves clear.
   */
  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#shapes")
  void o12LossRisesWhereEtaKappaIsAboveTwo(int depth, Activation hidden, Activation output) {
    int clear = 0;
    for (int seed = 0; seed < NETWORKS_PER_SHAPE; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      double eta = 0.05 * (1 + seed);
      Training training =
          new Training(networks.data(architecture), networks.parameters(architecture), eta, 50);
      for (int t = 1; t < training.losses.steps(); t++) {
        double change = training.losses.at(t) - training.losses.at(t - 1);
        StepDiagnostics step = training.traced.steps().get(t);
        if (step.pathCurvature().isPresent()) {
          PathCurvature curvature = step.pathCurvature().get();
          double excess = curvature.etaKappa() - 2;
          if (step.increase() || Math.abs(excess) > curvature.error()) {
            assertEquals(change > 0, excess > 0, "step " + t + ", seed " + seed);
            assertEquals(change > 0, curvature.relativeProgress() > 0);
            clear++;
          }
        }
      }
    }
    assertTrue(clear > 10, clear + " steps");
  }

  /** O12: kappa = 2 times the integral of (1 - s) g'Hg / |g|^2 along the step. */
  @Test
  void o12PathCurvatureOfASmoothNetworkIsThatOfItsHessian() {
    Architecture smooth =
        new Architecture(List.of(1, 4, 1), List.of(Activation.TANH, Activation.SIGMOID));
    Parameters initial = Initialization.UNIFORM.parameters(smooth, 7);
    Training training = new Training(Galaxies.one(), initial, 2, 2);
    Sharpness sharpness = Sharpness.of(smooth, Galaxies.one(), Loss.HALF_MSE);
    Ray ray = new Ray(training.thetas.get(0), training.thetas.get(1));
    Parameters step = ray.direction();
    double kappa =
        2 * curvature(sharpness, ray, List.of(0.0, 0.25, 0.5, 0.75, 1.0)) / step.dot(step);
    assertEquals(
        kappa,
        training.traced.steps().get(1).pathCurvature().orElseThrow().kappa(),
        1e-10 * Math.abs(kappa));
  }

  /** O14: descent, curvature between the kinks and the shares of the switches add up to dL. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void o14KinkBudgetAddsUp(int depth) {
    int switches = 0;
    for (int seed = 0; seed < 300; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, Activation.RELU, Activation.RELU);
      Dataset data = networks.data(architecture);
      Training training = new Training(data, networks.parameters(architecture), 0.5 + depth, 10);
      Sharpness sharpness = Sharpness.of(architecture, data, Loss.HALF_MSE);
      for (int t = 1; t < training.thetas.size(); t++) {
        StepDiagnostics step = training.traced.steps().get(t);
        if (step.kinkBudget().isPresent() && training.losses.at(t) < 1e3) {
          KinkBudget budget = step.kinkBudget().get();
          Ray ray = new Ray(training.thetas.get(t - 1), training.thetas.get(t));
          List<Double> ends = new ArrayList<>(List.of(0.0));
          budget.shares().forEach(share -> ends.add(share.crossing().fraction()));
          ends.add(1.0);
          double integral = curvature(sharpness, ray, ends);
          assertEquals(integral, budget.curvature(), 1e-9 * (1 + Math.abs(integral)));
          switches += budget.shares().size();
        }
      }
    }
    assertTrue(switches > 20, switches + " switches");
  }

  /** The integral of (1 - s) D'H(theta(s))D, piece by piece. */
  private static double curvature(Sharpness sharpness, Ray ray, List<Double> ends) {
    Parameters direction = ray.direction();
    double squaredLength = direction.dot(direction);
    double integral = 0;
    for (int k = 1; k < ends.size(); k++) {
      double half = (ends.get(k) - ends.get(k - 1)) / 2;
      double middle = (ends.get(k) + ends.get(k - 1)) / 2;
      for (int q = 0; q < NODES.length; q++) {
        double s = middle + half * NODES[q];
        integral +=
            half * WEIGHTS[q] * (1 - s) * squaredLength * sharpness.along(ray.at(s), direction);
      }
    }
    return integral;
  }

  /** O12: neurons have no order; losses agree to rounding and judgements entirely. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.6, 1.0})
  void o12PermutedNeuronsAreJudgedAlike(double eta) {
    for (int seed = 0; seed < 20; seed++) {
      Parameters theta = Initialization.UNIFORM.parameters(Galaxies.NETWORK, seed);
      Training one = new Training(Galaxies.all(), theta, eta, 40);
      Training other = new Training(Galaxies.all(), reversed(theta), eta, 40);
      for (int t = 0; t < 40; t++) {
        double loss = one.losses.at(t);
        assertEquals(loss, other.losses.at(t), 1e-11 * loss);
        assertEquals(one.traced.steps().get(t).cause(), other.traced.steps().get(t).cause());
      }
      assertEquals(one.diagnosis.increases(), other.diagnosis.increases());
      assertEquals(one.diagnosis.deadNeurons(), other.diagnosis.deadNeurons());
      assertEquals(one.diagnosis.dead(), other.diagnosis.dead());
    }
  }

  /**
   * O12: L -> L / 2 with eta -> 2 eta. A second output that is always right halves the mean,
   * without rounding.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.6})
  void o12ScaledLossKeepsTrajectoryAndJudgement(double eta) {
    Architecture twoOutputs =
        new Architecture(List.of(1, 5, 2), List.of(Activation.RELU, Activation.RELU));
    Dataset data = Galaxies.all();
    for (int seed = 0; seed < 20; seed++) {
      Parameters theta = Initialization.UNIFORM.parameters(Galaxies.NETWORK, seed);
      Training one = new Training(data, theta, eta, 40);
      Training other = new Training(padded(data), padded(theta, twoOutputs), 2 * eta, 40);
      for (int t = 0; t < 40; t++) {
        assertEquals(one.losses.at(t), 2 * other.losses.at(t));
        assertEquals(padded(one.thetas.get(t), twoOutputs), other.thetas.get(t));
        assertEquals(one.traced.steps().get(t).cause(), other.traced.steps().get(t).cause());
      }
    }
  }

  /** O12: neither has sharpness an order of neurons, decomposed or, of 151 parameters, iterated. */
  @ParameterizedTest
  @CsvSource({"5, 1e-13", "50, 2e-8"})
  void o12PermutedNeuronsAreAsSharp(int neurons, double precision) {
    Architecture network =
        new Architecture(List.of(1, neurons, 1), List.of(Activation.RELU, Activation.RELU));
    Sharpness sharpness = Sharpness.of(network, Galaxies.one(), Loss.HALF_MSE);
    for (int seed = 0; seed < 10; seed++) {
      Parameters theta = Initialization.UNIFORM.parameters(network, seed);
      double lambda = sharpness.largest(theta).orElseThrow();
      assertEquals(lambda, sharpness.largest(reversed(theta)).orElseThrow(), precision * lambda);
    }
  }

  /** O12: L / 2 is half as sharp. */
  @Test
  void o12ScaledLossScalesSharpness() {
    Architecture twoOutputs =
        new Architecture(List.of(1, 5, 2), List.of(Activation.RELU, Activation.RELU));
    Dataset one = Galaxies.one();
    Sharpness sharpness = Sharpness.of(Galaxies.NETWORK, one, Loss.HALF_MSE);
    Sharpness halved = Sharpness.of(twoOutputs, padded(one), Loss.HALF_MSE);
    for (int seed = 0; seed < 10; seed++) {
      Parameters theta = Initialization.UNIFORM.parameters(Galaxies.NETWORK, seed);
      double lambda = sharpness.largest(theta).orElseThrow();
      assertEquals(
          lambda / 2, halved.largest(padded(theta, twoOutputs)).orElseThrow(), 1e-14 * lambda);
    }
  }

  /** With a second target that is always 0. */
  private static Dataset padded(Dataset data) {
    return Dataset.of(
        data.featureNames(),
        List.of("jwst", "nothing"),
        new double[][] {data.featureValues()},
        new double[][] {data.targetValues(), new double[data.points()]});
  }

  /** W0 and B0 as they are, then W1 with a row of zeros, then B1 with a zero. */
  private static Parameters padded(Parameters theta, Architecture twoOutputs) {
    Parameters padded = Parameters.zeros(twoOutputs);
    System.arraycopy(theta.values(), 0, padded.values(), 0, 15);
    padded.values()[20] = theta.values()[15];
    return padded;
  }

  private static Parameters reversed(Parameters theta) {
    Parameters reversed = theta.copy();
    Architecture architecture = theta.architecture();
    for (Tensor tensor :
        List.of(architecture.weights(0), architecture.biases(0), architecture.weights(1))) {
      IntStream.range(0, tensor.size())
          .forEach(
              k ->
                  reversed.values()[tensor.offset() + k] =
                      theta.values()[tensor.offset() + tensor.size() - 1 - k]);
    }
    return reversed;
  }

  /** A training with all that its recorders say. */
  private static final class Training {
    private final List<Parameters> thetas = new ArrayList<>();
    private final LossCurve losses;
    private final Diagnosis diagnosis;
    private final TraceDiagnosis traced;

    Training(Dataset data, Parameters initial, double eta, int steps) {
      TrainingSpec spec = new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps);
      LossCurve.Recorder curve = new LossCurve.Recorder(steps);
      Diagnosis.Recorder cheap = new Diagnosis.Recorder(initial.architecture(), data, spec, true);
      TraceDiagnosis.Recorder close =
          new TraceDiagnosis.Recorder(initial.architecture(), data, spec);
      Trainer.train(data, initial, spec, curve.and(cheap).and(close).and(this::keep));
      losses = curve.curve();
      diagnosis = cheap.diagnosis();
      traced = close.diagnosis();
    }

    private void keep(Step step) {
      thetas.add(step.parameters().copy());
    }
  }
}
