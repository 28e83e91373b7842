package org.etascope.core.ensemble;

import org.etascope.core.network.Activation;

record LaneActivation(Activation f) {
  static LaneActivation of(Activation f) {
    return new LaneActivation(f);
  }

  void values(double[] z, double[] a, int from, int to) {
    for (int k = from; k < to; k++) {
      a[k] = f.value(z[k]);
    }
  }

  void backward(double[] dA, double[] z, double[] a, int from, int to) {
    for (int k = from; k < to; k++) {
      dA[k] = f.backward(dA[k], z[k], a[k]);
    }
  }
}
