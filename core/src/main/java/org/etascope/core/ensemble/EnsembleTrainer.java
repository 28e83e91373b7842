package org.etascope.core.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import org.etascope.core.diagnosis.IncreaseJudge;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Parameters;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Step;
import org.etascope.core.training.TrainingSpec;

/**
 * Trains many runs at once, each in a lane of the processor's SIMD registers, with every bit that
 * the scalar {@link org.etascope.core.training.Trainer} would give them.
 *
 * <p>A lane whose run ends, at its last step or because it diverged, takes up the next one. Runs in
 * lanes side by side may differ in eta, seed and initialisation.
 *
 * <p>An object is a workspace and not thread-safe.
 */
public final class EnsembleTrainer {
  /** The module that the lanes come from. */
  public static final String MODULE = "jdk.incubator.vector";

  /**
   * The most parameters of a run in a lane. Beyond it the weights of all lanes outgrow the caches,
   * while a single run offers enough to do at once.
   */
  private static final int MOST_PARAMETERS = 4096;

  private final RunSpec like;
  private final TrainingSpec training;
  private final boolean explained;
  private final IncreaseJudge judge;
  private final LaneBackpropagation network;
  private final Optional<LayeredLanes> held;
  private final LaneUpdater updater;
  private final LaneView viewBefore;
  private final LaneView view;
  private final Optional<PendingRises> pending;

  /** The training of the last run that was taken, an object that many runs of a plan share. */
  private TrainingSpec taken;

  private final List<LaneRun> running = new ArrayList<>();

  /** theta at the step before, at this one, and behind it: P registers each. */
  private double[] thetaBefore;

  private double[] theta;
  private double[] thetaNext;

  private final LaneGradients gradients;

  /** theta of one run, at a step that is looked at. */
  private final Parameters chosen;

  private final double[] loss = Lanes.registers(1);
  private final double[] heldLoss = Lanes.registers(1);
  private final int[] deadNeurons = new int[Lanes.COUNT];
  private final boolean[] outputsDead = new boolean[Lanes.COUNT];

  /**
   * Makes a trainer for runs that are alike.
   *
   * @param like one of them
   * @param explained whether first increases are to have their evidence
   * @throws IllegalArgumentException if the run does not fit a lane, or its network the data
   */
  public EnsembleTrainer(RunSpec like, boolean explained) {
    if (!fits(like)) {
      throw new IllegalArgumentException("a run of mini-batches, or so large, fits no lane");
    }
    this.like = like;
    this.training = withoutEta(like.training());
    this.taken = like.training();
    this.explained = explained;
    Architecture architecture = like.architecture();
    int parameters = architecture.parameterCount();
    judge = new IncreaseJudge(architecture, like.data(), training.loss());
    viewBefore = new LaneView(like);
    view = new LaneView(like);
    network = LaneBackpropagation.of(architecture, like.data(), training.loss());
    pending =
        network instanceof OneHiddenReluLanes lanes
            ? Optional.of(new PendingRises(like, lanes, judge, viewBefore, view))
            : Optional.empty();
    held = like.validation().map(points -> new LayeredLanes(architecture, points, training.loss()));
    updater = new LaneUpdater(training, parameters);
    thetaBefore = Lanes.registers(parameters);
    theta = Lanes.registers(parameters);
    thetaNext = Lanes.registers(parameters);
    gradients = new LaneGradients(parameters);
    chosen = Parameters.zeros(architecture);
  }

