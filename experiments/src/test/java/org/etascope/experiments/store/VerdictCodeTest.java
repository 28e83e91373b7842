package org.etascope.experiments.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.etascope.core.diagnosis.Verdict;
import org.junit.jupiter.api.Test;

final class VerdictCodeTest {
  /** Databases hold these numbers: a verdict that is added goes to the end. */
  private static final List<Verdict> VERDICTS =
      List.of(
          new Verdict.Diverged(1.5e6),
          new Verdict.NonFinite(),
          new Verdict.Dead(),
          new Verdict.Growing(7),
          new Verdict.Periodic(16, 0.25),
          new Verdict.EdgeOfStability(0.25, 0.5, 0.99, 2.01),
          new Verdict.KinkChatter(0.25, 0.95),
          new Verdict.Catapult(),
          new Verdict.TransientBump(),
          new Verdict.NonMonotone(),
          new Verdict.Ringing(19, 20),
          new Verdict.MonotoneToTolerance(),
          new Verdict.Monotone());

  @Test
  void everyVerdictIsReadAsItWasWritten() {
    for (int k = 0; k < VERDICTS.size(); k++) {
      Verdict verdict = VERDICTS.get(k);
      byte kind = VerdictCode.of(verdict);
      double[] figures = VerdictCode.figures(verdict);
      assertEquals(k, kind);
      assertEquals(VerdictCode.figures(kind), figures.length);
      assertEquals(verdict, VerdictCode.verdict(kind, figures));
    }
  }

  @Test
  void anotherNumberIsDamage() {
    assertThrows(IllegalArgumentException.class, () -> VerdictCode.figures((byte) -1));
    assertThrows(IllegalArgumentException.class, () -> VerdictCode.figures((byte) 13));
  }
}
