package org.etascope.core.network;

/**
 * The exponential function and its kin, with the same bits on every machine: sums, products and one
 * quotient of doubles, in an order that SIMD lanes repeat.
 *
 * <p>With y = k ln(2) / 2 + r, where k is whole and |r| at most ln(2) / 4,
 *
 * <pre>
 *   e^2y = 2^k (C + r) / (C - r)        C = r coth r = 1 + c,  c = r^2 (P1 + r^2 (P2 + ...))
 * </pre>
 *
 * <p>so that what is made of e^2y by sums and quotients is one quotient again. With E = 2^k (C +
 * r), which is e^2y (C - r),
 *
 * <pre>
 *   sigmoid 2y    = E / (E + (C - r))
 *   tanh y        = (E - (C - r)) / (E + (C - r))
 *   ln (1 + e^2y) = 2 artanh w        w = E / (E + 2 (C - r))
 * </pre>
 *
 * <p>The polynomials are minimax ones, found by Remez' algorithm with 60 digits. NaN gives NaN.
 */
public final class Exponential {
  /** 2 / ln 2. */
  public static final double TWICE_INVERSE_LN2 = 2.8853900817779268;

  /** ln(2) / 2 in two parts, of which the first has zeros enough for k times it to be exact. */
  public static final double HALF_LN2_HIGH = 0.3465735901845619;

  /** ln(2) / 2 - {@link #HALF_LN2_HIGH}. */
  public static final double HALF_LN2_LOW = 9.541074646352939e-11;

  /** Adding it rounds to a whole number, and writes that into the low bits. */
  public static final double WHOLE = 0x1.8p52;

  /** -1022 ln 2, down to which e^x is at least 2^-1022; below it is taken as 0. */
  public static final double LOWEST = -708.3964185322641;

  /** From here on, sigmoid x is 1. */
  public static final double SIGMOID_ONE = 40;

  /** From here on, tanh z is 1. */
  public static final double TANH_ONE = 20;

  /** P1 to P5: c is wrong by 1.1e-19 at most. */
  public static final double P1 = 0.33333333333333204;

  public static final double P2 = -0.02222222222161218;
  public static final double P3 = 0.0021164020228463536;
  public static final double P4 = -0.0002116339479564353;
  public static final double P5 = 2.1187258190069665e-05;

  /** L1 to L9: 2 artanh w = 2w + w^3 (L1 + w^2 (L2 + ...)) is wrong by 5.6e-18 w up to w = 1/3. */
  public static final double L1 = 0.6666666666667789;

  public static final double L2 = 0.3999999999599432;
  public static final double L3 = 0.2857142906354458;
  public static final double L4 = 0.22222192635924307;
  public static final double L5 = 0.18182821274786007;
  public static final double L6 = 0.15364183038463425;
  public static final double L7 = 0.1358733332442842;
  public static final double L8 = 0.09897857397642044;
  public static final double L9 = 0.17749811471803284;

  /**
   * A bound on the relative error of {@link #log1pExp}: 7 u, of which w has 5, as sigmoid has, and
   * the last sum 1.
   */
  static final double LOG1P_EXP_ERROR = 7 * Rounding.U;

  private Exponential() {}

  /** Returns e^x for x <= 0, good to 1.7 ulps. */
  static double exp(double x) {
    double y = 0.5 * x;
    double t = shifted(y);
    double r = rest(y, t);
    double c = 1 + series(r);
    double quotient = power(t) * (c + r) / (c - r);
    return x < LOWEST ? 0.0 : quotient;
  }

  /** Returns 1 / (1 + e^-x), good to 2.5 ulps. */
  static double sigmoid(double x) {
    double y = 0.5 * (x > SIGMOID_ONE ? SIGMOID_ONE : x);
    double t = shifted(y);
    double r = rest(y, t);
    double c = 1 + series(r);
    double e = power(t) * (c + r);
    double quotient = e / (e + (c - r));
    return x < LOWEST ? 0.0 : quotient;
  }

  /** Returns tanh z, odd even in its zero, good to 2.5 ulps. */
  static double tanh(double z) {
    double size = Math.abs(z);
    double y = size > TANH_ONE ? TANH_ONE : size;
    double t = shifted(y);
    double r = rest(y, t);
    double c = series(r);
    // E = 2^k + e and C - r = 1 + below, so that small parts meet before large ones
    double power = power(t);
    double e = power * (c + r);
    double below = c - r;
    double quotient = ((e - below) + (power - 1)) / ((e + below) + (power + 1));
    return Math.copySign(quotient, z);
  }

  /** Returns ln(1 + e^-|z|), good to 3.2 ulps. */
  static double log1pExp(double z) {
    return twiceArtanh(artanhArgument(z));
  }

  /** Returns w = e^-|z| / (e^-|z| + 2), of which ln(1 + e^-|z|) is 2 artanh w. */
  static double artanhArgument(double z) {
    double x = -Math.abs(z);
    double y = 0.5 * x;
    double t = shifted(y);
    double r = rest(y, t);
    double c = 1 + series(r);
    double e = power(t) * (c + r);
    double below = c - r;
    double quotient = e / (e + (below + below));
    return x < LOWEST ? 0.0 : quotient;
  }

  /** Returns 2 artanh w for w from 0 to 1/3. */
  static double twiceArtanh(double w) {
    double v = w * w;
    double v2 = v * v;
    double even = L1 + v2 * (L3 + v2 * (L5 + v2 * (L7 + v2 * L9)));
    double odd = L2 + v2 * (L4 + v2 * (L6 + v2 * L8));
    return (w + w) + w * v * (even + v * odd);
  }

  /** k + {@link #WHOLE}. */
  private static double shifted(double y) {
    return y * TWICE_INVERSE_LN2 + WHOLE;
  }

  /** r = y - k ln(2) / 2. */
  private static double rest(double y, double t) {
    double k = t - WHOLE;
    return (y - k * HALF_LN2_HIGH) - k * HALF_LN2_LOW;
  }

  /** 2^k. */
  private static double power(double t) {
    return Double.longBitsToDouble(
        (Double.doubleToRawLongBits(t) << 52) + Double.doubleToRawLongBits(1));
  }

  /** c = r^2 (P1 + r^2 (P2 + ...)). */
  private static double series(double r) {
    double s = r * r;
    double s2 = s * s;
    double even = P1 + s2 * (P3 + s2 * P5);
    double odd = P2 + s2 * P4;
    return s * (even + s * odd);
  }
}
