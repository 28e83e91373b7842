package org.etascope.reporting.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.data.ScaledData;
import org.etascope.core.network.Backpropagation;

/**
 * What a trained network of one input and one output makes of evenly spread inputs.
 *
 * @param eta the learning rate it was trained with
 * @param x inputs, in the units of the user's table
 * @param y outputs, in the units of the user's table; possibly not finite
 */
record FittedCurve(double eta, List<Double> x, List<Double> y) {
  /** Copies the lists. */
  FittedCurve {
    x = List.copyOf(x);
    y = List.copyOf(y);
  }

  /** * @param points how many inputs, from 2 */
  static FittedCurve of(RunSample.Fit fit, ScaledData data, LinearScale range, int points) {
    List<Double> x =
        IntStream.range(0, points)
            .mapToObj(k -> range.min() + (range.max() - range.min()) * k / (points - 1))
            .toList();
    Dataset inputs =
        Dataset.of(
            data.scaled().featureNames(),
            data.scaled().targetNames(),
            new double[][] {x.stream().mapToDouble(data.features().get(0)::apply).toArray()},
            new double[1][points]);
    Backpropagation network =
        new Backpropagation(fit.parameters().architecture(), inputs, fit.spec().training().loss());
    double unusedLoss = network.forward(fit.parameters());
    List<Double> y =
        IntStream.range(0, points)
            .mapToObj(k -> data.targets().get(0).invert(network.prediction(0, k)))
            .toList();
    return new FittedCurve(fit.spec().eta(), x, y);
  }
}
