package org.etascope.core.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Huber;
import org.etascope.core.network.LeakyRelu;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.StandardActivation;
import org.etascope.core.network.StandardLoss;
import org.etascope.core.network.Tensor;

/**
 * The loss of a network to 75 decimal digits, in exact arithmetic wherever no quotient or
 * transcendental function asks for a rounding.
 */
final class ExactLoss {
  private static final MathContext DIGITS = new MathContext(75);

  /** Keeps exact sums from growing by the millions of digits that tiny activations bring. */
  private static final MathContext EXACT = new MathContext(150);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal SQRT_TWO_PI =
      new BigDecimal(
          "2.5066282746310005024157652848110452530069867406099383166299235763422936546078419749466");

  /** Phi differs from 0 or 1 by less than 1e-86 beyond. */
  private static final BigDecimal TAIL = BigDecimal.valueOf(20);

  private static final BigDecimal TINY = new BigDecimal("1e-38");
  private static final BigDecimal SMALLEST = new BigDecimal("1e-80");
  private static final int HALVINGS = 10;

  private ExactLoss() {}

  static BigDecimal of(Architecture architecture, Dataset data, Loss loss, Parameters theta) {
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
        sum = sum.add(lossOf(loss, a[o], new BigDecimal(data.target(o, p))));
      }
    }
    return sum.divide(BigDecimal.valueOf((long) data.points() * data.targets()), DIGITS);
  }

  private static BigDecimal lossOf(Loss loss, BigDecimal prediction, BigDecimal target) {
    BigDecimal r = prediction.subtract(target, EXACT).abs();
    if (loss instanceof Huber huber) {
      BigDecimal delta = new BigDecimal(huber.delta());
      return r.compareTo(delta) <= 0
          ? r.multiply(r).divide(TWO)
          : delta.multiply(r.subtract(delta.divide(TWO)));
    }
    return switch ((StandardLoss) loss) {
      case HALF_MSE -> r.multiply(r).divide(TWO);
      case MSE -> r.multiply(r);
      case MAE -> r;
      case BINARY_CROSS_ENTROPY -> softplus(prediction).subtract(prediction.multiply(target));
    };
  }

  private static BigDecimal[] layer(
      Architecture architecture, Parameters theta, int l, BigDecimal[] below) {
    Tensor w = architecture.weights(l);
    BigDecimal[] a = new BigDecimal[w.rows()];
    for (int i = 0; i < a.length; i++) {
      BigDecimal z =
          architecture.bias()
              ? new BigDecimal(theta.get(architecture.biases(l), i, 0))
              : BigDecimal.ZERO;
      for (int j = 0; j < below.length; j++) {
        z = z.add(new BigDecimal(theta.get(w, i, j)).multiply(below[j]), EXACT);
      }
      a[i] = activate(architecture.activation(l), z.round(EXACT));
    }
    return a;
  }

  private static BigDecimal activate(Activation f, BigDecimal z) {
    if (f instanceof LeakyRelu leaky) {
      return z.signum() > 0 ? z : z.multiply(new BigDecimal(leaky.slope()));
    }
    return switch ((StandardActivation) f) {
      case RELU -> z.max(BigDecimal.ZERO);
      case IDENTITY -> z;
      case SIGMOID -> sigmoid(z);
      // 1 - 2 / (exp(2z) + 1)
      case TANH ->
          BigDecimal.ONE.subtract(TWO.divide(exp(z.multiply(TWO)).add(BigDecimal.ONE), DIGITS));
      case SOFTPLUS -> softplus(z);
      case GELU -> z.multiply(normalCdf(z), DIGITS);
      case SILU -> z.multiply(sigmoid(z), DIGITS);
    };
  }

  private static BigDecimal sigmoid(BigDecimal z) {
    return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(z.negate()), DIGITS), DIGITS);
  }

  /** max(0, z) + ln(1 + exp(-|z|)). */
  private static BigDecimal softplus(BigDecimal z) {
    return z.max(BigDecimal.ZERO).add(log1p(exp(z.abs().negate())), DIGITS);
  }

  /** t - t^2 / 2 where t is tiny, else Halley's iteration on exp(x) = 1 + t, from a double. */
  private static BigDecimal log1p(BigDecimal t) {
    if (t.compareTo(TINY) < 0) {
      return t.subtract(t.multiply(t, DIGITS).divide(TWO), DIGITS);
    }
    BigDecimal y = BigDecimal.ONE.add(t, DIGITS);
    BigDecimal x = new BigDecimal(Math.log1p(t.doubleValue()));
    for (int k = 0; k < 2; k++) {
      BigDecimal e = exp(x);
      x = x.add(TWO.multiply(y.subtract(e)).divide(y.add(e), DIGITS), DIGITS);
    }
    return x;
  }

  /** Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/15 + z^7/105 + ...), good where |z| is not huge. */
  static BigDecimal normalCdf(BigDecimal z) {
    if (z.abs().compareTo(TAIL) > 0) {
      return z.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal term = z;
    BigDecimal sum = z;
    for (int n = 3; term.abs().compareTo(SMALLEST) > 0; n += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    BigDecimal density = exp(square.divide(TWO).negate()).divide(SQRT_TWO_PI, DIGITS);
    return density.multiply(sum).add(HALF);
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
