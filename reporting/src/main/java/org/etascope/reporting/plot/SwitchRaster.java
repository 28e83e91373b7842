package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.Step;

/**
 * On how many points the hidden neurons with a kink are on, step by step.
 *
 * @param neurons the rows
 * @param shares for each step, the share of points on which each neuron is on
 * @param diagnosis of the same steps
 */
record SwitchRaster(
    List<SwitchRaster.Neuron> neurons, List<List<Double>> shares, TraceDiagnosis diagnosis) {
  /** Copies the lists. */
  SwitchRaster {
    neurons = List.copyOf(neurons);
    shares = shares.stream().map(List::copyOf).toList();
  }

  /** A hidden neuron; both counts are from 0. */
  record Neuron(int layer, int index) {}

  /** Trains a run and watches its first steps. */
  static SwitchRaster of(RunSpec spec, int mostNeurons) {
    List<Neuron> neurons = neurons(spec.architecture()).stream().limit(mostNeurons).toList();
    TraceDiagnosis.Recorder judge =
        new TraceDiagnosis.Recorder(spec.architecture(), spec.data(), spec.training());
    List<List<Double>> shares = new ArrayList<>();
    spec.train(
        TracedRuns.beginning(
            judge.and(
                step -> shares.add(neurons.stream().map(neuron -> share(step, neuron)).toList()))));
    return new SwitchRaster(neurons, shares, judge.diagnosis());
  }

  /** Returns the hidden neurons with a kink, layer by layer. */
  static List<Neuron> neurons(Architecture network) {
    return IntStream.range(0, network.layers() - 1)
        .filter(layer -> network.activation(layer).hasKink())
        .boxed()
        .flatMap(
            layer ->
                IntStream.range(0, network.neurons(layer))
                    .mapToObj(index -> new Neuron(layer, index)))
        .toList();
  }

  private static double share(Step step, Neuron neuron) {
    double[] z = step.network().preActivations(neuron.layer());
    int points = step.network().data().points();
    int row = neuron.index() * points;
    return (double) IntStream.range(row, row + points).filter(ip -> z[ip] > 0).count() / points;
  }

  /** Returns how many steps there are. */
  int steps() {
    return shares.size();
  }

  /** Returns the mean over some steps of the share of points on which a neuron is on. */
  double share(int row, int firstStep, int lastStep) {
    return IntStream.rangeClosed(firstStep, lastStep)
            .mapToDouble(step -> shares.get(step).get(row))
            .sum()
        / (lastStep - firstStep + 1);
  }

  /** Returns whether any of some steps is a certified increase of a cause. */
  boolean rises(Cause cause, int firstStep, int lastStep) {
    return diagnosis.steps().subList(firstStep, lastStep + 1).stream()
        .flatMap(step -> step.cause().stream())
        .anyMatch(cause::equals);
  }
}
