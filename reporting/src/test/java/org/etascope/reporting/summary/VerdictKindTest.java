package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.Verdict;
import org.junit.jupiter.api.Test;

final class VerdictKindTest {
  private static final List<Verdict> ONE_OF_EACH =
      List.of(
          new Verdict.Diverged(2e6),
          new Verdict.NonFinite(),
          new Verdict.Dead(),
          new Verdict.Growing(3),
          new Verdict.Periodic(4, 0.1),
          new Verdict.EdgeOfStability(0.5, 0, 0.9, 2),
          new Verdict.KinkChatter(0.5, 1),
          new Verdict.Catapult(),
          new Verdict.TransientBump(),
          new Verdict.NonMonotone(),
          new Verdict.Ringing(9, 10),
          new Verdict.MonotoneToTolerance(),
          new Verdict.Monotone());

  @Test
  void everyVerdictHasAKindOfItsOwnInTheOrderOfTheRules() {
    assertEquals(List.of(VerdictKind.values()), ONE_OF_EACH.stream().map(VerdictKind::of).toList());
    assertEquals(
        Stream.of(Verdict.class.getPermittedSubclasses()).toList(),
        ONE_OF_EACH.stream().map(Verdict::getClass).toList());
  }

  @Test
  void aKindHasTheWordOfItsVerdictButForThePeriod() {
    for (Verdict verdict : ONE_OF_EACH) {
      assertEquals(
          verdict.word().replace("periodic-4", "periodic"), VerdictKind.of(verdict).word());
    }
  }
}
