package org.etascope.core.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a run: equal on every machine for runs whose every bit is equal by construction.
 *
 * @param hex 16 hex digits
 */
public record RunId(String hex) {
  private static final int BYTES = 8;

  /**
   * Returns the first 16 hex digits of the SHA-256 of the run's canonical text: numerics version,
   * hash of the data, architecture, initialisation, seed, loss, optimizer and steps, then whatever
   * else differs from the plainest training. Doubles stand in it as the hex digits of their bits.
   */
  public static RunId of(RunSpec spec) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(CanonicalText.of(spec).getBytes(StandardCharsets.UTF_8));
      return new RunId(HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
