package org.etascope.core.network;

/** The rounding of IEEE doubles, for bounds on what it can do. */
public final class Rounding {
  /** u = 2^-53, the unit roundoff: fl(x op y) = (x op y)(1 + d) with |d| <= u. */
  public static final double U = 0x1p-53;

  private Rounding() {}
}
