package org.etascope.core.run;

/** The rules of arithmetic that fix every bit of a run; {@code docs/numerics.md} lists them. */
public final class Numerics {
  /**
   * The version of those rules, recorded with every result; it changes when any bit of any run
   * would.
   */
  public static final int VERSION = 2;

  private Numerics() {}
}
