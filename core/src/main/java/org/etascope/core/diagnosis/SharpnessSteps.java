package org.etascope.core.diagnosis;

/** At which recorded steps of a run its sharpness is computed. */
public sealed interface SharpnessSteps {
  /** Returns whether a step is among them that need not be the last. */
  boolean includes(int step);

  /** Returns whether the last recorded step is, whichever it turns out to be. */
  boolean includesLast();

  /** At none. */
  record None() implements SharpnessSteps {
    @Override
    public boolean includes(int step) {
      return false;
    }

    @Override
    public boolean includesLast() {
      return false;
    }
  }

  /** At the first and the last. */
  record Ends() implements SharpnessSteps {
    @Override
    public boolean includes(int step) {
      return step == 0;
    }

    @Override
    public boolean includesLast() {
      return true;
    }
  }

  /**
   * At steps 0, n, 2n, ..., and the last.
   *
   * @param n from 1, which is every step
   */
  record Every(int n) implements SharpnessSteps {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if n is below 1
     */
    public Every {
      if (n < 1) {
        throw new IllegalArgumentException(
            "sharpness is computed every n steps, n from 1, got " + n);
      }
    }

    @Override
    public boolean includes(int step) {
      return step % n == 0;
    }

    @Override
    public boolean includesLast() {
      return true;
    }
  }
}
