package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;

/**
 * The losses of the runs of one eta, as far as a panel shows them: each run's line while they are
 * few, quantiles over all of them at the last step of each column beyond that.
 */
final class LossSample {
  /** How many runs are drawn one by one at most. */
  static final int MOST_LINES = 30;

  /** The share of losses below the band that is drawn. */
  static final double LOW = 0.05;

  /** The share of losses below the end of the band that is drawn. */
  static final double HIGH = 0.95;

  private final Thinning thinning;
  private final int[] lastSteps;
  private final List<LossLine> lines = new ArrayList<>();
  private final List<double[]> sampledLines = new ArrayList<>();
  private final List<LossHistogram> histograms = new ArrayList<>();
  private final int[] firstRises;
  private int runs;

  LossSample(Thinning thinning) {
    this.thinning = thinning;
    this.lastSteps = IntStream.range(0, thinning.columns()).map(thinning::lastStep).toArray();
    this.firstRises = new int[thinning.columns()];
  }

  void add(Trained run) {
    runs++;
    run.diagnosis().first().ifPresent(first -> firstRises[thinning.column(first.step())]++);
    double[] sampled = sampled(run.losses());
    if (runs <= MOST_LINES) {
      lines.add(LossLine.of(run, thinning));
      sampledLines.add(sampled);
      return;
    }
    if (histograms.isEmpty()) {
      IntStream.range(0, thinning.columns()).forEach(c -> histograms.add(new LossHistogram()));
      sampledLines.forEach(this::count);
      sampledLines.clear();
      lines.clear();
    }
    count(sampled);
  }

  /** Returns the loss at the last step of each column; a run that ended early stays at its last. */
  private double[] sampled(LossCurve losses) {
    double[] sampled = new double[lastSteps.length];
    for (int column = 0; column < sampled.length; column++) {
      sampled[column] = losses.at(Math.min(lastSteps[column], losses.steps() - 1));
    }
    return sampled;
  }

  private void count(double[] sampled) {
    for (int column = 0; column < sampled.length; column++) {
      histograms.get(column).add(sampled[column]);
    }
  }

  Thinning thinning() {
    return thinning;
  }

  /** Returns what of the losses a panel shows. */
  LossRange range() {
    LossRange range = new LossRange();
    for (int column = 0; column < histograms.size(); column++) {
      range.add(thinning.lastStep(column), quantile(column, LOW));
      range.add(thinning.lastStep(column), quantile(column, HIGH));
    }
    lines().flatMap(line -> line.vertices().stream()).forEach(v -> range.add(v.step(), v.loss()));
    return range;
  }

  /** Returns how many runs there are. */
  int runs() {
    return runs;
  }

  /** Returns how many of them rise at some step. */
  int rising() {
    return Arrays.stream(firstRises).sum();
  }

  /** Returns the runs one by one, or none where they are many. */
  Stream<LossLine> lines() {
    return lines.stream();
  }

  /** Returns whether there are quantiles instead of lines. */
  boolean hasQuantiles() {
    return !histograms.isEmpty();
  }

  /** Returns a quantile of the losses at the last step of a column. */
  double quantile(int column, double share) {
    return histograms.get(column).quantile(share);
  }

  /** Returns how many runs rise for the first time within a column. */
  int firstRises(int column) {
    return firstRises[column];
  }
}
