package org.etascope.experiments.store;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.etascope.core.data.Dataset;

/**
 * What a database of results says of the sweep its runs belong to.
 *
 * @param etascopeVersion the version that began the sweep
 * @param numericsVersion the rules of arithmetic its runs obey
 * @param config the config's text, overrides applied
 * @param canonical the keys that change results, a line {@code key: value} each
 * @param data the points in their original units, only those in use
 * @param validation the points of the validation file in the same units, if there is one
 */
public record StoredSweep(
    String etascopeVersion,
    int numericsVersion,
    String config,
    String canonical,
    Dataset data,
    Optional<Dataset> validation) {

  /** Returns the SHA-256 of the canonical config, as 64 hex digits. */
  public String canonicalSha256() {
    return Hashing.sha256().hashString(canonical, StandardCharsets.UTF_8).toString();
  }
}
