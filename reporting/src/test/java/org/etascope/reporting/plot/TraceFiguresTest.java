package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Adam;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pictures of traced runs. They are left in {@code target/plots}, to be looked at. */
final class TraceFiguresTest {
  private static final String CURVATURE = "plots/path-curvature.svg";
  private static final String SWITCHES = "plots/switches.svg";
  private static final int MOST_BYTES = 2 << 20;

  @ParameterizedTest
  @MethodSource("org.etascope.reporting.plot.PlotCase#all")
  void picturesAreSmallAndWellFormed(PlotCase hard)
      throws IOException, SAXException, ParserConfigurationException {
    Map<String, String> pictures = PlotCase.pictures(hard.sweep(TraceSelection.ALL));
    assertTrue(pictures.containsKey(SWITCHES));
    for (String name : List.of(CURVATURE, SWITCHES)) {
      String picture = pictures.getOrDefault(name, "<svg/>");
      Path file = Path.of("target/plots", hard.name(), name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, picture);
      assertTrue(picture.length() < MOST_BYTES, name);
      assertFalse(picture.contains("NaN") || picture.contains("Infinity"), name);
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(picture)));
    }
  }

  @Test
  void onlyTracedRunsHavePictures() {
    Map<String, String> untraced = PlotCase.pictures(PlotCase.TWO_ETAS.sweep());
    assertFalse(untraced.containsKey(CURVATURE) || untraced.containsKey(SWITCHES));
    SweepRun failed = Sweeps.failedRun("0", 0.1, 0, "out of memory");
    Map<String, String> none = PlotCase.pictures(traced(failed));
    assertFalse(none.containsKey(CURVATURE) || none.containsKey(SWITCHES));
  }

  @Test
  void onlyPlainGradientDescentHasAPathCurvature() {
    TrainingSpec adam =
        Sweeps.spec(0.1, 0).training().withOptimizer(new Adam(0.1, 0.9, 0.999, 1e-8));
    RunSpec spec = Sweeps.spec(0.1, 0);
    SweepRun run =
        run(new RunSpec(spec.data(), spec.architecture(), spec.initialization(), 0, adam));
    assertFalse(PlotCase.pictures(traced(run)).containsKey(CURVATURE));
    assertTrue(PlotCase.pictures(traced(run)).containsKey(SWITCHES));
  }

  @Test
  void smoothNetworksHaveNoSwitches() {
    RunSpec spec = Sweeps.spec(0.1, 0);
    Architecture smooth =
        new Architecture(List.of(1, 5, 1), List.of(Activation.TANH, Activation.IDENTITY));
    SweepRun run = run(new RunSpec(spec.data(), smooth, spec.initialization(), 0, spec.training()));
    assertTrue(PlotCase.pictures(traced(run)).containsKey(CURVATURE));
    assertFalse(PlotCase.pictures(traced(run)).containsKey(SWITCHES));
  }

  @Test
  void theFirstFlaggedRunIsTheOneWhoseSwitchesAreShown() {
    SweepRun descending = new SweepRun("7", 0, List.of(), RunResult.of(Sweeps.spec(0.1, 3245)));
    SweepRun rising = new SweepRun("8", 0, List.of(), RunResult.of(Sweeps.spec(0.6, 3245)));
    assertTrue(
        PlotCase.pictures(traced(descending, rising))
            .getOrDefault(SWITCHES, "")
            .contains("of run 8 "));
    assertTrue(
        PlotCase.pictures(traced(descending)).getOrDefault(SWITCHES, "").contains("of run 7 "));
  }

  /**
   * No biases, x = (1, -1), y = (2, 0), eta = 2. Neuron 1 has w = v = 1, then 2, then -2: on for x
   * = 1 twice, then for x = -1. Neuron 2 has w = -1, v = 0, and stays on for x = -1. The loss is
   * 1/4, 1, 5: curvature at step 1, where eta kappa = 3.5; the kink at step 2, where it is 2.5 and
   * the frozen loss 1.
   */
  @Test
  void marksAreThoseWorkedOutByHand() {
    RunSpec spec =
        new RunSpec(
            Dataset.of(
                List.of("x"), List.of("y"), new double[][] {{1, -1}}, new double[][] {{2, 0}}),
            new Architecture(
                List.of(1, 2, 1), List.of(Activation.RELU, Activation.IDENTITY), false),
            new GivenParameters(List.of(1.0, -1.0, 1.0, 0.0)),
            0,
            new TrainingSpec(Loss.HALF_MSE, new GradientDescent(2), 3));
    assertEquals(
        List.of(List.of(new CurvatureLine.Point(1, 3.5), new CurvatureLine.Point(2, 2.5))),
        CurvatureLine.of(
                PathCurvatureFigure.points(TracedRuns.diagnosis(spec)), Thinning.of(3, 240))
            .stretches());
    Map<String, String> pictures = PlotCase.pictures(traced(run(spec)));
    assertEquals(2, count(pictures.getOrDefault(CURVATURE, ""), "<circle class=\"step\""));
    assertEquals(1, count(pictures.getOrDefault(CURVATURE, ""), "<path class=\"only-curve\""));
    assertEquals(6 + 1, count(pictures.getOrDefault(SWITCHES, ""), "<rect class=\"on\""));
    assertEquals(
        1, count(pictures.getOrDefault(SWITCHES, ""), "<path class=\"curvature-increase\""));
    assertEquals(1, count(pictures.getOrDefault(SWITCHES, ""), "<path class=\"kink-increase\""));
    assertEquals(
        List.of(List.of(0.5, 0.5), List.of(0.5, 0.5), List.of(0.5, 0.5)),
        SwitchRaster.of(spec, SwitchFigure.MOST_NEURONS).shares());
  }

  @Test
  void atMostSoManyNeuronsAndStepsAndRunsAreShown() {
    RunSpec spec = Sweeps.spec(0.01, 0);
    RunSpec large =
        new RunSpec(
            spec.data(),
            new Architecture(
                List.of(1, 40, 40, 1),
                List.of(Activation.RELU, Activation.RELU, Activation.IDENTITY)),
            Initialization.UNIFORM,
            0,
            new TrainingSpec(Loss.HALF_MSE, new GradientDescent(1e-4), 2100));
    SwitchRaster raster = SwitchRaster.of(large, SwitchFigure.MOST_NEURONS);
    assertEquals(64, raster.neurons().size());
    assertEquals(new SwitchRaster.Neuron(1, 23), raster.neurons().get(63));
    assertEquals(TracedRuns.MOST_STEPS, raster.steps());
    SweepRun run = run(spec);
    String picture = PlotCase.pictures(traced(run, run, run, run, run)).getOrDefault(CURVATURE, "");
    assertEquals(PathCurvatureFigure.MOST_RUNS, count(picture, "<path class=\"curve\""));
  }

  private static SweepRun run(RunSpec spec) {
    return new SweepRun("0", 0, List.of(), RunResult.of(spec));
  }

  private static Sweep traced(SweepRun... runs) {
    return Sweeps.of("sweep", "", TraceSelection.ALL, List.of(), List.of(runs));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
