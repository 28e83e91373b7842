package org.etascope.reporting.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.etascope.reporting.text.Digits;

/**
 * Equal distances for equal differences.
 *
 * @param min the value at the beginning, finite
 * @param max the value at the end, finite and above min
 * @param whole whether only whole numbers are marked
 */
record LinearScale(double min, double max, boolean whole) implements Scale {
  private static final List<BigDecimal> ROUND =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if they are not finite or not apart
   */
  LinearScale {
    if (!(max > min) || !Double.isFinite(max - min)) {
      throw new IllegalArgumentException("no axis leads from " + min + " to " + max);
    }
  }

  LinearScale(double min, double max) {
    this(min, max, false);
  }

  /**
   * Returns an axis over values, with a margin at both ends, and of some length if all are one.
   *
   * @param values at least one, finite
   */
  static LinearScale around(double[] values) {
    double min = Arrays.stream(values).min().orElseThrow();
    double max = Arrays.stream(values).max().orElseThrow();
    double half = (max - min) / 2;
    double middle = min + half;
    double reach = half > 1e-9 * Math.abs(middle) ? 1.06 * half : middle == 0 ? 1 : middle / 2;
    return new LinearScale(middle - Math.abs(reach), middle + Math.abs(reach));
  }

  @Override
  public double position(double value) {
    return Scale.bounded((value - min) / (max - min));
  }

  @Override
  public List<Tick> ticks(int most) {
    BigDecimal step = step(most);
    BigDecimal last = new BigDecimal(max);
    List<Tick> ticks = new ArrayList<>();
    BigDecimal value = new BigDecimal(min).divide(step, 0, RoundingMode.CEILING).multiply(step);
    while (value.compareTo(last) <= 0) {
      double tick = value.doubleValue();
      ticks.add(new Tick(position(tick), Digits.exact(tick)));
      value = value.add(step);
    }
    return ticks;
  }

  /** Returns the least of 1, 2 and 5 times a power of ten that leaves at most so many ticks. */
  private BigDecimal step(int most) {
    BigDecimal least =
        new BigDecimal(max - min).divide(BigDecimal.valueOf(most), MathContext.DECIMAL64);
    int exponent = least.precision() - least.scale() - 1;
    return ROUND.stream()
        .map(factor -> factor.scaleByPowerOfTen(exponent))
        .filter(step -> step.compareTo(least) >= 0)
        .map(step -> whole ? step.max(BigDecimal.ONE) : step)
        .findFirst()
        .orElseThrow();
  }
}
