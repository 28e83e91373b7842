package org.etascope.experiments.config;

import java.util.List;
import java.util.Optional;

/** The keys that a mapping may have. */
interface KnownKeys {
  List<String> names();

  /** Returns the key that was probably meant by an unknown one. */
  Optional<String> meant(String unknown);
}
