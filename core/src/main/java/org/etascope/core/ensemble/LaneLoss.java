package org.etascope.core.ensemble;

import org.etascope.core.network.Loss;

record LaneLoss(Loss loss) {
  static LaneLoss of(Loss loss) {
    return new LaneLoss(loss);
  }

  void values(double[] prediction, double[] target, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = loss.value(prediction[k], target[k]);
    }
  }

  void derivatives(double[] prediction, double[] target, double[] dA, int from, int to) {
    for (int k = from; k < to; k++) {
      dA[k] = loss.derivative(prediction[k], target[k]);
    }
  }
}
