package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.data.Scaling;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.summary.FlowComparisons;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;

/**
 * A sweep whose pictures are hard to draw.
 *
 * @param name of its folder
 * @param points how many points there are, 1 to 5
 * @param widths of the hidden layer
 * @param steps of each run
 * @param seeds how many, from 0
 * @param output activation of the output
 * @param etas learning rates
 */
record PlotCase(
    String name,
    int points,
    List<Integer> widths,
    int steps,
    int seeds,
    Activation output,
    List<Double> etas) {
  static final PlotCase TWO_ETAS = relu("two-etas", 5, List.of(5), 10, 1, 0.1, 0.6);
  static final PlotCase THIRTY_ETAS =
      relu("thirty-etas", 5, List.of(2, 5, 16), 100, 5, progression(0.01, 3, 30));

  private static final double[] SIZES = {0.949, 0.61, 1.32, 0.42, 1.1};
  private static final double[] LATER_SIZES = {0.402, 0.31, 0.83, 0.22, 0.7};

  static List<PlotCase> all() {
    return List.of(
        TWO_ETAS,
        THIRTY_ETAS,
        relu("one-run", 5, List.of(5), 10, 1, 0.1),
        relu("twenty-seeds", 5, List.of(5), 200, 20, 0.05, 0.2, 0.6),
        relu("thousand-seeds", 5, List.of(5), 60, 1000, 0.1, 0.4, 0.9, 1.4),
        relu("forty-etas-many-seeds", 5, List.of(2, 5), 30, 40, progression(0.01, 3, 40)),
        relu("twelve-decades", 1, List.of(5), 400, 12, 0.05, 0.1, 0.2),
        relu("all-dead", 5, List.of(5), 20, 12, 4, 6, 8),
        relu("one-step", 5, List.of(5), 1, 3, 0.1),
        relu("wide", 5, List.of(40), 20, 2, 0.01, 0.02),
        new PlotCase(
            "all-diverged", 5, List.of(5), 900, 10, Activation.IDENTITY, List.of(40.0, 80.0)));
  }

  private static PlotCase relu(
      String name, int points, List<Integer> widths, int steps, int seeds, double... etas) {
    return new PlotCase(
        name, points, widths, steps, seeds, Activation.RELU, Arrays.stream(etas).boxed().toList());
  }

  private static double[] progression(double from, double to, int count) {
    return IntStream.range(0, count)
        .mapToDouble(k -> from * StrictMath.pow(to / from, k / (count - 1.0)))
        .toArray();
  }

  private ScaledData data() {
    return Scaling.NONE.apply(
        Dataset.of(
            List.of("hst_radius_arcsec"),
            List.of("jwst_radius_arcsec"),
            new double[][] {Arrays.copyOf(SIZES, points)},
            new double[][] {Arrays.copyOf(LATER_SIZES, points)}));
  }

  Sweep sweep() {
    return sweep(TraceSelection.NONE);
  }

  Sweep sweep(TraceSelection traces) {
    ScaledData data = data();
    List<SweepRun> runs = new ArrayList<>();
    for (double eta : etas) {
      for (int width : widths) {
        for (int seed = 0; seed < seeds; seed++) {
          RunSpec spec =
              new RunSpec(
                  data.scaled(),
                  new Architecture(List.of(1, width, 1), List.of(Activation.RELU, output)),
                  Initialization.UNIFORM,
                  seed,
                  new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps));
          runs.add(
              new SweepRun(
                  Integer.toString(runs.size()),
                  runs.size() % (widths.size() * seeds),
                  List.of(),
                  RunResult.of(spec)));
        }
      }
    }
    return new Sweep(
        name,
        "",
        data,
        List.of(),
        selection -> runs.size(),
        traces,
        StepSelection.ALL,
        new SharpnessSteps.None(),
        List.of(),
        new Provenance("0.1.0", 1, "c", "d"),
        runs::stream);
  }

  /** Returns the pictures of a sweep, by file. */
  static Map<String, String> pictures(Sweep sweep) {
    SweepSummary summary = SweepSummary.of(sweep);
    RunSample runs = new RunSample(sweep, summary);
    FlowComparisons.Recorder flows = new FlowComparisons.Recorder(sweep, summary);
    sweep.runs().forEach(runs::add);
    sweep.runs().forEach(flows::add);
    Map<String, String> pictures = new TreeMap<>();
    for (Figure figure : Figures.of(sweep, summary, runs, flows.comparisons())) {
      StringWriter out = new StringWriter();
      try {
        figure.write(runs, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      pictures.put(figure.file(), out.toString());
    }
    return pictures;
  }

  @Override
  public String toString() {
    return name;
  }
}
