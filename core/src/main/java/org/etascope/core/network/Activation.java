package org.etascope.core.network;

/**
 * An activation function a = f(z), applied to each neuron and point.
 *
 * <p>It states all that the rest of the system wants to know of f: its value and two derivatives,
 * whether it has a kink at 0, and how rounding passes through it. Those without a parameter are
 * constants of {@link StandardActivation}, the others records.
 */
public sealed interface Activation permits StandardActivation, LeakyRelu {
  /** {@link StandardActivation#RELU}. */
  Activation RELU = StandardActivation.RELU;

  /** {@link StandardActivation#SIGMOID}. */
  Activation SIGMOID = StandardActivation.SIGMOID;

  /** {@link StandardActivation#TANH}. */
  Activation TANH = StandardActivation.TANH;

  /** {@link StandardActivation#SOFTPLUS}. */
  Activation SOFTPLUS = StandardActivation.SOFTPLUS;

  /** {@link StandardActivation#GELU}. */
  Activation GELU = StandardActivation.GELU;

  /** {@link StandardActivation#SILU}. */
  Activation SILU = StandardActivation.SILU;

  /** {@link StandardActivation#IDENTITY}. */
  Activation IDENTITY = StandardActivation.IDENTITY;

  /** Returns the name of the function, such as {@code RELU}, without its parameter. */
  String name();

  /**
   * Returns the activation f(z).
   *
   * @param z a pre-activation, any double
   */
  double value(double z);

  /**
   * Returns the slope f'(z).
   *
   * @param z a pre-activation
   * @param a its activation f(z), from which some slopes are cheaper
   */
  double derivative(double z, double a);

  /**
   * Returns f''(z), which is 0 on both sides of a kink.
   *
   * @param z a pre-activation
   * @param a its activation f(z)
   */
  double secondDerivative(double z, double a);

  /**
   * Returns dL/dz = dL/da f'(z), the chain rule through this function.
   *
   * @param dA the gradient dL/da
   * @param z the pre-activation
   * @param a its activation f(z)
   */
  double backward(double dA, double z, double a);

  /**
   * Returns the value at z of the smooth branch that f follows at another place; f(z) itself where
   * there is only one branch. A piecewise linear f is linear in z on each branch, through 0.
   *
   * @param z where the branch is evaluated
   * @param zElsewhere where it is chosen
   */
  double onBranch(double z, double zElsewhere);

  /** Returns whether f has two branches that meet at z = 0, taken where z > 0 and where z <= 0. */
  boolean hasKink();

  /** Returns whether f is linear on each of its branches. */
  boolean isPiecewiseLinear();

  /** Returns K, the largest |f'|: an error e in z becomes one of K e at most in f(z). */
  double lipschitz();

  /**
   * Returns c, the largest |computed f(z) - f(z)| at a given double z.
   *
   * @param z a pre-activation
   * @param a the computed f(z)
   */
  double roundingError(double z, double a);
}
