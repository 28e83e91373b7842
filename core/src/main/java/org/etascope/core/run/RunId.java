package org.etascope.core.run;

/**
 * The identity of a run: equal on every machine for runs whose every bit is equal by construction.
 *
 * @param hex 16 hex digits
 */
public record RunId(String hex) {
  /**
   * Returns the first 16 hex digits of the SHA-256 of the run's canonical text: numerics version,
   * hash of the data, architecture, initialisation, seed, loss, optimizer and steps, then whatever
   * else differs from the plainest training. Doubles stand in it as the hex digits of their bits.
   */
  public static RunId of(RunSpec spec) {
    return new RunIds().of(spec);
  }

  @Override
  public String toString() {
    return hex;
  }
}
