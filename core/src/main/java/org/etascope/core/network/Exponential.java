package org.etascope.core.network;

/**
 * The exponential function and its kin, with the same bits on every machine: sums, products and
 * quotients of doubles, in an order that SIMD lanes repeat.
 *
 * <pre>
 *   e^x   = 2^k (1 + r + r^2 (E2 + r E3 + ...))      x = k ln 2 + r,   |r| <= ln(2) / 2
 *   tanh y = y - y c / (1 + c)                       1 + c = y coth y, up to y = 0.55
 *          = 1 - 2 (1 + c - r) / (2^k (1 + c + r) + (1 + c - r))    y = k ln(2) / 2 + r,   1 + c = r coth r
 *   ln(1 + e) = e - (h - w (h + R))                  h = e^2 / 2,  w = e / (2 + e),  R = 2 artanh(w) / w - 2
 * </pre>
 *
 * <p>So a result is a sum whose larger term has no error, or next to none. All are within 2 ulps of
 * what {@link StrictMath} gives, but for sigmoid and silu where 1 + e^-z is a tie, between -54 ln 2
 * and -53 ln 2: there within 4. The polynomials are minimax ones, found by Remez' algorithm with 60
 * digits. NaN gives NaN.
 */
public final class Exponential {
  /** 1 / ln 2. */
  public static final double INVERSE_LN2 = 1.4426950408889634;

  /** ln 2 in two parts, of which the first has zeros enough for k times it to be exact. */
  public static final double LN2_HIGH = 0.6931471803691238;

  /** ln 2 - {@link #LN2_HIGH}. */
  public static final double LN2_LOW = 1.9082149292705877e-10;

  /** Adding it rounds to a whole number, and writes that into the low bits. */
  public static final double WHOLE = 0x1.8p52;

  /** -1022 ln 2, down to which e^x is at least 2^-1022; below it is taken as 0. */
  public static final double LOWEST = -708.3964185322641;

  /** E2 to E11: e^x is wrong by 3.5e-18 of it. */
  public static final double E2 = 0.5000000000000013;

  public static final double E3 = 0.166666666666667;
  public static final double E4 = 0.041666666666514335;
  public static final double E5 = 0.008333333333306995;
  public static final double E6 = 0.0013888888947329058;
  public static final double E7 = 0.00019841269917862127;
  public static final double E8 = 2.480148959225539e-05;
  public static final double E9 = 2.7557215860560527e-06;
  public static final double E10 = 2.763141336626398e-07;
  public static final double E11 = 2.511800282440514e-08;

  /** From here on, tanh z is 1 - (1 - tanh z); it is just above 1/2. */
  public static final double TANH_FAR = 0.5494;

  /** From here on, tanh z is 1. */
  public static final double TANH_ONE = 20;

  /** C1 to C8: c = r^2 (C1 + r^2 (C2 + ...)) is wrong by 3.4e-19 at most. */
  public static final double C1 = 0.3333333333333332;

  public static final double C2 = -0.02222222222220991;
  public static final double C3 = 0.002116402115949478;
  public static final double C4 = -0.0002116402035860445;
  public static final double C5 = 2.137771976156449e-05;
  public static final double C6 = -2.163947055205738e-06;
  public static final double C7 = 2.1772402784206533e-07;
  public static final double C8 = -1.9405324014369578e-08;

  /** sqrt(2) - 1, above which ln(1 + e) is ln 2 + ln(1 + (e - 1) / 2). */
  public static final double LOG_FAR = 0.41421356237309503;

  /** L1 to L7: R = w^2 (L1 + w^2 (L2 + ...)) is wrong by 2.5e-18 at most. */
  public static final double L1 = 0.6666666666666735;

  public static final double L2 = 0.3999999999941126;
  public static final double L3 = 0.28571428743209154;
  public static final double L4 = 0.2222219848277759;
  public static final double L5 = 0.18183569329641844;
  public static final double L6 = 0.1531391502854993;
  public static final double L7 = 0.14797378198325062;

  /** A bound on the relative error of {@link #log1pExp}. */
  static final double LOG1P_EXP_ERROR = 5 * Rounding.U;

  private Exponential() {}

  /** Returns e^x for x up to 708, good to 1.1 ulps. */
  static double exp(double x) {
    double t = x * INVERSE_LN2 + WHOLE;
    double k = t - WHOLE;
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    double s = r * r;
    double s2 = s * s;
    double low = (E2 + r * E3) + s * (E4 + r * E5);
    double high = (E6 + r * E7) + s * (E8 + r * E9) + s2 * (E10 + r * E11);
    double power = power(t);
    double e = power + power * (r + s * (low + s2 * high));
    return x < LOWEST ? 0.0 : e;
  }

  /** Returns 1 / (1 + e^-z), good to 2.1 ulps. */
  static double sigmoid(double z) {
    double s = 1 / (1 + exp(-z));
    return z < LOWEST ? 0.0 : s;
  }

  /** Returns z / (1 + e^-z), good to 2.1 ulps. */
  static double silu(double z) {
    double a = z / (1 + exp(-z));
    return z < LOWEST ? 0.0 : a;
  }

  /** Returns tanh z, odd even in its zero, good to 1.6 ulps. */
  static double tanh(double z) {
    double size = Math.abs(z);
    boolean near = size < TANH_FAR;
    double y = size > TANH_ONE ? TANH_ONE : size;
    double t = (near ? 0 : y * (2 * INVERSE_LN2)) + WHOLE;
    double k = t - WHOLE;
    double r = (y - k * (0.5 * LN2_HIGH)) - k * (0.5 * LN2_LOW);
    double c = series(r);
    // the denominator is 2 (1 + c) where k is 0
    double power = power(t);
    double below = c - r;
    double denominator = (power * (c + r) + below) + (power + 1);
    double numerator = near ? c * (r + r) : 2 + (below + below);
    return Math.copySign((near ? r : 1) - numerator / denominator, z);
  }

  /** c = r^2 (C1 + r^2 (C2 + ...)). */
  private static double series(double r) {
    double s = r * r;
    double s2 = s * s;
    double odd = (C1 + s2 * C3) + (s2 * s2) * (C5 + s2 * C7);
    double even = (C2 + s2 * C4) + (s2 * s2) * (C6 + s2 * C8);
    return s * (odd + s * even);
  }

  /** Returns ln(1 + e^-|z|), good to 1.7 ulps. */
  static double log1pExp(double z) {
    return log1p(exp(-Math.abs(z)));
  }

  /** Returns ln(1 + e) for e from 0 to 1. */
  private static double log1p(double e) {
    boolean far = e > LOG_FAR;
    double f = far ? 0.5 * e - 0.5 : e;
    double w = f / (2 + f);
    double v = w * w;
    double v2 = v * v;
    double odd = (L1 + v2 * L3) + (v2 * v2) * (L5 + v2 * L7);
    double even = (L2 + v2 * L4) + (v2 * v2) * L6;
    double h = 0.5 * f * f;
    double rest = h - w * (h + v * (odd + v * even));
    return far ? LN2_HIGH - ((rest - LN2_LOW) - f) : f - rest;
  }

  /** 2^k. */
  private static double power(double t) {
    return Double.longBitsToDouble(
        (Double.doubleToRawLongBits(t) << 52) + Double.doubleToRawLongBits(1));
  }
}
