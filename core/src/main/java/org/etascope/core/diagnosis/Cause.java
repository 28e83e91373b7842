package org.etascope.core.diagnosis;

/** Why a step went up. */
public enum Cause {
  /**
   * The smooth piece of the loss around theta_t curves upwards so much that the step overshot: with
   * every activation kept on its branch, the loss would have risen all the same.
   */
  CURVATURE,
  /** The step crossed kinks: with every activation kept on its branch, the loss would not have. */
  KINK
}
