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
  private final List<Single> singles = new ArrayList<>();
  private final List<LossHistogram> histograms = new ArrayList<>();
  private final int[] firstRises;
  private int runs;

  LossSample(Thinning thinning) {
    this.thinning = thinning;
    this.firstRises = new int[thinning.columns()];
  }

  /** One run: its line, and its loss at the last step of each column. */
  private record Single(LossLine line, List<Double> sampled) {}

  void add(Trained run) {
    runs++;
    run.diagnosis().first().ifPresent(first -> firstRises[thinning.column(first.step())]++);
    List<Double> sampled = sampled(run.losses());
    if (runs <= MOST_LINES) {
      singles.add(new Single(LossLine.of(run, thinning), sampled));
      return;
    }
    if (histograms.isEmpty()) {
      IntStream.range(0, thinning.columns()).forEach(c -> histograms.add(new LossHistogram()));
      singles.forEach(single -> count(single.sampled()));
      singles.clear();
    }
    count(sampled);
  }

  /** A run that ended early stays at its last loss, which is not finite. */
  private List<Double> sampled(LossCurve losses) {
    return IntStream.range(0, thinning.columns())
        .mapToObj(c -> losses.at(Math.min(thinning.lastStep(c), losses.steps() - 1)))
        .toList();
  }

  private void count(List<Double> sampled) {
    for (int column = 0; column < sampled.size(); column++) {
      histograms.get(column).add(sampled.get(column));
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
    return singles.stream().map(Single::line);
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
