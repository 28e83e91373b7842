package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.CellSummary;
import org.etascope.reporting.summary.FlowComparisons;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.text.EtaLabels;

/** Which pictures a sweep has. */
public final class Figures {
  private Figures() {}

  /**
   * Returns the pictures that say something about a sweep, in the order in which to look.
   *
   * @param runs all of its runs
   * @param flows what gradient flows foretell of them
   */
  public static List<Figure> of(
      Sweep sweep, SweepSummary summary, RunSample runs, FlowComparisons flows) {
    List<Figure> figures = new ArrayList<>();
    if (summary.fates().runs() == 0) {
      return figures;
    }
    if (summary.fates().trained() > 0) {
      figures.add(new LossFigure(summary, false));
      figures.add(new LossFigure(summary, true));
    }
    if (runs.hasPathCurvature()) {
      figures.add(new PathCurvatureFigure(sweep, summary));
    }
    if (SharpnessFigure.applies(sweep, runs)) {
      figures.add(new SharpnessFigure(sweep, summary));
    }
    if (FlowFigure.applies(flows)) {
      figures.add(new FlowFigure(flows));
    }
    runs.withSwitches()
        .ifPresent(run -> figures.add(new SwitchFigure(run, EtaLabels.of(summary.etas()))));
    figures.add(new FateFigure(summary));
    if (IncidenceFigure.applies(runs)) {
      figures.add(new IncidenceFigure(summary, runs));
    }
    if (BifurcationFigure.applies(runs)) {
      figures.add(new BifurcationFigure(summary));
    }
    if (PhaseFigure.applies(summary)) {
      figures.add(new PhaseFigure(summary));
    }
    if (summary.fates().trained() > 0 && FitFigure.applies(sweep)) {
      figures.add(new FitFigure(sweep, summary));
    }
    summary
        .first()
        .map(RunSpec::architecture)
        .ifPresent(
            network -> figures.add(new NetworkFigure(sweep, network, widthsAreSwept(summary))));
    return figures;
  }

  private static boolean widthsAreSwept(SweepSummary summary) {
    return summary.cells().stream().map(CellSummary::neurons).distinct().count() > 1;
  }
}
