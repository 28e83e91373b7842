package org.etascope.core.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Tensor;

/**
 * The half mean squared error of a network to 75 decimal digits, in exact arithmetic wherever no
 * quotient or transcendental function asks for a rounding.
 */
final class ExactLoss {
  private static final MathContext DIGITS = new MathContext(75);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int HALVINGS = 10;

  private ExactLoss() {}

  static BigDecimal of(Architecture architecture, Dataset data, Parameters theta) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int p = 0; p < data.points(); p++) {
      BigDecimal[] a = new BigDecimal[data.features()];
      for (int j = 0; j < a.length; j++) {
        a[j] = new BigDecimal(data.feature(j, p));
      }
      for (int l = 0; l < architecture.layers(); l++) {
        a = layer(architecture, theta, l, a);
      }
      for (int o = 0; o < a.length; o++) {
        BigDecimal r = a[o].subtract(new BigDecimal(data.target(o, p)));
        sum = sum.add(r.multiply(r));
      }
    }
    return sum.divide(BigDecimal.valueOf(2L * data.points() * data.targets()), DIGITS);
  }

  private static BigDecimal[] layer(
      Architecture architecture, Parameters theta, int l, BigDecimal[] below) {
    Tensor w = architecture.weights(l);
    BigDecimal[] a = new BigDecimal[w.rows()];
    for (int i = 0; i < a.length; i++) {
      BigDecimal z = new BigDecimal(theta.get(architecture.biases(l), i, 0));
      for (int j = 0; j < below.length; j++) {
        z = z.add(new BigDecimal(theta.get(w, i, j)).multiply(below[j]));
      }
      a[i] = activate(architecture.activation(l), z);
    }
    return a;
  }

  private static BigDecimal activate(Activation f, BigDecimal z) {
    return switch (f) {
      case RELU -> z.max(BigDecimal.ZERO);
      case IDENTITY -> z;
      case SIGMOID -> BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(z.negate())), DIGITS);
      // 1 - 2 / (exp(2z) + 1)
      case TANH ->
          BigDecimal.ONE.subtract(TWO.divide(exp(z.multiply(TWO)).add(BigDecimal.ONE), DIGITS));
    };
  }

  /** exp(x) = (sum_k (x / 2^n)^k / k!)^(2^n). */
  static BigDecimal exp(BigDecimal x) {
    int halvings = Math.max(0, x.precision() - x.scale()) * 4 + HALVINGS;
    BigDecimal r = x.divide(TWO.pow(halvings), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int k = 1; term.signum() != 0 && term.compareTo(BigDecimal.ZERO) != 0 && k < 60; k++) {
      term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }
}
