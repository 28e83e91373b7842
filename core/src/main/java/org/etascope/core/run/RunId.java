package org.etascope.core.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The identity of a run: equal on every machine for runs whose every bit is equal by construction.
 *
 * @param hex 16 hex digits
 */
public record RunId(String hex) {
  private static final int BYTES = 8;

  /**
   * Returns the first 16 hex digits of the SHA-256 of the run's canonical text: numerics version,
   * hash of the data, architecture, initialisation, seed, loss, optimizer and steps. Doubles stand
   * in it as the hex digits of their bits.
   */
  public static RunId of(RunSpec spec) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(spec).getBytes(StandardCharsets.UTF_8));
      return new RunId(HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String canonical(RunSpec spec) {
    return String.join(
        "\n",
        "numerics " + Numerics.VERSION,
        "data " + spec.data().sha256(),
        "widths " + joined(spec.architecture().widths()),
        "activations " + joined(spec.architecture().activations()),
        "initialization " + spec.initialization(),
        "seed " + spec.seed(),
        "loss " + spec.training().loss(),
        "optimizer " + optimizer(spec),
        "steps " + spec.training().steps());
  }

  private static String optimizer(RunSpec spec) {
    return spec.training().optimizer().getClass().getSimpleName()
        + " "
        + Long.toHexString(Double.doubleToLongBits(spec.eta()));
  }

  private static String joined(List<?> items) {
    return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return hex;
  }
}
