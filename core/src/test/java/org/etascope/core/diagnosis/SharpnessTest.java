package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.etascope.core.Galaxies;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.junit.jupiter.api.Test;

final class SharpnessTest {
  private static final Parameters PUBLISHED =
      Initialization.UNIFORM.parameters(Galaxies.NETWORK, 3245);

  /** O2: the two eigenvalues of linear regression on all galaxies, the same everywhere. */
  @Test
  void o2LinearRegressionHasItsKnownEigenvalues() {
    Architecture line = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    HessianProduct hessian = HessianProduct.of(line, Galaxies.all(), Loss.HALF_MSE);
    assertArrayEquals(
        new double[] {0.048601049478051994, 1.0868743871416664},
        Sharpness.eigenvalues(hessian, Parameters.zeros(line)).orElseThrow(),
        1e-15);
  }

  /** O4: the spectrum at initialisation, one point, seed 3245. */
  @Test
  void o4PublishedNetworkHasItsKnownSpectrum() {
    double[] spectrum = Sharpness.eigenvalues(published(), PUBLISHED).orElseThrow();
    double pair = 0.391273837;
    assertArrayEquals(
        new double[] {
          -pair,
          -pair,
          -pair,
          -pair,
          -0.261280703,
          0,
          0,
          0,
          0,
          0,
          0.105475279,
          pair,
          pair,
          pair,
          pair,
          5.55524991585219
        },
        spectrum,
        1e-9);
    // theory: +-r sqrt(x^2 + 1), k - 1 times each
    double r = 0.2838149919948978;
    assertEquals(r * Math.sqrt(0.949 * 0.949 + 1), spectrum[11], 1e-14);
    assertEquals(5.55524991585219, spectrum[15], 1e-13);
  }

  /** O4: the Gauss-Newton matrix, without the residual term. */
  @Test
  void o4PublishedNetworkHasItsKnownGaussNewtonSharpness() {
    HessianProduct gaussNewton =
        HessianProduct.gaussNewton(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
    assertEquals(5.399444491322822, Sharpness.of(gaussNewton, PUBLISHED).orElseThrow(), 1e-13);
  }

  /** L = 1/2 (4 w^2 + b^2): the curvature along w is 4, along b 1, and half-way 2.5. */
  @Test
  void curvatureAlongADirectionIsItsRayleighQuotient() {
    Architecture line = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    Dataset mirrored = Galaxies.points(new double[] {2, -2}, new double[] {0, 0});
    HessianProduct hessian = HessianProduct.of(line, mirrored, Loss.HALF_MSE);
    Parameters theta = Parameters.of(line, 1, 1);
    assertEquals(4.0, Sharpness.along(hessian, theta, Parameters.of(line, 3, 0)));
    assertEquals(1.0, Sharpness.along(hessian, theta, Parameters.of(line, 0, 3)));
    assertEquals(2.5, Sharpness.along(hessian, theta, Parameters.of(line, 3, 3)));
  }

  @Test
  void isLeftOutAboveItsLimitAndWhereTheHessianIsNotFinite() {
    Architecture wide =
        new Architecture(List.of(1, 50, 1), List.of(Activation.RELU, Activation.RELU));
    assertEquals(
        OptionalDouble.empty(),
        Sharpness.of(
            HessianProduct.of(wide, Galaxies.one(), Loss.HALF_MSE), Parameters.zeros(wide)));
    Parameters broken = PUBLISHED.copy();
    broken.values()[0] = Double.POSITIVE_INFINITY;
    assertEquals(OptionalDouble.empty(), Sharpness.of(published(), broken));
  }

  private static HessianProduct published() {
    return HessianProduct.of(Galaxies.NETWORK, Galaxies.one(), Loss.HALF_MSE);
  }
}
