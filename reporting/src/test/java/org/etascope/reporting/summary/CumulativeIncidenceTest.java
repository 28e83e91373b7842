package org.etascope.reporting.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.CumulativeIncidence.Point;
import org.junit.jupiter.api.Test;

final class CumulativeIncidenceTest {
  /** Of four runs, one rises first at step 1, two at step 3. */
  @Test
  void increasesAddUpOverSteps() {
    CumulativeIncidence incidence =
        incidence(
            Onset.INCREASE,
            Sweeps.run("0", 0.1, 0, 4, 3, 2, 1),
            Sweeps.run("1", 0.1, 1, 4, 5, 2, 3),
            Sweeps.run("2", 0.1, 2, 4, 3, 2, 7),
            Sweeps.run("3", 0.1, 3, 4, 3, 2, Double.NaN));
    assertEquals(
        List.of(
            new CumulativeIncidence.Point(1, new Proportion(1, 4)),
            new CumulativeIncidence.Point(3, new Proportion(3, 4))),
        incidence.points());
    long[] counts = {0, 1, 1, 3, 3};
    for (int step = 0; step < counts.length; step++) {
      assertEquals(new Proportion(counts[step], 4), incidence.at(step));
    }
    assertEquals(new Proportion(3, 4), incidence.at(Integer.MAX_VALUE));
  }

  /** 255 is exact; 511 and 510 are 11111111 and a digit; 1000000 is 11110100 and 12 digits. */
  @Test
  void lateStepsAreToldApartByEightBinaryDigits() {
    assertEquals(List.of(255, 510, 999424), steps(255, 511, 510, 1_000_000));
    // 2^30 + 2^22 has its second one in the ninth place; 2^31 - 1 ends with 23 digits
    assertEquals(List.of(1 << 30, 255 << 23), steps((1 << 30) + (1 << 22), Integer.MAX_VALUE));
  }

  private static List<Integer> steps(int... firstIncreases) {
    CumulativeIncidence.Recorder recorder = new CumulativeIncidence.Recorder(Onset.INCREASE);
    for (int step : firstIncreases) {
      recorder.add(
          new Trained(
              LossCurve.of(2, 3),
              Parameters.zeros(Sweeps.spec(0.1, 0).architecture()),
              new Diagnosis(
                  1,
                  1,
                  0,
                  Optional.of(Sweeps.increase(step, 2, 3)),
                  OptionalDouble.of(0.5),
                  1,
                  1.5,
                  0,
                  false),
              new Verdict.NonMonotone(),
              Optional.empty(),
              Optional.empty()));
    }
    return recorder.incidence().orElseThrow().points().stream().map(Point::step).toList();
  }

  /** Death begins where the loss stays the same to the end; before, it may have been so, too. */
  @Test
  void deathsAddUpOverSteps() {
    CumulativeIncidence incidence =
        incidence(
            Onset.DEATH,
            Sweeps.run("0", 0.1, 0, 4, 3, 3, 3),
            Sweeps.deadRun("1", 0.1, 1, 4, 2, 2, 2),
            Sweeps.deadRun("2", 0.1, 2, 2, 4, 3, 2),
            Sweeps.deadRun("3", 0.1, 3, 2, 2, 2, 2));
    assertEquals(
        List.of(
            new CumulativeIncidence.Point(0, new Proportion(1, 4)),
            new CumulativeIncidence.Point(1, new Proportion(2, 4)),
            new CumulativeIncidence.Point(3, new Proportion(3, 4))),
        incidence.points());
  }

  /** O7: seed 0 at eta 0.6 is dead from step 1 on, and never rises. */
  @Test
  void o7DeathOfThePublishedNetwork() {
    RunResult run = RunResult.of(Sweeps.spec(0.6, 0));
    SweepRun dead = new SweepRun("0", 0, List.of(), run);
    assertEquals(
        List.of(new CumulativeIncidence.Point(1, new Proportion(1, 1))),
        incidence(Onset.DEATH, dead).points());
    assertEquals(List.of(), incidence(Onset.INCREASE, dead).points());
    assertEquals(new Proportion(0, 1), incidence(Onset.INCREASE, dead).at(9));
  }

  /** O11: 81 of 263 have Wilson's interval 0.2553 to 0.3662. */
  @Test
  void o11SharesHaveWilsonsInterval() {
    SweepRun[] runs =
        LongStream.range(0, 263)
            .mapToObj(seed -> Sweeps.run("" + seed, 0.1, seed, 2, seed < 81 ? 3 : 1))
            .toArray(SweepRun[]::new);
    Proportion share = incidence(Onset.INCREASE, runs).at(1);
    assertEquals(0.2553, share.low(), 5e-5);
    assertEquals(0.3662, share.high(), 5e-5);
  }

  @Test
  void noRunHasNoShare() {
    assertEquals(Optional.empty(), new CumulativeIncidence.Recorder(Onset.DEATH).incidence());
  }

  private static CumulativeIncidence incidence(Onset onset, SweepRun... runs) {
    CumulativeIncidence.Recorder recorder = new CumulativeIncidence.Recorder(onset);
    for (SweepRun run : runs) {
      if (run.result().outcome() instanceof Trained trained) {
        recorder.add(trained);
      }
    }
    return recorder.incidence().orElseThrow();
  }
}
