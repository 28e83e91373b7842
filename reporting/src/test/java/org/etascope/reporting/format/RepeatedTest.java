package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RepeatedTest {
  @Test
  void computesAgainOnlyWhereTheArgumentIsAnother() {
    List<Double> computed = new ArrayList<>();
    Repeated<Double, String> text =
        new Repeated<>(
            number -> {
              computed.add(number);
              return number.toString();
            });

    assertEquals(
        List.of("0.1", "0.1", "0.2", "0.1", "0.0", "-0.0", "NaN", "NaN"),
        Stream.of(0.1, 0.1, 0.2, 0.1, 0.0, -0.0, Double.NaN, Double.NaN).map(text).toList());
    assertEquals(List.of(0.1, 0.2, 0.1, 0.0, -0.0, Double.NaN), computed);
  }
}
