package org.etascope.core.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Computes the ids of many runs. Where a run differs from the one before in its seed alone, which
 * is most of a sweep, what comes before the seed is not hashed again. Not thread-safe.
 */
public final class RunIds {
  private static final int BYTES = 8;

  private @Nullable Surroundings last;

  /** Begins without a run. */
  public RunIds() {}

  /** Returns the id of the next run, as {@link RunId#of} does. */
  public RunId of(RunSpec spec) {
    Surroundings surroundings = last;
    if (surroundings == null || !surroundings.areThoseOf(spec)) {
      surroundings = new Surroundings(spec);
      last = surroundings;
    }
    return surroundings.id(spec.seed());
  }

  /** Everything but the seed of a run: the canonical text before it, digested, and behind it. */
  private static final class Surroundings {
    private final RunSpec spec;
    private final MessageDigest before = sha256();
    private final byte[] behind;

    Surroundings(RunSpec spec) {
      this.spec = spec;
      before.update(utf8(CanonicalText.beforeSeed(spec)));
      behind = utf8(CanonicalText.behindSeed(spec));
    }

    boolean areThoseOf(RunSpec other) {
      return Objects.equals(spec.training(), other.training())
          && Objects.equals(spec.data(), other.data())
          && Objects.equals(spec.architecture(), other.architecture())
          && Objects.equals(spec.initialization(), other.initialization())
          && Objects.equals(spec.validation(), other.validation());
    }

    RunId id(long seed) {
      MessageDigest digest = copy(before);
      digest.update(utf8(Long.toString(seed)));
      return new RunId(HexFormat.of().formatHex(digest.digest(behind), 0, BYTES));
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    private static MessageDigest copy(MessageDigest digest) {
      try {
        return (MessageDigest) digest.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("SHA-256 of every Java platform can be copied", e);
      }
    }
  }
}
