package org.etascope.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.HessianProduct;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.RandomNetworks;
import org.etascope.core.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanczosTest {
  /** The second differences of n numbers: eigenvalues 2 - 2 cos(k pi / (n + 1)), crowded at 4. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 47, 48, 49, 100, 300})
  void findsTheLargestEigenvalueOfSecondDifferences(int n) {
    Lanczos.Product differences =
        (v, product) ->
            Arrays.setAll(
                product,
                k -> 2 * v[k] - (k > 0 ? v[k - 1] : 0) - (k < v.length - 1 ? v[k + 1] : 0));
    Eigenpair pair = Lanczos.largest(differences, n).orElseThrow();
    assertEquals(2 - 2 * Math.cos(n * Math.PI / (n + 1)), pair.value(), 4e-8);
    assertEquals(1, Arrays.stream(pair.vector()).map(x -> x * x).sum(), 1e-14);
    double[] product = new double[n];
    differences.times(pair.vector(), product);
    for (int k = 0; k < n; k++) {
      assertEquals(pair.value() * pair.vector()[k], product[k], 4e-8);
    }
  }

  /** The algebraic maximum, however large the others are, and once or a hundred times over. */
  @Test
  void findsTheAlgebraicMaximum() {
    assertEquals(-1.0, diagonal(k -> -1 - 10.0 * k, 100), 1e-5);
    assertEquals(3.0, diagonal(k -> k == 7 ? 3 : -3.0 * k, 100), 1e-5);
    assertEquals(2.0, diagonal(k -> k % 2 == 0 ? 2 : -5, 200), 5e-8);
    assertEquals(7.0, diagonal(k -> 7, 60), 7e-8);
    assertEquals(0.0, diagonal(k -> 0, 60));
  }

  private static double diagonal(IntToDoubleFunction entries, int n) {
    return Lanczos.largest(
            (v, product) -> Arrays.setAll(product, k -> entries.applyAsDouble(k) * v[k]), n)
        .orElseThrow()
        .value();
  }

  @Test
  void givesUpOnWhatIsNotFiniteAndOnWhatHasNoEigenvector() {
    assertEquals(
        Optional.empty(), Lanczos.largest((v, product) -> Arrays.fill(product, Double.NaN), 5));
    assertEquals(
        Optional.empty(),
        Lanczos.largest((v, product) -> Arrays.fill(product, Double.MAX_VALUE), 5));
    // a shear, whose projection is symmetric and whose residual tells that it is not
    assertEquals(
        Optional.empty(),
        Lanczos.largest(
            (v, product) -> {
              product[0] = v[0] + 10 * v[1];
              product[1] = v[1];
            },
            2));
    // the hundredth power of this shift is -1: it has no real eigenvalue
    assertEquals(
        Optional.empty(),
        Lanczos.largest(
            (v, product) -> Arrays.setAll(product, k -> k == 0 ? -v[99] : v[k - 1]), 100));
  }

  /** The same Hessian, decomposed as a whole; 1e-8 of the largest |eigenvalue|. */
  @ParameterizedTest
  @CsvSource({
    "16, 5, RELU",
    "61, 20, TANH",
    "151, 50, RELU",
    "301, 100, SIGMOID",
    "481, 20x20, TANH",
    "503, 21x20, RELU"
  })
  void agreesWithTheDenseHessian(int parameters, String hidden, StandardActivation activation) {
    RandomNetworks networks = new RandomNetworks(parameters);
    Architecture architecture = architecture(hidden, activation);
    assertEquals(parameters, architecture.parameterCount());
    Parameters theta = networks.parameters(architecture);
    Dataset data = networks.data(architecture, 30);
    HessianProduct hessian = HessianProduct.of(architecture, data, Loss.HALF_MSE);
    hessian.moveTo(theta);
    double[] spectrum =
        Sharpness.of(architecture, data, Loss.HALF_MSE).spectrum(theta).orElseThrow();
    double radius = Math.max(-spectrum[0], spectrum[parameters - 1]);
    Eigenpair pair = Lanczos.largest(hessian::times, parameters).orElseThrow();
    assertTrue(radius > 1);
    assertEquals(spectrum[parameters - 1], pair.value(), 1e-8 * radius);
  }

  private static Architecture architecture(String hidden, StandardActivation activation) {
    List<Integer> widths =
        Arrays.stream(("1x" + hidden + "x1").split("x", -1)).map(Integer::valueOf).toList();
    List<Activation> activations =
        new ArrayList<>(Collections.nCopies(widths.size() - 2, activation));
    activations.add(Activation.IDENTITY);
    return new Architecture(widths, activations);
  }

  @Test
  void theSameProductsGiveTheSameBits() {
    Lanczos.Product ramp = (v, product) -> Arrays.setAll(product, k -> Math.sqrt(k) * v[k]);
    Eigenpair one = Lanczos.largest(ramp, 200).orElseThrow();
    Eigenpair other = Lanczos.largest(ramp, 200).orElseThrow();
    assertEquals(one.value(), other.value());
    assertArrayEquals(one.vector(), other.vector());
  }
}
