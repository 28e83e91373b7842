package org.etascope.core.diagnosis;

import java.util.OptionalDouble;

/** A polynomial c_0 + c_1 s + c_2 s^2 + ... on the interval [0, 1]. */
final class Polynomial {
  private final double[] c;

  /** Takes the array over. */
  Polynomial(double... coefficients) {
    this.c = coefficients;
  }

  double coefficient(int power) {
    return power < c.length ? c[power] : 0;
  }

  int degree() {
    return c.length - 1;
  }

  /** Returns the value at s, by Horner's rule. */
  double at(double s) {
    double value = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      value = value * s + c[k];
    }
    return value;
  }

  /**
   * Returns the first place behind {@code from}, and up to {@code to}, at which the value has gone
   * to the other side of 0.
   */
  OptionalDouble firstSignChange(double from, double to) {
    if (staysAwayFromZero()) {
      return OptionalDouble.empty();
    }
    double left = from;
    while (left < to) {
      // up to the next extremum the polynomial is monotone and changes sign once at most
      double right = degree() == 1 ? to : derivative().firstSignChange(left, to).orElse(to);
      if (isPositive(left) != isPositive(right)) {
        return OptionalDouble.of(degree() == 1 ? solve(left, right) : bisect(left, right));
      }
      left = right;
    }
    return OptionalDouble.empty();
  }

  /** On [0, 1], |c_0| > |c_1| + |c_2| + ... leaves no room for a root; nor does a constant. */
  private boolean staysAwayFromZero() {
    double reach = 0;
    for (int k = 1; k < c.length; k++) {
      reach += Math.abs(c[k]);
    }
    return Math.abs(c[0]) > reach || reach == 0;
  }

  /** -c_0 / c_1, and some ulps on where rounding leaves the value on the near side. */
  private double solve(double left, double right) {
    double s = Math.min(Math.max(-c[0] / c[1], left), right);
    for (double step = Math.ulp(s); isPositive(s) != isPositive(right); step *= 2) {
      s = Math.min(s + step, right);
    }
    return s;
  }

  private double bisect(double left, double right) {
    boolean wanted = isPositive(right);
    double before = left;
    double after = right;
    for (double s = 0.5 * (before + after); before < s && s < after; s = 0.5 * (before + after)) {
      if (isPositive(s) == wanted) {
        after = s;
      } else {
        before = s;
      }
    }
    return after;
  }

  private boolean isPositive(double s) {
    return at(s) > 0;
  }

  private Polynomial derivative() {
    double[] slope = new double[degree()];
    for (int k = 0; k < slope.length; k++) {
      slope[k] = (k + 1) * c[k + 1];
    }
    return new Polynomial(slope);
  }
}
