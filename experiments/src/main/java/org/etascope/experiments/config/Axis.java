package org.etascope.experiments.config;

import java.util.List;

/** One swept axis. */
public sealed interface Axis {
  /** Returns the key of the axis: {@code eta}, {@code neurons}, {@code seeds} or a path. */
  String path();

  /** Returns how many values there are, from 1. */
  long size();

  /** Returns text that is equal exactly for equal values. */
  String canonicalText();

  /** An axis of numbers. */
  sealed interface Numbers extends Axis {
    /** Returns what the axis runs through. */
    Values values();

    @Override
    default long size() {
      return values().size();
    }

    @Override
    default String canonicalText() {
      return values().canonicalText();
    }
  }

  /**
   * Learning rates.
   *
   * @param values finite and above 0 as doubles, each double once
   */
  record Eta(Values values) implements Numbers {
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
  record Neurons(Values values) implements Numbers {
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
  record Seeds(Values values) implements Numbers {
    @Override
    public String path() {
      return "seeds";
    }

    /** Returns the seed at a position, 0 to size - 1. */
    public long seed(long i) {
      return values.whole(i);
    }
  }

  /**
   * Values of one key of network or training.
   *
   * @param path the key, such as {@code training.optimizer}
   * @param texts its values as tables show them, at least one, none twice
   */
  record Setting(String path, List<String> texts) implements Axis {
    /** Copies the list. */
    public Setting {
      texts = List.copyOf(texts);
    }

    @Override
    public long size() {
      return texts.size();
    }

    @Override
    public String canonicalText() {
      return texts.toString();
    }

    /** Returns the value at a position, 0 to size - 1. */
    public String text(long i) {
      return texts.get(Math.toIntExact(i));
    }
  }
}
