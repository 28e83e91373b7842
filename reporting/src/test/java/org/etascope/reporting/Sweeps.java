package org.etascope.reporting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.data.Scaling;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.TrainingSpec;
import org.etascope.reporting.summary.Expectation;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.Quantifier;
import org.etascope.reporting.summary.Selection;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;

/** Sweeps and runs to report on. */
public final class Sweeps {
  private static final Dataset ONE_GALAXY =
      Dataset.of(
          List.of("hst"),
          List.of("jwst"),
          new double[][] {{0.949}},
          new double[][] {{0.402109523}});

  private Sweeps() {}

  /**
   * Returns the published experiment, trained: one galaxy, eta 0.1 and 0.6, with the sharpness at
   * both ends.
   */
  public static Sweep published() {
    return with(new SharpnessSteps.Ends(), descentAndRise());
  }

  private static Sweep descentAndRise() {
    return of(
        "one-galaxy",
        "Does eta = 0.1 descend where eta = 0.6 does not?",
        TraceSelection.ALL,
        List.of(
            new Expectation(
                at(0.1), Fate.MONOTONE, new Quantifier.All(), "eta = 0.1: monotone all"),
            new Expectation(
                at(0.6), Fate.MONOTONE, new Quantifier.None(), "eta = 0.6: monotone none")),
        List.of(
            new SweepRun("0", 0, List.of(), RunResult.of(spec(0.1, 3245))),
            new SweepRun("1", 0, List.of(), RunResult.of(spec(0.6, 3245)))));
  }

  /** Returns the same sweep with the sharpness at other steps. */
  public static Sweep with(SharpnessSteps sharpness, Sweep sweep) {
    return new Sweep(
        sweep.name(),
        sweep.description(),
        sweep.data(),
        sweep.extraAxes(),
        sweep.planned(),
        sweep.traces(),
        sweep.steps(),
        sharpness,
        sweep.expectations(),
        sweep.provenance(),
        sweep.runs());
  }

  /** Returns a sweep whose plan is exactly these runs. */
  public static Sweep of(SweepRun... runs) {
    return of("sweep", "", TraceSelection.NONE, List.of(), List.of(runs));
  }

  /** Returns a sweep whose plan is exactly these runs. */
  public static Sweep of(
      String name,
      String description,
      TraceSelection traces,
      List<Expectation> expectations,
      List<SweepRun> runs) {
    return of(name, description, traces, expectations, runs, runs);
  }

  /** Returns a sweep that has finished some of the runs of its plan. */
  public static Sweep of(
      String name,
      String description,
      TraceSelection traces,
      List<Expectation> expectations,
      List<SweepRun> plan,
      List<SweepRun> finished) {
    return new Sweep(
        name,
        description,
        Scaling.NONE.apply(ONE_GALAXY),
        List.of(),
        selection -> plan.stream().filter(run -> matches(selection, run)).count(),
        traces,
        StepSelection.ALL,
        new SharpnessSteps.None(),
        expectations,
        new Provenance("0.1.0", 2, "c".repeat(64), ONE_GALAXY.sha256()),
        finished::stream);
  }

  private static boolean matches(Selection selection, SweepRun run) {
    return selection.matches(run.eta(), run.neurons(), run.seed());
  }

  /** Returns the galaxy of the published experiment under another name of its columns. */
  public static ScaledData data(String column) {
    return Scaling.NONE.apply(
        Dataset.of(
            List.of(column), List.of(column), new double[][] {{0.949}}, new double[][] {{0.402}}));
  }

  /** Returns a selection of one learning rate. */
  public static Selection at(double eta) {
    return new Selection(Set.of(eta), Set.of(), Set.of());
  }

  /** Returns the network of the published experiment on its galaxy, over 10 steps. */
  public static RunSpec spec(double eta, long seed) {
    return new RunSpec(
        ONE_GALAXY,
        new Architecture(List.of(1, 5, 1), List.of(Activation.RELU, Activation.RELU)),
        Initialization.UNIFORM,
        seed,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), 10));
  }

  /**
   * Returns a run that was never trained but had these losses.
   *
   * @param seed which alone sets runs of one eta apart
   */
  public static SweepRun run(String name, double eta, long seed, double... losses) {
    return run(name, eta, seed, false, losses);
  }

  /** Returns a run that was never trained but had these losses and ended dead. */
  public static SweepRun deadRun(String name, double eta, long seed, double... losses) {
    return run(name, eta, seed, true, losses);
  }

  private static SweepRun run(String name, double eta, long seed, boolean dead, double... losses) {
    RunSpec spec = spec(eta, seed);
    List<LossIncrease> increases =
        IntStream.range(1, losses.length)
            .filter(step -> !(losses[step] <= losses[step - 1]))
            .mapToObj(step -> increase(step, losses[step - 1], losses[step]))
            .toList();
    Diagnosis diagnosis =
        new Diagnosis(
            increases.size(),
            increases.size(),
            0,
            increases.stream().findFirst(),
            increases.stream().mapToDouble(LossIncrease::relative).max(),
            increases.stream().mapToDouble(LossIncrease::change).sum(),
            1,
            0,
            dead);
    return new SweepRun(
        name,
        (int) seed,
        List.of(),
        new RunResult(
            spec,
            new RunResult.Trained(
                LossCurve.of(losses),
                Parameters.zeros(spec.architecture()),
                diagnosis,
                verdict(diagnosis),
                Optional.empty(),
                Optional.empty())));
  }

  private static Verdict verdict(Diagnosis diagnosis) {
    if (diagnosis.dead()) {
      return new Verdict.Dead();
    }
    return diagnosis.first().isPresent() ? new Verdict.NonMonotone() : new Verdict.Monotone();
  }

  /** Returns an increase by curvature with a line of evidence. */
  public static LossIncrease increase(int step, double before, double after) {
    return new LossIncrease(
        step, before, after, Cause.CURVATURE, Optional.of("Evidence of step " + step + "."));
  }

  /** Returns a run that could not be executed. */
  public static SweepRun failedRun(String name, double eta, long seed, String cause) {
    return new SweepRun(
        name, (int) seed, List.of(), new RunResult(spec(eta, seed), new RunResult.Failed(cause)));
  }
}
