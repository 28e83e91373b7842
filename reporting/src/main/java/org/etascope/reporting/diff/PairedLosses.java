package org.etascope.reporting.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.etascope.core.diagnosis.CoarseRounding;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.run.RunSpec;
import org.etascope.reporting.summary.SweepRun;

/**
 * The final losses of the runs of each eta, under the first conditions of the plan: as many as have
 * room together, at most {@value SignedRanks#MOST_PAIRS}.
 *
 * <p>The parameters of the last recorded loss are not stored, only those one update later. B is
 * computed with them. Where B matters, at losses near rounding, that update is near rounding, too.
 */
final class PairedLosses {
  private static final int NUMBERS = 1 << 22;

  private final int mostConditions;
  private final List<Losses> etas = new ArrayList<>();
  private Optional<Workspace> workspace = Optional.empty();

  /** Begins without a run. */
  PairedLosses(int numberOfEtas) {
    // a loss and its bound for each
    mostConditions = Math.min(SignedRanks.MOST_PAIRS, NUMBERS / 2 / Math.max(1, numberOfEtas));
    for (int k = 0; k < numberOfEtas; k++) {
      etas.add(new Losses());
    }
  }

  private record Workspace(RunSpec like, CoarseRounding rounding) {
    static Workspace of(RunSpec spec) {
      return new Workspace(
          spec, new CoarseRounding(spec.architecture(), spec.data(), spec.training().loss()));
    }

    boolean suits(RunSpec spec) {
      Architecture architecture = spec.architecture();
      return like.architecture().equals(architecture)
          && like.data().equals(spec.data())
          && like.training().loss().equals(spec.training().loss());
    }
  }

  /** By conditions; what was not trained is NaN, what diverged infinite. */
  private static final class Losses {
    private double[] losses = new double[0];
    private double[] bounds = new double[0];

    void set(int conditions, double loss, double bound, int mostConditions) {
      int known = losses.length;
      if (conditions >= known) {
        int length = Math.min(mostConditions, Math.max(16, 2 * conditions));
        losses = Arrays.copyOf(losses, length);
        bounds = Arrays.copyOf(bounds, length);
        Arrays.fill(losses, known, length, Double.NaN);
      }
      losses[conditions] = loss;
      bounds[conditions] = bound;
    }
  }

  /**
   * Takes a run.
   *
   * @param eta the place of its eta
   */
  void add(int eta, SweepRun run, Trained trained) {
    if (run.conditions() >= mostConditions) {
      return;
    }
    double loss = trained.losses().last();
    boolean finite = Double.isFinite(loss);
    etas.get(eta)
        .set(
            run.conditions(),
            finite ? loss : Double.POSITIVE_INFINITY,
            finite ? bound(run.result().spec(), trained, loss) : 0,
            mostConditions);
  }

  private double bound(RunSpec spec, Trained trained, double loss) {
    Workspace suitable = workspace.filter(w -> w.suits(spec)).orElseGet(() -> Workspace.of(spec));
    workspace = Optional.of(suitable);
    return suitable.rounding().at(trained.finalParameters(), loss);
  }

  /** Compares two etas, by their places, with a p-value of its own; empty without a pair. */
  Optional<LossChanges> changes(int smallerEta, int largerEta) {
    Losses smaller = etas.get(smallerEta);
    Losses larger = etas.get(largerEta);
    SignedRanks.Recorder ranks = new SignedRanks.Recorder();
    int pairs = 0;
    for (int k = 0; k < Math.min(smaller.losses.length, larger.losses.length); k++) {
      double before = smaller.losses[k];
      double after = larger.losses[k];
      if (!Double.isNaN(before) && !Double.isNaN(after)) {
        // one B for both, so that no difference of bounds passes for one of losses
        double bound = Math.max(smaller.bounds[k], larger.bounds[k]);
        ranks.add(before + bound, after + bound);
        pairs++;
      }
    }
    if (pairs == 0) {
      return Optional.empty();
    }
    SignedRanks test = ranks.test();
    return Optional.of(new LossChanges(pairs, test.higher(), test.lower(), test.p()));
  }
}
