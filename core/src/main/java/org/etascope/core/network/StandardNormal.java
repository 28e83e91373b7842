package org.etascope.core.network;

/**
 * The standard normal distribution, with the same bits on every machine.
 *
 * <p>Below 0 its distribution function is Phi(-x) = e^(-x^2 / 2) H(x), where H, Mills' ratio over
 * sqrt(2 pi), falls slowly from 1/2; above 0 it is 1 - Phi(-x). There is no cancellation on either
 * side, nor in
 *
 * <pre>
 *   H(x) = (A0 + A1 x + ... + A9 x^9) / (1 + B1 x + ... + B10 x^10)
 * </pre>
 *
 * <p>whose coefficients, found by Remez' algorithm for quotients with 50 digits, are positive. It
 * is wrong by 3.3e-18 / (e^(-x^2 / 2) + 0.001) of H, so that Phi is wrong by no more than 1e-17
 * anywhere and has 14 digits down to the last double above 0.
 */
public final class StandardNormal {
  /** 1 / sqrt(2 pi). */
  public static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

  /** From here on, Phi(-x) is 0. */
  public static final double FAR = 40;

  public static final double A0 = 0.5;
  public static final double A1 = 0.7424890401338904;
  public static final double A2 = 0.5475005914039761;
  public static final double A3 = 0.2563317690848638;
  public static final double A4 = 0.08300072585458333;
  public static final double A5 = 0.019169201984349224;
  public static final double A6 = 0.0031523539570214123;
  public static final double A7 = 0.0003564069199900611;
  public static final double A8 = 2.5245297935576183e-05;
  public static final double A9 = 8.603548201587691e-07;

  public static final double B1 = 2.2828626410706465;
  public static final double B2 = 2.416462038551864;
  public static final double B3 = 1.565251490228923;
  public static final double B4 = 0.688814048840807;
  public static final double B5 = 0.21582714505504433;
  public static final double B6 = 0.04893913182827832;
  public static final double B7 = 0.007965060088393832;
  public static final double B8 = 0.0008955362536406835;
  public static final double B9 = 6.328057759474428e-05;
  public static final double B10 = 2.1565897184897955e-06;

  /** A bound on |computed Phi(z) - Phi(z)|. */
  static final double CDF_ERROR = 4 * Rounding.U;

  private StandardNormal() {}

  /** Returns phi(z) = e^(-z^2 / 2) / sqrt(2 pi). */
  static double density(double z) {
    return bell(z) * INVERSE_SQRT_TWO_PI;
  }

  /** Returns Phi(z), the integral of phi up to z, good to {@link #CDF_ERROR}. */
  static double cdf(double z) {
    double tail = bell(z) * mills(Math.abs(z));
    return z > 0 ? 1.0 - tail : tail;
  }

  /** e^(-z^2 / 2). */
  private static double bell(double z) {
    return Exponential.exp(-0.5 * (z * z));
  }

  /** H(x), for x from 0 on. */
  private static double mills(double x) {
    double y = x > FAR ? FAR : x;
    double above = A8 + y * A9;
    above = A7 + y * above;
    above = A6 + y * above;
    above = A5 + y * above;
    above = A4 + y * above;
    above = A3 + y * above;
    above = A2 + y * above;
    above = A1 + y * above;
    above = A0 + y * above;
    double below = B9 + y * B10;
    below = B8 + y * below;
    below = B7 + y * below;
    below = B6 + y * below;
    below = B5 + y * below;
    below = B4 + y * below;
    below = B3 + y * below;
    below = B2 + y * below;
    below = B1 + y * below;
    below = 1 + y * below;
    return above / below;
  }
}
