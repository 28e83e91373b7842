package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.reporting.LinearRuns;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.junit.jupiter.api.Test;

/** Sharpness along runs, and what flows foretell. */
final class StabilityFiguresTest {
  private static final String SHARPNESS = "plots/sharpness.svg";
  private static final String FLOW = "plots/flow-prediction.svg";
  private static final Pattern CIRCLE =
      Pattern.compile("<circle class=\"step\" cx=\"([0-9.]+)\" cy=\"([0-9.]+)\"");

  private static Map<String, String> pictures(SharpnessSteps steps, SweepRun... runs) {
    Sweep sweep = Sweeps.with(steps, Sweeps.of(runs));
    return PlotCase.pictures(sweep);
  }

  @Test
  void sharpnessIsDrawnWhereItIsKnownAlongRuns() {
    SweepRun run = LinearRuns.run("0", 0.4, 0, 6);

    assertTrue(pictures(new SharpnessSteps.Every(2), run).containsKey(SHARPNESS));
    assertFalse(pictures(new SharpnessSteps.Ends(), run).containsKey(SHARPNESS));
    assertFalse(pictures(new SharpnessSteps.None(), run).containsKey(SHARPNESS));
  }

  @Test
  void aPointIsDrawnForEachStepThatIsChosenAtEtaTimesFour() {
    String picture =
        pictures(new SharpnessSteps.Every(2), LinearRuns.run("0", 0.5, 0, 6))
            .getOrDefault(SHARPNESS, "");

    // eta lambda = 2, so that every point lies on the line of stability
    Matcher line =
        Pattern.compile(
                "<line class=\"stability\" x1=\"[0-9.]+\" y1=\"([0-9.]+)\" x2=\"[0-9.]+\" y2=\"([0-9.]+)\"")
            .matcher(picture.substring(picture.indexOf("<clipPath")));
    assertTrue(line.find(), picture);
    Matcher circles = CIRCLE.matcher(picture);
    int points = 0;
    while (circles.find()) {
      assertEquals(Double.parseDouble(line.group(1)), Double.parseDouble(circles.group(2)), 0.02);
      points++;
    }
    assertEquals(4, points, "steps 0, 2, 4 and 5");
  }

  @Test
  void aSeedThatRisesAboveWhatIsForetoldLiesAboveTheDiagonal() {
    String picture =
        pictures(
                new SharpnessSteps.Ends(),
                LinearRuns.run("0", 0.6, 0, 6),
                LinearRuns.run("1", 0.4, 1, 6))
            .getOrDefault(FLOW, "");

    Matcher circle = CIRCLE.matcher(picture.substring(picture.lastIndexOf("class=\"stability\"")));
    assertTrue(circle.find(), picture);
    // (0.5, 0.6) on axes from 0.5 / 1.1 to 0.6 x 1.1, 380 pixels long, the upper end at 30
    double pixels = 380 / (0.66 - 0.5 / 1.1);
    double left = Double.parseDouble(circle.group(1)) - pixels * (0.5 - 0.5 / 1.1);
    assertEquals(30 + pixels * (0.66 - 0.6), Double.parseDouble(circle.group(2)), 0.02);
    assertTrue(left > 22 && left < 80, () -> "the frame begins at " + left);
    assertFalse(circle.find(), "the seed that never rises has no point");
  }

  @Test
  void nothingIsDrawnWhereNothingRises() {
    assertFalse(
        pictures(new SharpnessSteps.Ends(), LinearRuns.run("0", 0.4, 0, 6)).containsKey(FLOW));
  }
}
