package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.GivenParameters;
import org.etascope.core.network.Loss;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.Momentum;
import org.etascope.core.training.Optimizer;
import org.etascope.core.training.Schedule;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.junit.jupiter.api.Test;

/** O10: x' = x (1 + a - a x^2) with a = eta, where L = 1/2 (1 - x^2)^2. */
final class BifurcationFigureTest {
  private static final String FILE = "plots/bifurcation.svg";
  private static final Pattern TAIL = Pattern.compile("<path class=\"tail\" d=\"([^\"]*)\"");

  /** The two values of sqrt(a) x at a = 1.1 are 1.1705367196 and 0.8543089536. */
  @Test
  void theTailHasBothLossesOfPeriodTwo() {
    TailSample sample = sample(trained(result(new GradientDescent(1.1), 2000)));
    double[] expected =
        DoubleStream.of(1.1705367196, 0.8543089536)
            .map(x -> 0.5 * Math.pow(1 - x * x / 1.1, 2))
            .sorted()
            .toArray();
    double[] losses = sample.losses().sorted().toArray();
    assertEquals(TailSample.MOST_LOSSES, losses.length);
    assertArrayEquals(expected, new double[] {losses[0], losses[losses.length - 1]}, 1e-9);
  }

  @Test
  void branchesDoubleWithThePeriod() throws IOException {
    double[] etas = {0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.25};
    String picture = PlotCase.pictures(sweep(etas)).getOrDefault(FILE, "");
    assertEquals(
        List.of(1L, 1L, 1L, 1L, 1L, 2L, 2L, 4L),
        TAIL.matcher(picture)
            .results()
            .map(path -> path.group(1).chars().filter(command -> command == 'M').count())
            .toList());
  }

  /** It is left in {@code target/plots}, to be looked at. */
  @Test
  void theWholeCascadeIsSmall() throws IOException {
    double[] etas = IntStream.range(0, 200).mapToDouble(k -> 0.9 + 1.1 * k / 199).toArray();
    String picture = PlotCase.pictures(sweep(etas)).getOrDefault(FILE, "");
    Path file = Path.of("target/plots/period-doubling", FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, picture);
    assertEquals(BifurcationFigure.MOST_ETAS, TAIL.matcher(picture).results().count());
    assertEquals(1, Math.ceil(picture.length() / 1e6));
  }

  @Test
  void itTakesEightEtasOfPlainGradientDescent() {
    double[] etas = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    assertFalse(PlotCase.pictures(sweep(etas)).containsKey(FILE));
    TrainingSpec plain = training(new GradientDescent(0.1), 10);
    assertFalse(BifurcationFigure.takes(spec(training(new Momentum(0.1, 0.9), 10))));
    assertFalse(BifurcationFigure.takes(spec(plain.withSchedule(new Schedule.Cosine(0)))));
    assertTrue(BifurcationFigure.takes(spec(plain)));
  }

  @Test
  void shortRunsGiveTheirSecondHalfAndDivergedOnesNothing() {
    assertArrayEquals(new double[] {3, 2, 1}, sample(losses(5, 4, 3, 2, 1)).losses().toArray());
    assertArrayEquals(new double[] {7}, sample(losses(7)).losses().toArray());
    assertEquals(0, sample(losses(1, 2, Double.POSITIVE_INFINITY)).losses().count());
  }

  @Test
  void theFirstRunsOfAnEtaAreKept() {
    TailSample sample = new TailSample();
    for (int seed = 0; seed < TailSample.MOST_RUNS + 2; seed++) {
      sample.add(losses(seed));
    }
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, sample.losses().toArray());
  }

  private static Trained losses(double... losses) {
    return trained(Sweeps.run("", 0.1, 0, losses).result());
  }

  private static TailSample sample(Trained run) {
    TailSample sample = new TailSample();
    sample.add(run);
    return sample;
  }

  private static Sweep sweep(double... etas) {
    return Sweeps.of(
        DoubleStream.of(etas)
            .mapToObj(
                eta -> new SweepRun("" + eta, 0, List.of(), result(new GradientDescent(eta), 2000)))
            .toArray(SweepRun[]::new));
  }

  private static RunResult result(Optimizer optimizer, int steps) {
    return RunResult.of(spec(training(optimizer, steps)));
  }

  private static TrainingSpec training(Optimizer optimizer, int steps) {
    return new TrainingSpec(Loss.HALF_MSE, optimizer, steps);
  }

  private static RunSpec spec(TrainingSpec training) {
    return new RunSpec(
        Dataset.of(List.of("x"), List.of("y"), new double[][] {{1}}, new double[][] {{1}}),
        new Architecture(
            List.of(1, 1, 1), List.of(Activation.IDENTITY, Activation.IDENTITY), false),
        new GivenParameters(List.of(0.9, 0.9)),
        0,
        training);
  }

  private static Trained trained(RunResult result) {
    return (Trained) result.outcome();
  }
}
