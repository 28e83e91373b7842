package org.etascope.core.network;

/**
 * Initialisations without a parameter. Weights are drawn independently, layer by layer and row by
 * row, from {@code numpy.random.seed(seed)} on; biases are zero. A layer has n_in inputs and n_out
 * neurons.
 */
public enum StandardInitialization implements Initialization {
  /** Uniform in [0, 1): {@code W = numpy.random.rand(n_out, n_in)}. */
  UNIFORM {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return random.nextDouble();
    }
  },

  /** Standard normal: {@code W = numpy.random.randn(n_out, n_in)}. */
  NORMAL {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return random.nextGaussian();
    }
  },

  /**
   * Uniform in [-a, a) with a = sqrt(6 / (n_in + n_out)) (Glorot and Bengio, AISTATS 2010):
   * PyTorch's {@code xavier_uniform_}.
   */
  XAVIER_UNIFORM {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return symmetric(random) * Math.sqrt(6.0 / ((double) inputs + neurons));
    }
  },

  /** Normal with variance 2 / (n_in + n_out): PyTorch's {@code xavier_normal_}. */
  XAVIER_NORMAL {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return random.nextGaussian() * Math.sqrt(2.0 / ((double) inputs + neurons));
    }
  },

  /**
   * Uniform in [-a, a) with a = sqrt(6 / n_in) (He, Zhang, Ren and Sun, ICCV 2015,
   * arXiv:1502.01852): PyTorch's {@code kaiming_uniform_} with its defaults.
   */
  HE_UNIFORM {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return symmetric(random) * Math.sqrt(6.0 / inputs);
    }
  },

  /** Normal with variance 2 / n_in: PyTorch's {@code kaiming_normal_} with its defaults. */
  HE_NORMAL {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return random.nextGaussian() * Math.sqrt(2.0 / inputs);
    }
  },

  /** All weights zero. */
  ZEROS {
    @Override
    double weight(int inputs, int neurons, NumpyRandom random) {
      return 0.0;
    }
  };

  /** Returns the next weight of a layer. */
  abstract double weight(int inputs, int neurons, NumpyRandom random);

  @Override
  public Parameters parameters(Architecture architecture, NumpyRandom random) {
    Parameters theta = Parameters.zeros(architecture);
    for (int l = 0; l < architecture.layers(); l++) {
      Tensor w = architecture.weights(l);
      for (int k = 0; k < w.size(); k++) {
        theta.values()[w.offset() + k] = weight(w.columns(), w.rows(), random);
      }
    }
    return theta;
  }

  @Override
  public Parameters parameters(Architecture architecture, long seed) {
    return parameters(architecture, new NumpyRandom(seed));
  }

  /** Uniform in [-1, 1), without rounding: 2 u - 1. */
  private static double symmetric(NumpyRandom random) {
    return 2.0 * random.nextDouble() - 1.0;
  }
}
