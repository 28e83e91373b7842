package org.etascope.core.ensemble;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many runs lie side by side: lane r of every SIMD register belongs to run r.
 *
 * <p>Arrays of registers hold {@link #COUNT} doubles for each number of a run: number k of the run
 * in lane r is at {@code k * COUNT + r}. An operation on registers does to every run what the
 * scalar trainer does to its one.
 */
final class Lanes {
  /** The registers that this machine prefers. No bit of any run depends on it. */
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** How many doubles a register holds, and so how many runs. */
  static final int COUNT = SPECIES.length();

  static final DoubleVector ZERO = DoubleVector.zero(SPECIES);
  static final DoubleVector HALF = all(0.5);
  static final DoubleVector ONE = all(1);
  static final DoubleVector TWO = all(2);

  private Lanes() {}

  /** Returns room for so many numbers of each run. */
  static double[] registers(int numbers) {
    return new double[Math.multiplyExact(numbers, COUNT)];
  }

  /** Returns registers with the same numbers for every run. */
  static double[] broadcast(double[] numbers) {
    double[] registers = registers(numbers.length);
    for (int k = 0; k < numbers.length; k++) {
      Arrays.fill(registers, k * COUNT, (k + 1) * COUNT, numbers[k]);
    }
    return registers;
  }

  /** Returns the register that begins at element p of an array. */
  static DoubleVector load(double[] values, int p) {
    return DoubleVector.fromArray(SPECIES, values, p);
  }

  /** Returns the register of x in every lane. */
  static DoubleVector all(double x) {
    return DoubleVector.broadcast(SPECIES, x);
  }

  /** Returns number k of every run. */
  static DoubleVector get(double[] registers, int k) {
    return DoubleVector.fromArray(SPECIES, registers, k * COUNT);
  }

  /** Sets number k of every run. */
  static void set(double[] registers, int k, DoubleVector register) {
    register.intoArray(registers, k * COUNT);
  }

  /** Sets the numbers of one run. */
  static void put(double[] numbers, double[] registers, int lane) {
    for (int k = 0; k < numbers.length; k++) {
      registers[k * COUNT + lane] = numbers[k];
    }
  }

  /** Sets all numbers of one run to 0. */
  static void clear(double[] registers, int lane) {
    for (int at = lane; at < registers.length; at += COUNT) {
      registers[at] = 0;
    }
  }

  /** Copies the numbers of one run, as many as there is room for. */
  static void take(double[] registers, int lane, double[] numbers) {
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = registers[k * COUNT + lane];
    }
  }

  /** Copies all numbers of one run to a lane of other registers. */
  static void copy(double[] from, int lane, double[] to, int toLane) {
    for (int k = 0; k < from.length; k += COUNT) {
      to[k + toLane] = from[k + lane];
    }
  }
}
