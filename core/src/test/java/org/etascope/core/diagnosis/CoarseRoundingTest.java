package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.network.StandardLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: {@link ExactLoss}, the same networks in 75-digit arithmetic. */
final class CoarseRoundingTest {
  private static final int NETWORKS = 8;
  private static final Architecture LINE =
      new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
  private static final Dataset POINT =
      Dataset.of(List.of("x"), List.of("y"), new double[][] {{1}}, new double[][] {{1}});

  @ParameterizedTest
  @MethodSource("org.etascope.core.network.RandomNetworks#uniformShapes")
  void errorOfHalfMseStaysBelowIt(int depth, Activation hidden, Activation output) {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks networks = new RandomNetworks(seed);
      Architecture architecture = networks.architecture(depth, hidden, output);
      Dataset data = networks.data(architecture);
      Parameters theta = networks.parameters(architecture);
      double computed = new Backpropagation(architecture, data, Loss.HALF_MSE).forward(theta);
      double bound = new CoarseRounding(architecture, data, Loss.HALF_MSE).at(theta, computed);
      BigDecimal error =
          ExactLoss.of(architecture, data, Loss.HALF_MSE, theta)
              .subtract(new BigDecimal(computed))
              .abs();
      assertTrue(error.compareTo(new BigDecimal(bound)) <= 0);
    }
  }

  /** (M + 2) u L + 2^-1073 with M = 1: 3 2^-53 at L = 1. */
  @Test
  void otherLossesHaveThePartOfAnyNetwork() {
    CoarseRounding rounding = new CoarseRounding(LINE, POINT, StandardLoss.MAE);
    assertEquals(0x3p-53, rounding.at(Parameters.zeros(LINE), 1));
    assertEquals(0x1p-1073, rounding.at(Parameters.zeros(LINE), 0));
  }

  @Test
  void parametersThatOverflowItDoNotCount() {
    Parameters huge = Parameters.of(LINE, Double.MAX_VALUE, Double.MAX_VALUE);
    assertEquals(0x3p-53, new CoarseRounding(LINE, POINT, Loss.HALF_MSE).at(huge, 1));
  }
}
