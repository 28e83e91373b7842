package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.reporting.Sweeps;
import org.junit.jupiter.api.Test;

final class CombinationEtasTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Of 20 seeds, seed 7 rises from eta 0.2 on and seed 3 at 0.3: the second to fail is at 0.3. */
  @Test
  void oneSeedInTwentyMayFail() {
    List<SweepRun> runs = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      runs.add(run(0.1, seed, false));
      runs.add(run(0.2, seed, seed == 7));
      runs.add(run(0.3, seed, seed == 7 || seed == 3));
    }
    CombinationEtas only = only(runs);
    assertEquals("5", only.neurons());
    assertEquals(3, only.etas());
    assertEquals(10, only.steps());
    assertEquals(0.2, only.quantile(Failure.CURVATURE).low());
    assertEquals(0.3, only.quantile(Failure.CURVATURE).high());
    assertEquals(only.quantile(Failure.CURVATURE), only.quantile(Failure.ANY));
    assertEquals(0.3, only.quantile(Failure.KINK).low());
    assertEquals(INFINITY, only.quantile(Failure.KINK).high());
  }

  /** Each setting has its own: at "a" every seed rises at 0.2, at "b" none does. */
  @Test
  void combinationsAreToldApart() {
    List<SweepRun> runs =
        IntStream.range(0, 40)
            .mapToObj(
                k -> {
                  SweepRun run = run(k < 20 ? 0.1 : 0.2, k / 2 % 10, k >= 20 && k % 2 == 0);
                  return new SweepRun("" + k, 0, List.of(k % 2 == 0 ? "a" : "b"), run.result());
                })
            .toList();
    List<CombinationEtas> combinations = combinations(runs);
    assertEquals(
        List.of(List.of("a"), List.of("b")),
        combinations.stream().map(CombinationEtas::settings).toList());
    assertEquals(
        List.of(0.2, INFINITY),
        combinations.stream().map(c -> c.quantile(Failure.ANY).high()).toList());
  }

  @Test
  void whatWasNeverTrainedHasNone() {
    assertEquals(List.of(), combinations(List.of(Sweeps.failedRun("0", 0.1, 0, "broken"))));
    assertEquals(List.of(), combinations(List.of()));
  }

  /** 2^27 flags over 100000 etas leave 1342 seeds. */
  @Test
  void manyEtasLeaveRoomForFewerSeeds() {
    List<SweepRun> runs = new ArrayList<>();
    for (int eta = 0; eta < SweepSummary.MOST_ETAS; eta++) {
      runs.add(run(1 + eta, 0, false));
    }
    for (int seed = 1; seed < 1350; seed++) {
      runs.add(run(1, seed, false));
    }
    CombinationEtas only = only(runs);
    assertEquals(1342, only.quantile(Failure.ANY).seeds());
    assertEquals(1350 - 1342, only.critical().omitted());
  }

  private static SweepRun run(double eta, long seed, boolean rises) {
    return Sweeps.run("", eta, seed, 2, rises ? 3 : 1);
  }

  private static CombinationEtas only(List<SweepRun> runs) {
    List<CombinationEtas> combinations = combinations(runs);
    assertEquals(1, combinations.size());
    return combinations.get(0);
  }

  private static List<CombinationEtas> combinations(List<SweepRun> runs) {
    Sweep sweep = Sweeps.of(runs.toArray(SweepRun[]::new));
    CombinationEtas.Recorder recorder = new CombinationEtas.Recorder(SweepSummary.of(sweep));
    sweep.runs().forEach(recorder::add);
    return recorder.combinations();
  }
}
