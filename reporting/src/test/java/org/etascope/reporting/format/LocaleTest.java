package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocaleTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void documentsAreTheSameInEveryLocale(String tag) {
    Locale.setDefault(Locale.ROOT);
    Map<String, String> expected = Documents.of(Sweeps.published());

    Locale.setDefault(Locale.forLanguageTag(tag));

    assertEquals(expected, Documents.of(Sweeps.published()));
  }
}
