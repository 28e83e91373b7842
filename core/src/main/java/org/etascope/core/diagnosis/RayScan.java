package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;

/**
 * The switches along a ray of a network whose kinks lie above a curved activation, such as a ReLU
 * output over tanh neurons.
 *
 * <p>No formula gives the roots, so the ray is looked at in 256 places, and wherever an activation
 * differs from the place before, bisection finds the switch. Two switches of the same activation
 * within 1/256 of the step go unseen.
 */
final class RayScan {
  private static final int INTERVALS = 256;
  private static final int BISECTIONS = 40;

  private final Ray ray;
  private final Architecture architecture;
  private final int points;
  private final Backpropagation network;
  private final List<Backpropagation> networksAtPoints;

  RayScan(Ray ray, Dataset data, Loss loss) {
    this.ray = ray;
    this.architecture = ray.to().architecture();
    this.points = data.points();
    this.network = new Backpropagation(architecture, data, loss);
    this.networksAtPoints =
        IntStream.range(0, points)
            .mapToObj(p -> new Backpropagation(architecture, data.select(p), loss))
            .toList();
  }

  List<Switch> switches() {
    List<Switch> switches = new ArrayList<>();
    boolean[][] before = masksAt(0);
    for (int k = 1; k <= INTERVALS; k++) {
      boolean[][] after = masksAt((double) k / INTERVALS);
      for (int l = 0; l < before.length; l++) {
        for (int ip = 0; ip < before[l].length; ip++) {
          if (before[l][ip] != after[l][ip]) {
            double s = bisect(l, ip, (k - 1.0) / INTERVALS, (double) k / INTERVALS);
            switches.add(new Switch(l, ip / points, ip % points, after[l][ip], s));
          }
        }
      }
      before = after;
    }
    return switches;
  }

  private double bisect(int l, int ip, double left, double right) {
    boolean on = isOn(l, ip, right);
    double before = left;
    double after = right;
    for (int k = 0; k < BISECTIONS; k++) {
      double s = 0.5 * (before + after);
      if (isOn(l, ip, s) == on) {
        after = s;
      } else {
        before = s;
      }
    }
    return after;
  }

  private boolean isOn(int l, int ip, double s) {
    Backpropagation atPoint = networksAtPoints.get(ip % points);
    atPoint.forward(ray.at(s));
    return atPoint.preActivations(l)[ip / points] > 0;
  }

  /** Which activations are on, for each layer with a kink; empty for the others. */
  private boolean[][] masksAt(double s) {
    network.forward(ray.at(s));
    boolean[][] on = new boolean[architecture.layers()][];
    for (int l = 0; l < on.length; l++) {
      double[] z = network.preActivations(l);
      on[l] = new boolean[architecture.activation(l).hasKink() ? z.length : 0];
      for (int ip = 0; ip < on[l].length; ip++) {
        on[l][ip] = z[ip] > 0;
      }
    }
    return on;
  }
}
