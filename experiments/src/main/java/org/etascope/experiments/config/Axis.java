package org.etascope.experiments.config;

/** One swept axis. */
public sealed interface Axis {
  /** Returns the key of the axis: {@code eta}, {@code neurons} or {@code seeds}. */
  String path();

  /** Returns what the axis runs through. */
  Values values();

  /** Returns how many values there are, from 1. */
  default long size() {
    return values().size();
  }

  /**
   * Learning rates.
   *
   * @param values finite and above 0 as doubles, each double once
   */
  record Eta(Values values) implements Axis {
    @Override
    public String path() {
      return "eta";
    }

    /** Returns the learning rate at a position, 0 to size - 1. */
    public double eta(long i) {
      return values.at(i).doubleValue();
    }
  }

  /**
   * Widths that replace the width of every hidden layer.
   *
   * @param values whole numbers, 1 to 1,000,000
   */
  record Neurons(Values values) implements Axis {
    @Override
    public String path() {
      return "neurons";
    }

    /** Returns the width at a position, 0 to size - 1. */
    public int neurons(long i) {
      return values.at(i).intValueExact();
    }
  }

  /**
   * Seeds of the random numbers that a run begins with.
   *
   * @param values whole numbers, 0 to 2^32 - 1
   */
  record Seeds(Values values) implements Axis {
    @Override
    public String path() {
      return "seeds";
    }

    /** Returns the seed at a position, 0 to size - 1. */
    public long seed(long i) {
      return values.at(i).longValueExact();
    }
  }
}
