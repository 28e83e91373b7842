package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "relu, relu, 0",
    "rellu, relu, 1",
    "rleu, relu, 1",
    "RELU, relu, 0",
    "kitten, sitting, 3",
    "'', abc, 3",
    "ca, abc, 3",
  })
  void editsAreInsertionsDeletionsSubstitutionsAndSwaps(String word, String candidate, int edits) {
    assertEquals(edits, Nearest.edits(word, candidate));
  }

  @Test
  void aWordThatResemblesNothingHasNoNeighbour() {
    assertEquals(Optional.empty(), Nearest.to("banana", List.of("relu", "tanh")));
    assertEquals(Optional.empty(), Nearest.to("x".repeat(100_000), List.of("relu")));
  }
}
