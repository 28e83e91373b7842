package org.etascope.core.run;

import java.util.Optional;
import org.etascope.core.data.Dataset;
import org.etascope.core.diagnosis.Replay;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.NumpyRandom;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Workspaces;
import org.etascope.core.training.StepRecorder;
import org.etascope.core.training.Trace;
import org.etascope.core.training.Trainer;
import org.etascope.core.training.TrainingSpec;

/**
 * Everything that determines a run, to the last bit.
 *
 * @param data the points, as they are trained on
 * @param architecture the network
 * @param initialization how its parameters begin
 * @param seed seed of the run, 0 to 2^32 - 1
 * @param training loss, optimizer with its eta, and steps
 * @param validation points of the same columns that are not trained on, if there are any
 */
public record RunSpec(
    Dataset data,
    Architecture architecture,
    Initialization initialization,
    long seed,
    TrainingSpec training,
    Optional<Dataset> validation) {

  /** Makes a run without validation. */
  public RunSpec(
      Dataset data,
      Architecture architecture,
      Initialization initialization,
      long seed,
      TrainingSpec training) {
    this(data, architecture, initialization, seed, training, Optional.empty());
  }

  /** Returns the identity of this run. */
  public RunId id() {
    return RunId.of(this);
  }

  /** Returns the learning rate: the peak where a schedule varies it. */
  public double eta() {
    return training.optimizer().eta();
  }

  /**
   * Trains the run in scalars and returns its final parameters.
   *
   * @param recorder is handed every step
   */
  public Parameters train(StepRecorder recorder) {
    return train(Backpropagation::new, recorder);
  }

  /**
   * Trains the run and returns its final parameters.
   *
   * @param workspaces what computes the passes
   * @param recorder is handed every step
   */
  public Parameters train(Workspaces workspaces, StepRecorder recorder) {
    NumpyRandom random = new NumpyRandom(seed);
    Parameters initial = initialization.parameters(architecture, random);
    return Trainer.train(data, initial, training, random, workspaces, recorder);
  }

  /**
   * Returns the means to train the run again.
   *
   * @param steps how many steps it recorded
   * @param workspaces what computes the passes
   */
  public Replay replay(int steps, Workspaces workspaces) {
    return new Replay(
        architecture,
        data,
        training,
        steps,
        recorder -> {
          Parameters unused = train(workspaces, recorder);
        });
  }

  /** Trains the run and returns everything it did; always the same, bit for bit. */
  public Trace trace() {
    Trace.Recorder recorder = new Trace.Recorder();
    train(recorder);
    return recorder.trace();
  }

  /**
   * Trains the run and returns what can be said about each of its steps, at a multiple of the cost.
   */
  public TraceDiagnosis traceDiagnosis() {
    TraceDiagnosis.Recorder recorder = new TraceDiagnosis.Recorder(architecture, data, training);
    train(recorder);
    return recorder.diagnosis();
  }
}
