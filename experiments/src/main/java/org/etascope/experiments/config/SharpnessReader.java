package org.etascope.experiments.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.etascope.core.diagnosis.SharpnessSteps;

/** Reads at which steps the sharpness is computed: a word, or {@code {every: n}}. */
final class SharpnessReader {
  private static final NumberKind INTERVAL = NumberKind.whole(1, 10_000_000);
  private static final Map<String, SharpnessChoice> WORDS = words();

  private SharpnessReader() {}

  private static Map<String, SharpnessChoice> words() {
    Map<String, SharpnessChoice> words = new LinkedHashMap<>();
    words.put("auto", new SharpnessChoice.Auto());
    words.put("none", new SharpnessChoice.At(new SharpnessSteps.None()));
    words.put("ends", new SharpnessChoice.At(new SharpnessSteps.Ends()));
    words.put("every", every(1));
    return words;
  }

  private static SharpnessChoice every(int n) {
    return new SharpnessChoice.At(new SharpnessSteps.Every(n));
  }

  /** Returns the choice; nothing if a problem was reported. */
  static Optional<SharpnessChoice> read(ConfigValue value) {
    return value.isMapping()
        ? value.mapping(Keys.SHARPNESS).flatMap(SharpnessReader::interval)
        : value.oneOf(WORDS);
  }

  private static Optional<SharpnessChoice> interval(ConfigMapping keys) {
    return keys.required("every", "10")
        .flatMap(value -> value.integer(INTERVAL))
        .map(SharpnessReader::every);
  }
}
