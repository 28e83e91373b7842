package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownTest {
  @ParameterizedTest
  @CsvSource({
    "27, '\\u001b'", "10, '\\u000a'", "13, '\\u000d'", "155, '\\u009b'", "8238, '\\u202e'",
    "8294, '\\u2066'", "8232, '\\u2028'", "65279, '\\ufeff'", "917569, '\\U000e0041'", "228, ä",
    "128512, 😀",
  })
  void whatActsOnATerminalIsEscaped(int codePoint, String expected) {
    assertEquals("a" + expected + "b", Shown.plain("a" + Character.toString(codePoint) + "b"));
  }

  @Test
  void longTextAndLongListsAreShortened() {
    assertEquals("'" + "x".repeat(60) + "...'", Shown.quoted("x".repeat(61)));
    assertEquals("a, ".repeat(19) + "a and 5 more", Shown.list(Collections.nCopies(25, "a")));
    assertEquals("a, b", Shown.list(List.of("a", "b")));
  }

  @Test
  void noPathBeginsLikeACommandToACiSystem() {
    assertEquals("./::error::x", Shown.path(Path.of("::error::x")));
    assertEquals("a/::b", Shown.path(Path.of("a/::b")));
  }
}