  /** Returns whether this Java machine has {@value #MODULE}, from its start or by now. */
  public static boolean isAvailable() {
    try {
      Class.forName(MODULE + ".DoubleVector", false, EnsembleTrainer.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Returns how many runs are trained at once. */
  public static int lanes() {
    return Lanes.COUNT;
  }

  /**
   * Returns whether a run fits a lane: it is trained on all points at once, and not so large that
   * it is better trained on its own.
   */
  public static boolean fits(RunSpec run) {
    return run.training().batch().isEmpty()
        && run.architecture().parameterCount() <= MOST_PARAMETERS;
  }

  /** Returns whether a run can lie beside those of this trainer. */
  public boolean takes(RunSpec run) {
    return run.data() == like.data()
        && run.architecture().equals(like.architecture())
        && run.validation().equals(like.validation())
        && takes(run.training());
  }

  private boolean takes(TrainingSpec other) {
    boolean takes = other.equals(taken) || withoutEta(other).equals(training);
    if (takes) {
      taken = other;
    }
    return takes;
  }

  private static TrainingSpec withoutEta(TrainingSpec training) {
    return training.withOptimizer(training.optimizer().withEta(1));
  }

  /**
   * Trains runs and judges them.
   *
   * @param runs each like the one given to the constructor
   * @param stopped tells whether no more runs are to begin
   * @param results is handed each result as soon as it is there, with the run's place in the list
   */
  public void train(
      List<RunSpec> runs, BooleanSupplier stopped, ObjIntConsumer<RunResult> results) {
    Waiting waiting = new Waiting(runs, stopped);
    running.clear();
    for (int lane = 0; lane < Lanes.COUNT && waiting.hasNext(); lane++) {
      running.add(begin(waiting, lane));
    }
    while (!running.isEmpty()) {
      turn();
      network.pass(theta, gradients.now(), loss);
      gradients.note();
      held.ifPresent(this::recordHeld);
      boolean anyEnded = record();
      updater.apply(theta, gradients.now(), thetaNext);
      if (anyEnded) {
        replaceEnded(waiting, results);
      }
    }
  }

  /** The runs that have not begun yet. */
  private static final class Waiting {
    private final List<RunSpec> runs;
    private final InitialParameters initial;
    private final BooleanSupplier stopped;
    private int next;

    Waiting(List<RunSpec> runs, BooleanSupplier stopped) {
      this.runs = runs;
      this.initial = new InitialParameters(runs);
      this.stopped = stopped;
    }

    boolean hasNext() {
      return next < runs.size() && !stopped.getAsBoolean();
    }
  }

  /** What was next is now, and what was now is before. */
  private void turn() {
    double[] spare = thetaBefore;
    thetaBefore = theta;
    theta = thetaNext;
    thetaNext = spare;
    gradients.turn();
  }

  /** Records the step of every run; returns whether it was the last of any. */
  private boolean record() {
    boolean anyWatched = false;
    for (LaneRun run : running) {
      if (run.record(loss[run.lane()])) {
        judge(run);
      }
      anyWatched |= run.isWatched();
    }
    return anyWatched && watch();
  }

  /** Looks at more than the losses of every run; returns whether any has ended. */
  private boolean watch() {
    boolean anyEnded = false;
    boolean anyGradient = false;
    for (LaneRun run : running) {
      if (run.tally().wantsParameters()) {
        keepParameters(run);
      }
      anyGradient |= run.tally().watchesGradient();
      anyEnded |= run.hasEnded();
    }
    if (anyGradient) {
      watchGradients();
    }
    return anyEnded;
  }

  private void recordHeld(LayeredLanes pass) {
    pass.loss(theta, heldLoss);
    for (LaneRun run : running) {
      run.recordHeld(heldLoss[run.lane()]);
    }
  }

  private void keepParameters(LaneRun run) {
    Lanes.take(theta, run.lane(), chosen.values());
    run.tally().keep(chosen);
  }

  private void watchGradients() {
    gradients.multiply();
    for (LaneRun run : running) {
      if (run.tally().watchesGradient()) {
        watchGradient(run);
      }
    }
  }

  private void watchGradient(LaneRun run) {
    int lane = run.lane();
    double squaresBefore = gradients.squaresBefore(lane);
    if (run.tally().turned(gradients.dot(lane), squaresBefore, gradients.squares(lane))
        && !countsTurn(run, squaresBefore)) {
      run.tally().judgeTurn(stepBefore(run));
    }
  }

  private boolean countsTurn(LaneRun run, double squaresBefore) {
    if (training.loss() != Loss.HALF_MSE) {
      return false;
    }
    Lanes.take(thetaBefore, run.lane(), chosen.values());
    return run.tally().countsTurn(squaresBefore, chosen, run.lossBefore());
  }

  private Step stepBefore(LaneRun run) {
    return viewBefore.of(
        run.lane(), run.step() - 1, run.lossBefore(), thetaBefore, gradients.before());
  }

  /** Judges the step that a run recorded last, at once or together with others. */
  private void judge(LaneRun run) {
    if (pending.isPresent() && Double.isFinite(run.loss()) && !run.tally().wantsEvidence()) {
      pending.get().add(run, thetaBefore, theta);
    } else {
      // increases are counted in the order of their steps
      pending.ifPresent(PendingRises::judge);
      run.tally()
          .judge(
              stepBefore(run), view.of(run.lane(), run.step(), run.loss(), theta, gradients.now()));
    }
  }

  private void replaceEnded(Waiting waiting, ObjIntConsumer<RunResult> results) {
    pending.ifPresent(PendingRises::judge);
    network.findDead(theta, deadNeurons, outputsDead);
    ListIterator<LaneRun> places = running.listIterator();
    while (places.hasNext()) {
      LaneRun run = places.next();
      if (run.hasEnded()) {
        results.accept(result(run), run.place());
        if (waiting.hasNext()) {
          places.set(begin(waiting, run.lane()));
        } else {
          places.remove();
        }
      }
    }
  }

  private RunResult result(LaneRun run) {
    int lane = run.lane();
    return run.result(
        parameters(run.endedEarly() ? theta : thetaNext, lane),
        () -> parameters(theta, lane),
        deadNeurons[lane],
        outputsDead[lane],
        gradients.squares(lane),
        gradients.largestSquares(lane));
  }

  private Parameters parameters(double[] registers, int lane) {
    Parameters parameters = Parameters.zeros(like.architecture());
    Lanes.take(registers, lane, parameters.values());
    return parameters;
  }

  private LaneRun begin(Waiting waiting, int lane) {
    int place = waiting.next++;
    RunSpec spec = waiting.runs.get(place);
    waiting.initial.put(place, thetaNext, lane);
    updater.begin(lane, spec.eta());
    gradients.begin(lane);
    return new LaneRun(place, lane, spec, judge, explained);
  }
}
