package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.etascope.core.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CriticalEtasTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /**
   * The ranks of estimate, lower and upper limit for n seeds, 0 and n + 1 for none, from binomial
   * probabilities by SciPy 1.17.1. Seed k fails between k - 0.5 and k.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 2",
    "2, 1, 0, 2",
    "19, 1, 0, 4",
    "20, 2, 0, 4",
    "71, 4, 0, 9",
    "72, 4, 1, 9",
    "100, 6, 1, 11",
    "200, 11, 4, 17",
    "1000, 51, 37, 65",
    "10000, 501, 458, 544"
  })
  void quantileIsThatOfItsOrderStatistics(int n, int estimate, int lower, int upper) {
    List<CriticalEta> etas =
        new ArrayList<>(
            IntStream.rangeClosed(1, n).mapToObj(k -> new CriticalEta(k - 0.5, k)).toList());
    Collections.shuffle(etas, new Random(n));
    assertEquals(
        new CriticalEtaQuantile(
            n,
            estimate - 0.5,
            estimate,
            lower == 0 ? OptionalDouble.empty() : OptionalDouble.of(lower - 0.5),
            upper > n ? INFINITY : upper),
        CriticalEtaQuantile.of(etas));
  }

  /** Of 100 seeds, 94 never fail up to 1: the sixth to fail is known, the eleventh is not. */
  @Test
  void whatNeverFailsIsInfinite() {
    List<CriticalEta> etas = new ArrayList<>(Collections.nCopies(94, new CriticalEta(1, INFINITY)));
    IntStream.range(0, 6).forEach(k -> etas.add(new CriticalEta(0.1 * k, 0.1 * k + 0.1)));
    CriticalEtaQuantile quantile = CriticalEtaQuantile.of(etas);
    assertEquals(0.6, quantile.high());
    assertEquals(OptionalDouble.of(0), quantile.lowerLimit());
    assertEquals(INFINITY, quantile.upperLimit());
    etas.set(99, new CriticalEta(1, INFINITY));
    assertEquals(INFINITY, CriticalEtaQuantile.of(etas).high());
    assertEquals(1.0, CriticalEtaQuantile.of(etas).low());
  }

  @Test
  void refusesWhatIsNoBracket() {
    assertThrows(IllegalArgumentException.class, () -> new CriticalEta(0.2, 0.2));
    assertThrows(IllegalArgumentException.class, () -> new CriticalEta(-0.1, 0.2));
    assertThrows(IllegalArgumentException.class, () -> new CriticalEta(0.1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> CriticalEtaQuantile.of(List.of()));
  }

  /** One seed: it dies at 0.4, rises by curvature from 0.8 and by a kink at 0.2 alone. */
  @Test
  void everyWayOfFailingHasItsOwnEta() {
    CriticalEtas.Recorder recorder = new CriticalEtas.Recorder();
    recorder.add(0.8, 0, run(2, 0, false));
    recorder.add(0.1, 0, run(0, 0, false));
    recorder.add(0.4, 0, run(0, 0, true));
    recorder.add(0.2, 0, run(0, 1, false));
    assertEquals(
        Map.of(
            Failure.CURVATURE, bracket(0.4, 0.8),
            Failure.KINK, bracket(0.1, 0.2),
            Failure.DEATH, bracket(0.2, 0.4),
            Failure.ANY, bracket(0.1, 0.2)),
        recorder.etas().quantiles());
  }

  /** It fails at 0.4, descends again at 0.6, and 0.3 was not tried. */
  @Test
  void firstFailureCountsOfThoseThatWereTried() {
    CriticalEtas.Recorder recorder = new CriticalEtas.Recorder();
    recorder.add(0.3, 7, run(0, 0, false));
    recorder.add(0.6, 0, run(0, 0, false));
    recorder.add(0.4, 0, run(1, 0, false));
    recorder.add(0.2, 0, run(0, 0, false));
    CriticalEtaQuantile any =
        Optional.ofNullable(recorder.etas().quantiles().get(Failure.ANY)).orElseThrow();
    assertEquals(new CriticalEtaQuantile(2, 0.2, 0.4, OptionalDouble.empty(), INFINITY), any);
  }

  /** Etas 0.01 to 1.00, seed s fails from eta s/100 on: the sixth at 0.06, the eleventh at 0.11. */
  @Test
  void orderOfRunsDoesNotMatter() {
    List<int[]> runs = new ArrayList<>();
    for (int eta = 1; eta <= 100; eta++) {
      for (int seed = 1; seed <= 100; seed++) {
        runs.add(new int[] {eta, seed});
      }
    }
    for (int order = 0; order < 3; order++) {
      CriticalEtas.Recorder recorder = new CriticalEtas.Recorder();
      runs.forEach(
          run -> recorder.add(run[0] / 100.0, run[1], run(run[0] >= run[1] ? 1 : 0, 0, false)));
      assertEquals(
          new CriticalEtaQuantile(100, 0.05, 0.06, OptionalDouble.of(0), 0.11),
          recorder.etas().quantiles().get(Failure.CURVATURE));
      Collections.shuffle(runs, new Random(order));
    }
  }

  @Test
  void seedsAreLimited() {
    CriticalEtas.Recorder recorder = new CriticalEtas.Recorder();
    assertEquals(new CriticalEtas(Map.of(), 0), recorder.etas());
    for (int seed = 0; seed < CriticalEtas.MAX_SEEDS + 3; seed++) {
      recorder.add(0.1, seed, run(0, 0, false));
    }
    recorder.add(0.2, 5, run(0, 0, true));
    CriticalEtas etas = recorder.etas();
    assertEquals(3, etas.omitted());
    assertEquals(
        CriticalEtas.MAX_SEEDS,
        Optional.ofNullable(etas.quantiles().get(Failure.ANY)).orElseThrow().seeds());
  }

  private static CriticalEtaQuantile bracket(double low, double high) {
    return new CriticalEtaQuantile(1, low, high, OptionalDouble.empty(), INFINITY);
  }

  private static Diagnosis run(int curvature, int kink, boolean dead) {
    return new Diagnosis(
        curvature + kink, curvature, kink, Optional.empty(), OptionalDouble.empty(), 0, 1, 0, dead);
  }
}
