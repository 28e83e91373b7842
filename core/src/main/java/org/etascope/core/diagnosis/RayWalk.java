package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Loss;
import org.etascope.core.network.Tensor;

/**
 * The switches of a piecewise linear network along a ray, cell by cell.
 *
 * <p>While no activation of a point switches, its z in layer l is a polynomial in s of degree l +
 * 1. The walk goes to the nearest root of any of them, looks at which side every z is there, and
 * goes on with the polynomials of that cell. Points do not depend on each other.
 */
final class RayWalk {
  private final Ray ray;
  private final double[] theta;
  private final double[] direction;
  private final Architecture architecture;
  private final Dataset data;
  private final int layers;
  private final List<Tensor> weights;
  private final List<Tensor> biases;
  private final boolean[] hasKink;
  private final Backpropagation end;

  /**
   * Makes a walk.
   *
   * @param layers how many layers to follow: up to the last with a kink
   */
  RayWalk(Ray ray, Dataset data, Loss loss, int layers) {
    this.ray = ray;
    this.theta = ray.from().values();
    this.direction = ray.direction().values();
    this.architecture = ray.to().architecture();
    this.data = data;
    this.layers = layers;
    this.weights = architecture.weights();
    this.biases = architecture.biases();
    this.hasKink = new boolean[layers];
    for (int l = 0; l < layers; l++) {
      hasKink[l] = architecture.activation(l).hasKink();
    }
    this.end = new Backpropagation(architecture, data, loss);
  }

  List<Switch> switches() {
    end.forward(ray.to());
    List<Switch> switches = new ArrayList<>();
    for (int p = 0; p < data.points(); p++) {
      walk(p, switches);
    }
    return switches;
  }

  private void walk(int point, List<Switch> switches) {
    Cell cell = cellAt(0, point);
    for (OptionalDouble s = cell.nextSwitch(0); s.isPresent(); ) {
      Cell entered = cellAt(s.getAsDouble(), point);
      addSwitches(cell.on, entered.on, s.getAsDouble(), point, switches);
      cell = entered;
      s = cell.nextSwitch(s.getAsDouble());
    }
    // where rounding decides the sign of a z at the very end, the stored parameters have the word
    addSwitches(cell.on, masksAtEnd(point), 1, point, switches);
  }

  private void addSwitches(
      boolean[][] before, boolean[][] after, double s, int point, List<Switch> switches) {
    for (int l = 0; l < layers; l++) {
      for (int i = 0; hasKink[l] && i < before[l].length; i++) {
        if (before[l][i] != after[l][i]) {
          switches.add(new Switch(l, i, point, after[l][i], s));
        }
      }
    }
  }

  private Cell cellAt(double s, int point) {
    Polynomial[][] z = new Polynomial[layers][];
    boolean[][] on = new boolean[layers][];
    Polynomial[] below = new Polynomial[data.features()];
    for (int j = 0; j < below.length; j++) {
      below[j] = new Polynomial(data.feature(j, point));
    }
    for (int l = 0; l < layers; l++) {
      Activation f = architecture.activation(l);
      z[l] = preActivations(l, below);
      on[l] = new boolean[z[l].length];
      below = new Polynomial[z[l].length];
      for (int i = 0; i < below.length; i++) {
        double value = z[l][i].at(s);
        on[l][i] = value > 0;
        below[i] = onBranch(f, z[l][i], value);
      }
    }
    return new Cell(z, on);
  }

  /** z_i(s) = sum_j (w_ij + s v_ij) a_j(s) + (b_i + s c_i), in the forward pass's order. */
  private Polynomial[] preActivations(int l, Polynomial[] below) {
    Tensor w = weights.get(l);
    Polynomial[] z = new Polynomial[w.rows()];
    for (int i = 0; i < z.length; i++) {
      double[] sum = new double[below[0].degree() + 2];
      for (int j = 0; j < below.length; j++) {
        int ij = w.index(i, j);
        for (int k = 0; k < sum.length; k++) {
          sum[k] += theta[ij] * below[j].coefficient(k);
          if (k > 0) {
            sum[k] += direction[ij] * below[j].coefficient(k - 1);
          }
        }
      }
      if (architecture.bias()) {
        int b = biases.get(l).index(i, 0);
        sum[0] += theta[b];
        sum[1] += direction[b];
      }
      z[i] = new Polynomial(sum);
    }
    return z;
  }

  /** A branch is linear through 0, so it acts on each coefficient. */
  private static Polynomial onBranch(Activation f, Polynomial z, double side) {
    double[] a = new double[z.degree() + 1];
    for (int k = 0; k < a.length; k++) {
      a[k] = f.onBranch(z.coefficient(k), side);
    }
    return new Polynomial(a);
  }

  private boolean[][] masksAtEnd(int point) {
    boolean[][] on = new boolean[layers][];
    for (int l = 0; l < layers; l++) {
      on[l] = new boolean[architecture.neurons(l)];
      for (int i = 0; i < on[l].length; i++) {
        on[l][i] = end.preActivations(l)[i * data.points() + point] > 0;
      }
    }
    return on;
  }

  /** A stretch of the ray on which no activation of a point switches. */
  private final class Cell {
    private final Polynomial[][] z;
    private final boolean[][] on;

    private Cell(Polynomial[][] z, boolean[][] on) {
      this.z = z;
      this.on = on;
    }

    /** Returns the nearest s behind {@code from} at which an activation is on its other side. */
    OptionalDouble nextSwitch(double from) {
      double nearest = 1;
      boolean found = false;
      for (int l = 0; l < layers; l++) {
        for (int i = 0; hasKink[l] && i < z[l].length; i++) {
          OptionalDouble s = z[l][i].firstSignChange(from, nearest);
          if (s.isPresent()) {
            nearest = s.getAsDouble();
            found = true;
          }
        }
      }
      return found ? OptionalDouble.of(nearest) : OptionalDouble.empty();
    }
  }
}
