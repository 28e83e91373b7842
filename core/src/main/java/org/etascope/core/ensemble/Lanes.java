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
  /** The widest registers of this machine. No bit of any run depends on it. */
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** How many runs a register holds. */
  static final int COUNT = SPECIES.length();

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

  /** Returns number k of every run. */
  static DoubleVector load(double[] registers, int k) {
    return DoubleVector.fromArray(SPECIES, registers, k * COUNT);
  }

  /** Sets number k of every run. */
  static void store(DoubleVector register, double[] registers, int k) {
    register.intoArray(registers, k * COUNT);
  }

  /** Sets the numbers of one run. */
  static void put(double[] numbers, double[] registers, int lane) {
    for (int k = 0; k < numbers.length; k++) {
      registers[k * COUNT + lane] = numbers[k];
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
