package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvCellTest {
  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "0, 0",
    "9, 9",
    "255, 255",
    "256, 256",
    "257, 257",
    "0x100000000, 4294967296"
  })
  void countsAreWhole(String count, String text) {
    assertEquals(text, CsvCell.count(Long.decode(count)).toString());
  }
}
