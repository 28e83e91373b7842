package org.etascope.core.network;

/** How the parameters of a network begin. */
public enum Initialization {
  /**
   * Weights uniform in [0, 1), biases zero: {@code numpy.random.seed(seed)}, then for each layer in
   * order {@code W = numpy.random.rand(n_l, n_{l-1})}, row by row.
   */
  UNIFORM {
    @Override
    void fill(Parameters theta, NumpyRandom random) {
      Architecture architecture = theta.architecture();
      for (int l = 0; l < architecture.layers(); l++) {
        Tensor w = architecture.weights(l);
        for (int k = 0; k < w.size(); k++) {
          theta.values()[w.offset() + k] = random.nextDouble();
        }
      }
    }
  },

  /** All weights and biases zero. */
  ZEROS {
    @Override
    void fill(Parameters theta, NumpyRandom random) {}
  };

  /**
   * Returns the initial parameters of a network.
   *
   * @param seed seed of the run, 0 to 2^32 - 1
   * @throws IllegalArgumentException if the seed is out of range
   */
  public Parameters parameters(Architecture architecture, long seed) {
    Parameters theta = Parameters.zeros(architecture);
    fill(theta, new NumpyRandom(seed));
    return theta;
  }

  abstract void fill(Parameters theta, NumpyRandom random);
}
