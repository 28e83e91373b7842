package org.etascope.experiments.config;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Values one by one.
 *
 * @param values at least one, none twice
 */
record ListedValues(List<BigDecimal> values) implements Values {
  ListedValues {
    values = List.copyOf(values);
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public BigDecimal at(long i) {
    return values.get(Math.toIntExact(i));
  }

  @Override
  public boolean contains(BigDecimal value) {
    return values.contains(Numeral.normal(value));
  }

  @Override
  public String canonicalText() {
    return values.size() <= MOST_SHOWN
        ? Values.listed(this)
        : "[%s, ..., %s], %s values, SHA-256 %s"
            .formatted(
                Numeral.text(values.get(0)),
                Numeral.text(values.get(values.size() - 1)),
                values.size(),
                sha256(Values.listed(this)));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
