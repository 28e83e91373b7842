package org.etascope.core.training;

/** What an optimizer remembers of one run: the moments of its gradients so far. */
@FunctionalInterface
public interface Stepper {
  /**
   * Replaces the gradient of the next update by its direction d.
   *
   * @param g dL/dtheta, overwritten by d
   */
  void direct(double[] g);
}
