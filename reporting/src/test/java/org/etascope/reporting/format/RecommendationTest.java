package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.junit.jupiter.api.Test;

final class RecommendationTest {
  @Test
  void theLargestEtaAtWhichEveryRunDescendsIsTaken() {
    Recommendation recommendation =
        recommend(run("0", 0.1, 0, 2, 1), run("1", 0.2, 0, 2, 1), run("2", 0.3, 0, 1, 2));

    assertEquals(Optional.of(0.2), recommendation.eta());
    assertEquals(
        "Recommended eta: **0.2**, the largest of 3 at which every run that could be executed"
            + " descends: 1 of 1 (100 %; 95 % interval 21 to 100 %) over 10 steps."
            + " Beyond these steps, seeds and data it promises nothing.",
        recommendation.reason());
  }

  @Test
  void itSaysWhatSpeaksAgainstIt() {
    Recommendation recommendation =
        recommend(run("0", 0.1, 0, 1, 2), run("1", 0.2, 0, 2, 1), failedRun("2", 0.2, 1, "broken"));

    assertEquals(
        "Recommended eta: **0.2**, the largest of 2 at which every run that could be executed"
            + " descends: 1 of 1 (100 %; 95 % interval 21 to 100 %) over 10 steps,"
            + " while 1 could not be executed."
            + " Not every run does at 1 of the smaller etas, the largest of them 0.1."
            + " No larger eta was tried."
            + " Beyond these steps, seeds and data it promises nothing.",
        recommendation.reason());
  }

  @Test
  void withoutSuchAnEtaNoneIsTakenAndTheBestShareIsTold() {
    Recommendation recommendation =
        recommend(run("0", 0.1, 0, 1, 2), run("1", 0.2, 0, 2, 1), run("2", 0.2, 1, 1, 2));

    assertEquals(Optional.empty(), recommendation.eta());
    assertEquals(
        "No eta is recommended: at none of 2 does every run descend over 10 steps."
            + " The largest share has eta 0.2: 1 of 2 (50 %; 95 % interval 9 to 91 %).",
        recommendation.reason());
  }

  @Test
  void runsThatFailedRecommendNothing() {
    assertEquals(
        new Recommendation(
            Optional.empty(),
            "No eta is recommended: at none of 1 does every run descend over 10 steps."),
        recommend(failedRun("0", 0.1, 0, "broken")));
  }

  private static Recommendation recommend(SweepRun... runs) {
    Sweep sweep = Sweeps.of(runs);
    return Recommendation.of(sweep, SweepSummary.of(sweep));
  }
}
