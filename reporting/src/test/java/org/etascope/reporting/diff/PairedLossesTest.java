package org.etascope.reporting.diff;

import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.SweepRun;
import org.junit.jupiter.api.Test;

final class PairedLossesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** One ends higher, one lower, one at the same loss; of the fourth one run is missing. */
  @Test
  void pairsAreThoseOfTheSameConditions() {
    PairedLosses losses = new PairedLosses(2);
    add(losses, 1, run("", 0.2, 2, 9, 5));
    add(losses, 0, run("", 0.1, 0, 9, 1));
    add(losses, 0, run("", 0.1, 1, 9, 3));
    add(losses, 0, run("", 0.1, 2, 9, 5));
    add(losses, 0, run("", 0.1, 3, 9, 5));
    add(losses, 1, run("", 0.2, 0, 9, 2));
    add(losses, 1, run("", 0.2, 1, 9, 2));
    assertEquals(Optional.of(new LossChanges(3, 1, 1, 1)), losses.changes(0, 1));
  }

  @Test
  void whatDivergedIsInfinite() {
    PairedLosses losses = new PairedLosses(2);
    for (int seed = 0; seed < 6; seed++) {
      add(losses, 0, run("", 0.1, seed, 9, 1));
      add(losses, 1, run("", 0.2, seed, 9, seed % 2 == 0 ? INFINITY : Double.NaN));
    }
    add(losses, 0, run("", 0.1, 6, 9, INFINITY));
    add(losses, 1, run("", 0.2, 6, 9, Double.NaN));
    // all six signs alike: 2 / 2^6
    assertEquals(Optional.of(new LossChanges(7, 6, 0, 0.03125)), losses.changes(0, 1));
  }

  /**
   * Five pairs of losses near 1 fall by 10 %, and one rises from 0 to 1e-40. log(L + B) with B near
   * 1e-33 or more, for the weights of seed 0, changes by less than that; log L would change the
   * most and have the highest rank.
   */
  @Test
  void aRiseBelowRoundingHasTheLowestRank() {
    PairedLosses losses = new PairedLosses(2);
    Trained like = trained(RunResult.of(Sweeps.spec(0.1, 3245)));
    for (int seed = 0; seed < 5; seed++) {
      add(losses, 0, run("", 0.1, seed, 9, 1));
      add(losses, 1, run("", 0.2, seed, 9, 0.9));
    }
    add(losses, 0, withParametersOf(like, run("", 0.1, 5, 9, 0)));
    add(losses, 1, withParametersOf(like, run("", 0.2, 5, 9, 1e-40)));
    // ranks 1 up, 2 to 6 down: sums up to 1 are 0 and 1, so p = 2 (1 + 1) / 2^6
    assertEquals(Optional.of(new LossChanges(6, 1, 5, 0.0625)), losses.changes(0, 1));
  }

  /** Room for 2^21 runs over 2^20 etas: two of each. */
  @Test
  void conditionsBeyondTheRoomAreLeftOut() {
    PairedLosses losses = new PairedLosses(1 << 20);
    for (int seed = 0; seed < 3; seed++) {
      add(losses, 0, run("", 0.1, seed, 9, 1));
      add(losses, 1, run("", 0.2, seed, 9, 1));
    }
    assertEquals(Optional.of(new LossChanges(2, 0, 0, 1)), losses.changes(0, 1));
  }

  private static void add(PairedLosses losses, int eta, SweepRun run) {
    losses.add(eta, run, trained(run.result()));
  }

  private static SweepRun withParametersOf(Trained like, SweepRun run) {
    Trained trained = trained(run.result());
    return new SweepRun(
        run.name(),
        run.conditions(),
        run.settings(),
        new RunResult(
            run.result().spec(),
            new Trained(
                trained.losses(),
                like.finalParameters(),
                trained.diagnosis(),
                trained.verdict(),
                trained.endState(),
                trained.validation())));
  }

  private static Trained trained(RunResult result) {
    return (Trained) result.outcome();
  }
}
